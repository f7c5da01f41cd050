/**
 * A real browser with a profile on disk, because that is what a phone has: storage that outlives a kill.
 * Sandbox off, because CI runs as root.
 */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';

export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
];

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly touch?: boolean;
}
export const phone: Screen = { width: 360, height: 740, touch: true };
export const laptop: Screen = { width: 1366, height: 768 };

export interface ProfileOptions extends Screen {
  readonly options?: BrowserContextOptions;
  readonly args?: readonly string[];
}

let looked: Promise<string | undefined> | undefined;

export const browserPath = async (): Promise<string> => {
  looked ??= findBrowser();
  const path = await looked;
  if (!path) throw new Error('no browser: set CHROME_PATH, or run npm test, which gets one');
  return path;
};

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'fieldbook-profile-'));
export const dropProfile = (dir: string): void => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

export const launchProfile = async (
  dir: string,
  { width, height, touch = false, options, args = [] }: ProfileOptions,
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(dir, {
    executablePath: await browserPath(),
    headless: true,
    args: [...quiet, ...args],
    viewport: { width, height },
    ...(touch ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    locale: 'en-US',
    ...options,
  });

/** A persistent context opens with one page already. */
export const firstPage = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? (await context.newPage());

/** Kills the browser that holds this profile, as a power cut or an impatient phone would, and waits until it is gone. */
export const sigkill = async (dir: string, context: BrowserContext): Promise<void> => {
  const pid = Number(readlinkSync(join(dir, 'SingletonLock')).split('-').pop());
  const gone = new Promise<void>((done) => context.once('close', () => done()));
  process.kill(pid, 'SIGKILL');
  await gone;
  await untilNobodyHolds(dir);
};

const waitMs = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The browser's helpers end by themselves a moment after it; until then they hold the profile's files. */
const untilNobodyHolds = async (dir: string): Promise<void> => {
  if (process.platform !== 'linux') return void (await waitMs(500));
  const until = Date.now() + 10_000;
  while (Date.now() < until && processesNaming(dir).length > 0) await waitMs(25);
};

const processesNaming = (text: string): string[] =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text);
    } catch {
      // It ended while we looked.
      return false;
    }
  });

/** CPU slower by this factor. It slows the main thread only, not workers. */
export const slowCpu = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
};

/** Slow 4G as the figures of docs mean it. It does not slow what the service worker itself fetches. */
export const slowNetwork = async (page: Page, { latency = 400, kbps = 400 } = {}): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const bytes = (kbps * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes });
};

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line per element, so that a failing test says where to look. Goes past the page's CSP by the debugger. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(`${axeSource()};undefined`);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map((node) => id + ': ' + help + ' at ' + node.target.join(' ') + ' ' + node.html.slice(0, 160))))`);
};

/** Everything a page complained of: errors, violations of its own policy, requests to any other host. */
export const complaintsOf = (context: BrowserContext, origin: string): string[] => {
  const said: string[] = [];
  context.on('weberror', (error) => said.push(`error: ${error.error().message}`));
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|Permissions policy/i.test(message.text())) said.push(`policy: ${message.text()}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && /^(https?|wss?):/.test(request.url())) said.push(`elsewhere: ${request.url()}`);
  });
  return said;
};

const spellings = (canary: string): Buffer[] => {
  const isLatin1 = [...canary].every((letter) => (letter.codePointAt(0) ?? 0) < 256);
  const encodings: BufferEncoding[] = isLatin1 ? ['utf8', 'utf16le', 'latin1'] : ['utf8', 'utf16le'];
  return encodings.map((encoding) => Buffer.from(canary, encoding));
};

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });

/**
 * Searches the bytes of every file under `dir` for each canary and says where one was found. Canaries should be random:
 * LevelDB compresses, and only text it has not seen before lies there letter by letter.
 */
export const profileBytes = (dir: string, canaries: readonly string[]): string[] => {
  const wanted = canaries.flatMap((canary) => spellings(canary).map((bytes) => ({ canary, bytes })));
  return filesIn(dir).flatMap((path) => {
    const content = readFileSync(path);
    return wanted.filter(({ bytes }) => content.includes(bytes)).map(({ canary }) => `${canary} in ${path.slice(dir.length + 1)}`);
  });
};
