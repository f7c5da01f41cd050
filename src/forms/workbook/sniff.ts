/** What a file is by its first bytes, whatever it is called: `.xls` is often a zip, and `.xlsx` sometimes is none. */
import type { WorkbookFailure } from './failure.ts';

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);

const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const looseBiffStart = [0x09, 0x08];
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const emptyZipStart = [0x50, 0x4b, 0x05, 0x06];
const encryptedStream = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Names of streams stand at the beginning of records of 128 bytes. */
const hasEncryptedStream = (bytes: Uint8Array): boolean => {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === 0x45 && startsWith(bytes.subarray(at, at + encryptedStream.length), encryptedStream)) return true;
  }
  return false;
};

const firstCharacters = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, 2048).filter((byte) => byte !== 0 && byte < 0x80)).trimStart();

const looksLikeText = (bytes: Uint8Array): boolean => {
  const first = bytes.subarray(0, 2048);
  const odd = first.filter((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13).length;
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return isUtf16 || odd === 0;
};

const asText = (bytes: Uint8Array): WorkbookFailure => {
  const start = firstCharacters(bytes);
  if (/^<(!doctype html|html|head|body|table|meta)/i.test(start) || /<html[\s>]/i.test(start)) return { type: 'web-page' };
  if (start.startsWith('<') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { type: 'xml-spreadsheet' };
  if (start.startsWith('<') && start.includes('urn:oasis:names:tc:opendocument')) return { type: 'open-document' };
  return looksLikeText(bytes) ? { type: 'plain-text' } : { type: 'not-a-workbook' };
};

/** null for a zip, which may be a workbook. */
export const whyNotZip = (bytes: Uint8Array): WorkbookFailure | null => {
  if (bytes.length === 0) return { type: 'empty' };
  if (startsWith(bytes, zipStart)) return null;
  if (startsWith(bytes, emptyZipStart)) return { type: 'zip-archive' };
  if (startsWith(bytes, oleStart)) return { type: hasEncryptedStream(bytes) ? 'encrypted' : 'old-binary' };
  if (startsWith(bytes, looseBiffStart)) return { type: 'old-binary' };
  return startsWith(
    bytes,
    [...'%PDF'].map((letter) => letter.charCodeAt(0)),
  )
    ? { type: 'not-a-workbook' }
    : asText(bytes);
};
