/** Finds LibreOffice, which opens what we write as another program would, and gets it where it is missing. SOFFICE_PATH has the first word. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages, mayInstall } from './debian.mjs';

const usual = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
// On Windows asking for the version opens a window.
const answers = (command) =>
  process.platform === 'win32' ? existsSync(command) : spawnSync(command, ['--version'], { timeout: 60_000 }).status === 0;

const findLibreOffice = () => (process.env.SOFFICE_PATH ? [process.env.SOFFICE_PATH] : usual).find(answers);

/** Its command, or undefined when nothing worked. */
export const ensureLibreOffice = () => {
  const found = findLibreOffice();
  if (found || process.env.SOFFICE_PATH || !mayInstall()) return found;
  return installPackages('LibreOffice', ['libreoffice-calc-nogui']) ? findLibreOffice() : undefined;
};
