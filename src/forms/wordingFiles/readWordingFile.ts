/** A file that came back from translators, whichever of the three formats it is: its first bytes say. */
import { strFromU8 } from 'fflate';
import { failed, type Result } from '../../domain/result.ts';
import { readJson } from './i18nextJson.ts';
import { readXliff } from './readXliff.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { type FileFailure, mostBytes, type ReadFile } from './wordingFile.ts';

const spaces = [9, 10, 13, 32, 0xef, 0xbb, 0xbf];
const firstSign = (bytes: Uint8Array): string => {
  const at = bytes.findIndex((byte) => !spaces.includes(byte));
  return at < 0 ? '' : String.fromCharCode(bytes[at] ?? 0);
};

/** UTF-16 begins with its mark, and only XML may be written in it here. */
const isXml = (bytes: Uint8Array): boolean => firstSign(bytes) === '<' || (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[0] === 0xfe;

export const readWordingFile = (bytes: Uint8Array, name: string, namespaces: readonly string[]): Result<ReadFile, FileFailure> => {
  if (bytes.length > mostBytes) return failed({ type: 'too-large', what: 'file', limit: mostBytes });
  if (firstSign(bytes) === '{') return readJson(strFromU8(bytes).replace(/^\uFEFF/, ''), name, namespaces);
  return isXml(bytes) ? readXliff(bytes) : readSpreadsheet(bytes);
};
