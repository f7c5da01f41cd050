/** SQLite's write-ahead log as bytes: how far it is whole, and what a power cut leaves of it. https://sqlite.org/fileformat2.html#walformat */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';

const headerBytes = 32;
const frameHeader = 24;

export interface LogState {
  /** Changes when the log begins anew: by then all that was in it is in the database. */
  readonly salt: string;
  /** Where the last transaction ends that is whole in it. */
  readonly wholeUpTo: number;
  readonly bytes: number;
}

export const stateOfLog = (file: string): LogState => {
  const log = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  if (log.length < headerBytes) return { salt: '', wholeUpTo: 0, bytes: log.length };
  const frame = frameHeader + log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let wholeUpTo = 0;
  for (let at = headerBytes; at + frame <= log.length; at += frame) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    // A frame that ends a transaction says how large the database is afterwards.
    if (log.readUInt32BE(at + 4) > 0) wholeUpTo = at + frame;
  }
  return { salt: salt.toString('hex'), wholeUpTo, bytes: log.length };
};

/** Nothing after `at` reached the disk, or only rubbish did. */
export const tear = (file: string, at: number, rubbish: boolean): void => {
  if (!existsSync(file)) return;
  const left = stateOfLog(file).bytes - at;
  truncateSync(file, Math.min(at, stateOfLog(file).bytes));
  if (rubbish && left > 0) writeFileSync(file, randomBytes(left), { flag: 'a' });
};
