/** A folder that lasts as long as the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
export const aFile = (name = 'fieldbook.db'): string => join(aFolder(), name);
