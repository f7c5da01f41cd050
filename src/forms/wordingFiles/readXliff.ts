/**
 * Reads XLIFF 2 as translators' programs give it back. One pass, no document types, no entities but the five of XML
 * (../workbook/xmlReader.ts); marks that a program puts around words are passed over and the words kept.
 */
import { failed, ok, type Result } from '../../domain/result.ts';
import { textPieces } from '../workbook/partText.ts';
import { XmlReader } from '../workbook/xmlReader.ts';
import { type FileFailure, mostBytes, mostRows, type ReadFile, type ReadRow } from './wordingFile.ts';

const keyShape = /^[a-z]+:[\w-]+(?:\.[\w-]+)*$/;
/** Words in these are about the text and not of it. */
const besides = new Set(['notes', 'originalData', 'matches', 'mda:metadata', 'metadata', 'skeleton']);

class Collector {
  language: string | null = null;
  version: string | null = null;
  readonly rows: ReadRow[] = [];
  #file = '';
  #units = 0;
  #key = '';
  #source = '';
  #target = '';
  #into: 'source' | 'target' | null = null;
  #aside = 0;

  opened(xml: XmlReader): void {
    if (this.#aside > 0 || besides.has(xml.name)) {
      this.#aside += 1;
      return;
    }
    if (xml.name === 'xliff') {
      this.version = xml.attribute('version') ?? '';
      this.language = xml.attribute('trgLang') ?? null;
    }
    if (xml.name === 'file') {
      this.#file = xml.attribute('id') ?? '';
      this.#units = 0;
    }
    if (xml.name === 'unit') this.#begin(xml);
    if (xml.name === 'source' || xml.name === 'target') this.#into = xml.name;
    // A program may write what XML forbids as a number of its own.
    if (xml.name === 'cp') this.text('\uFFFD');
  }

  #begin(xml: XmlReader): void {
    const [id = '', name = ''] = [xml.attribute('id'), xml.attribute('name')];
    this.#units += 1;
    this.#key = keyShape.test(name) ? name : `${this.#file}:${id}`;
    this.#source = '';
    this.#target = '';
  }

  text(text: string): void {
    if (this.#aside > 0) return;
    if (this.#into === 'source') this.#source += text;
    if (this.#into === 'target') this.#target += text;
  }

  closed(name: string): void {
    if (this.#aside > 0) {
      this.#aside -= 1;
      return;
    }
    if (name === 'source' || name === 'target') this.#into = null;
    if (name !== 'unit') return;
    const where = { part: this.#file, row: this.#units };
    this.rows.push({ where, key: this.#key, english: this.#source, text: this.#target });
  }
}

const piecesOf = (bytes: Uint8Array) => {
  let given = false;
  return textPieces(() => {
    const piece = given ? null : bytes;
    given = true;
    return ok(piece);
  }, 'xliff');
};

/** `null` when all of it was read. */
const readInto = (collector: Collector, xml: XmlReader): FileFailure | null => {
  for (;;) {
    const event = xml.next();
    if (event === 'open') collector.opened(xml);
    else if (event === 'close') collector.closed(xml.name);
    else if (event === 'text') collector.text(xml.text);
    else return event === 'failed' ? (xml.failure ?? { type: 'damaged', part: 'xliff' }) : null;
    if (collector.rows.length > mostRows) return { type: 'too-many', limit: mostRows };
  }
};

export const readXliff = (bytes: Uint8Array): Result<ReadFile, FileFailure> => {
  if (bytes.length > mostBytes) return failed({ type: 'too-large', what: 'file', limit: mostBytes });
  const collector = new Collector();
  const failure = readInto(collector, new XmlReader(piecesOf(bytes), 'xliff'));
  if (collector.version !== null && !collector.version.startsWith('2.')) return failed({ type: 'other-xliff' });
  if (failure) return failed(failure);
  const { language, rows } = collector;
  return rows.length === 0 || collector.version === null ? failed({ type: 'no-wording' }) : ok({ language, rows });
};
