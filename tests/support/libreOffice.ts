/** LibreOffice without its windows, to see what another program makes of a file of ours. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What `npm test` found or installed. A test that asks LibreOffice cannot pass without it. */
const command = process.env.SOFFICE_PATH ?? 'soffice';

/** Commas, double quotes, UTF-8, every sheet into a file of its own, formulas as text where they are some. */
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';

const convert = (folder: string, file: string): Map<string, string> => {
  const out = join(folder, 'csv');
  mkdirSync(out);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const { status, error } = spawnSync(command, [profile, '--headless', '--convert-to', asCsv, '--outdir', out, file], { timeout: 120_000 });
  if (status !== 0) throw new Error(`${command} did not read the workbook: ${error?.message ?? `it ended with ${status}`}`);
  return new Map(readdirSync(out).map((name) => [name.replace(/^book-|\.csv$/g, ''), readFileSync(join(out, name), 'utf8')]));
};

/** The sheets of a workbook as csv, by name. */
export const asLibreOfficeReads = (workbook: Uint8Array): Map<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-office-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, workbook);
    return convert(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
