/** One cell of a sheet, from its XML to the text a person sees in it. */
import { dateText, type Shown } from './dateText.ts';
import { numberText } from './numberText.ts';
import { cleanText, RichText } from './richText.ts';
import type { CellStyles } from './styles.ts';
import type { Cell } from './workbook.ts';
import type { XmlReader } from './xmlReader.ts';

export interface CellSource {
  readonly strings: readonly Cell[];
  readonly styles: CellStyles;
  readonly from1904: boolean;
}

export type ReadCell =
  | { readonly type: 'cell'; readonly cell: Cell; readonly cut: boolean }
  | { readonly type: 'nothing' }
  | { readonly type: 'string-missing' };

const nothing = { type: 'nothing' } as const;

export class CellReader {
  readonly #source: CellSource;
  readonly #longest: number;
  readonly #inline: RichText;
  #type = 'n';
  #shown: Shown = 'number';
  #value = '';
  #inValue = false;
  #formula = false;

  constructor(source: CellSource, longest: number) {
    this.#source = source;
    this.#longest = longest;
    this.#inline = new RichText(longest);
  }

  begin(xml: XmlReader): void {
    this.#type = xml.attribute('t') ?? 'n';
    this.#shown = this.#source.styles[Number(xml.attribute('s') ?? '0')] ?? 'number';
    this.#value = '';
    this.#inValue = false;
    this.#formula = false;
    this.#inline.begin();
  }

  opened(xml: XmlReader): void {
    if (xml.name === 'v') this.#inValue = true;
    else if (xml.name === 'f') this.#formula = true;
    else if (this.#type === 'inlineStr') this.#inline.opened(xml);
  }

  closed(name: string): void {
    if (name === 'v') this.#inValue = false;
    else this.#inline.closed(name);
  }

  add(text: string): void {
    if (!this.#inValue) this.#inline.add(text);
    else if (this.#value.length <= this.#longest) this.#value += text.slice(0, this.#longest + 1);
  }

  read(): ReadCell {
    if (this.#formula && this.#value === '' && this.#type !== 'str') {
      return { type: 'cell', cell: { text: '', kind: 'text', formula: true, noCache: true }, cut: false };
    }
    const cell = this.#type === 's' ? this.#shared() : this.#own();
    if (!cell) return { type: 'string-missing' };
    if (cell.text.trim() === '') return nothing;
    const cut = this.#value.length > this.#longest || this.#inline.wasCut;
    return { type: 'cell', cell: this.#formula ? { ...cell, formula: true } : cell, cut };
  }

  #shared(): Cell | undefined {
    return /^\s*\d{1,9}\s*$/.test(this.#value) ? this.#source.strings[Number(this.#value)] : undefined;
  }

  #own(): Cell {
    const value = this.#value.slice(0, this.#longest);
    switch (this.#type) {
      case 'inlineStr':
        return this.#inline.cell();
      case 'str':
        return { text: cleanText(value), kind: 'text' };
      case 'b':
        return value === ''
          ? { text: '', kind: 'boolean' }
          : { text: /^(1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' };
      case 'e':
        return { text: cleanText(value), kind: 'error' };
      case 'd':
        return { text: cleanText(value), kind: 'date' };
      default:
        return this.#number(value.trim());
    }
  }

  #number(value: string): Cell {
    if (value === '' || !Number.isFinite(Number(value))) return { text: cleanText(value), kind: 'text' };
    if (this.#shown === 'number') return { text: numberText(value), kind: 'number' };
    return { text: dateText(value, this.#shown, this.#source.from1904), kind: 'date' };
  }
}
