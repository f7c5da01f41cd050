/** Splits csv text into records after RFC 4180, and as forgiving as Excel where files break it. One pass, nothing read twice. */
import { failed, ok, type Result } from '../../domain/result.ts';

export interface CsvLimits {
  readonly bytes: number;
  readonly columns: number;
  readonly cells: number;
  readonly textLength: number;
}

export type CsvFailure =
  | { readonly type: 'empty' }
  | { readonly type: 'not-text' }
  /** A quotation mark opened in this line is never closed, so what follows cannot be told apart. */
  | { readonly type: 'unclosed-quote'; readonly line: number }
  | { readonly type: 'too-large'; readonly what: 'file' | 'columns' | 'cells' | 'text'; readonly limit: number };

export interface CsvRecord {
  /** The line it begins in, from 1. */
  readonly line: number;
  readonly values: readonly string[];
}

const quote = '"';
const lineEnd = /\r\n|\n|\r/g;

const countLines = (text: string): number => text.match(lineEnd)?.length ?? 0;

class Splitter {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #limits: CsvLimits;
  readonly #stop: RegExp;
  #at: number;
  #line: number;
  #cells = 0;

  constructor(text: string, from: { readonly at: number; readonly line: number }, delimiter: string, limits: CsvLimits) {
    this.#text = text;
    this.#at = from.at;
    this.#line = from.line;
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#stop = new RegExp(`[\\r\\n${delimiter === '\t' ? '\\t' : delimiter}]`, 'g');
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  record(): Result<CsvRecord, CsvFailure> {
    const line = this.#line;
    const values: string[] = [];
    for (let more = true; more; ) {
      const value = this.#value();
      if (!value.ok) return value;
      values.push(value.value);
      const failure = this.#tooMany(values.length);
      if (failure) return failed(failure);
      more = this.#text[this.#at] === this.#delimiter;
      if (more) this.#at += 1;
    }
    this.#endLine();
    return ok({ line, values });
  }

  #tooMany(columns: number): CsvFailure | null {
    this.#cells += 1;
    if (columns > this.#limits.columns) return { type: 'too-large', what: 'columns', limit: this.#limits.columns };
    return this.#cells > this.#limits.cells ? { type: 'too-large', what: 'cells', limit: this.#limits.cells } : null;
  }

  #endLine(): void {
    if (this.#text.startsWith('\r\n', this.#at)) this.#at += 2;
    else if (!this.done) this.#at += 1;
    this.#line += 1;
  }

  #value(): Result<string, CsvFailure> {
    const quoted = this.#text[this.#at] === quote ? this.#quoted() : ok('');
    if (!quoted.ok) return quoted;
    const value = quoted.value + this.#plain();
    return value.length > this.#limits.textLength ? failed({ type: 'too-large', what: 'text', limit: this.#limits.textLength }) : ok(value);
  }

  #plain(): string {
    this.#stop.lastIndex = this.#at;
    const end = this.#stop.exec(this.#text)?.index ?? this.#text.length;
    const value = this.#text.slice(this.#at, end);
    this.#at = end;
    return value;
  }

  /** Up to the closing mark; two marks are one of the text. */
  #quoted(): Result<string, CsvFailure> {
    const start = this.#at + 1;
    for (let end = this.#text.indexOf(quote, start); end >= 0; end = this.#text.indexOf(quote, end + 2)) {
      if (end - start > this.#limits.textLength) break;
      if (this.#text[end + 1] === quote) continue;
      const value = this.#text.slice(start, end);
      this.#line += countLines(value);
      this.#at = end + 1;
      return ok(value.replaceAll(quote + quote, quote));
    }
    return failed({ type: 'unclosed-quote', line: this.#line });
  }
}

const isBlank = ({ values }: CsvRecord): boolean => values.every((value) => value.trim() === '');

/** Blank lines are left out. */
export const csvRecords = (
  text: string,
  from: { readonly at: number; readonly line: number },
  delimiter: string,
  limits: CsvLimits,
): Result<readonly CsvRecord[], CsvFailure> => {
  const splitter = new Splitter(text, from, delimiter, limits);
  const records: CsvRecord[] = [];
  while (!splitter.done) {
    const record = splitter.record();
    if (!record.ok) return record;
    if (!isBlank(record.value)) records.push(record.value);
  }
  return ok(records);
};
