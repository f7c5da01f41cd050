/** Finds a browser of the Chromium family, and gets one where there is none. CHROME_PATH always has the first word. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, mayInstall } from './debian.mjs';
import { runNode } from './project.mjs';

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const usualPlaces = () => {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const homes = ['/Applications', join(process.env.HOME ?? '/', 'Applications')];
    return homes.flatMap((home) => apps.map((app) => join(home, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  if (process.platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]).filter(Boolean);
    const tails = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return homes.flatMap((home) => tails.map((tail) => join(home, tail)));
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => join(folder, name)));
};

const onPath = () => {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name + ending)));
};

/** Ubuntu's chromium-browser is a script that only says where to get one. On Windows asking would open a window. */
const answers = (path) => process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 15_000 }).status === 0;

const playwrightsOwn = async () => {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
};

/** The path of an installed browser, or undefined. */
export const findBrowser = async () => {
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  const installed = [...onPath(), ...usualPlaces()].find((path) => existsSync(path) && answers(path));
  if (installed) return installed;
  const downloaded = await playwrightsOwn();
  return existsSync(downloaded) ? downloaded : undefined;
};

const fonts = ['fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

const download = () => {
  console.log("Downloading a Chromium by playwright-core's own installer ...");
  return runNode('node_modules/playwright-core/cli.js', ['install', 'chromium']) === 0;
};

/** As findBrowser, but gets one when there is none. undefined only when nothing worked. */
export const ensureBrowser = async () => {
  const found = await findBrowser();
  if (found || process.env.CHROME_PATH) return found;
  if (mayInstall() && installPackages('Chromium and fonts', ['chromium', ...fonts])) return findBrowser();
  return download() ? findBrowser() : undefined;
};
