/**
 * Joins the runs of one text: `<t>` on its own, or `<r><t>` for each change of font. Phonetic runs are left out. Spaces at
 * the ends of a run stay even without xml:space: programs forget it, and two words would become one.
 */

import type { Cell } from './workbook.ts';
import type { XmlReader } from './xmlReader.ts';
import { withoutForbidden } from './xmlText.ts';

/** Excel writes what XML cannot hold as _x000D_, and the beginning of a text that only looks so as _x005F_. */
const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;

const withLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

export const cleanText = (text: string): string => withLineEnds(withoutForbidden(decodeEscapes(text)));

export class RichText {
  readonly #longest: number;
  #text = '';
  #run = '';
  #inRun = false;
  #phonetic = 0;
  #rich = false;
  #cut = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  begin(): void {
    this.#text = '';
    this.#inRun = false;
    this.#phonetic = 0;
    this.#rich = false;
    this.#cut = false;
  }

  get wasCut(): boolean {
    return this.#cut;
  }

  opened(xml: XmlReader): void {
    if (xml.name === 'rPh') this.#phonetic += 1;
    if (xml.name === 'r') this.#rich = true;
    if (xml.name !== 't' || this.#phonetic > 0) return;
    this.#inRun = true;
    this.#run = '';
  }

  closed(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name !== 't' || !this.#inRun) return;
    this.#inRun = false;
    this.#text += this.#run;
  }

  add(text: string): void {
    if (!this.#inRun) return;
    const room = this.#longest - this.#text.length - this.#run.length;
    if (text.length > room) this.#cut = true;
    this.#run += text.length > room ? text.slice(0, Math.max(0, room)) : text;
  }

  cell(): Cell {
    const text = cleanText(this.#text);
    return this.#rich ? { text, kind: 'text', rich: true } : { text, kind: 'text' };
  }
}
