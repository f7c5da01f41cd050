/**
 * Reads XML forwards in one pass, piece by piece: tags, attributes, text. It knows no document types (a part that has
 * one is refused, so there are no entities to expand and nothing outside to fetch) and keeps no tree.
 */
import type { WorkbookFailure } from './failure.ts';
import type { Next } from './unpack.ts';
import { cutBeforeEntity, decodeEntities } from './xmlText.ts';

export type XmlEvent = 'open' | 'close' | 'text' | 'end' | 'failed';

const longestTag = 65_536;
const deepest = 100;
const cdataStart = '<![CDATA[';

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** The place behind the tag that starts at `from`: a > inside quotes does not end it. -1 when it does not end here. */
const endOfTag = (text: string, from: number): number => {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return -1;
};

const endOfName = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
};

/** Where the next = before `end` is, or `end`. Not indexOf, which would look through all that comes after the tag. */
const signBefore = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 61) at += 1;
  return at;
};

/** Between `from` and `end`, name by name. Nothing is looked at twice. */
const attributeIn = (text: string, from: number, end: number, wanted: string): string | undefined => {
  let at = from;
  for (let sign = signBefore(text, at, end); sign < end; sign = signBefore(text, at, end)) {
    let start = sign + 1;
    while (isSpace(text.charCodeAt(start))) start += 1;
    const quote = text.charAt(start);
    const stop = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1;
    if (stop < 0 || stop >= end) return undefined;
    if (localName(text.slice(at, sign).trim()) === wanted) return decodeEntities(text.slice(start + 1, stop));
    at = stop + 1;
  }
  return undefined;
};

export class XmlReader {
  readonly #next: Next<string>;
  readonly #part: string;
  readonly #open: string[] = [];
  #buffer = '';
  #at = 0;
  #over = false;
  #inCdata = false;
  /** `<a/>` is told as an opening and a closing. */
  #closing: string | null = null;
  #attributesFrom = 0;
  #attributesTo = 0;
  /** Without its prefix: programs choose prefixes as they like. */
  name = '';
  text = '';
  failure: WorkbookFailure | null = null;

  constructor(next: Next<string>, part: string) {
    this.#next = next;
    this.#part = part;
  }

  /** Of the element just opened. */
  attribute(name: string): string | undefined {
    return attributeIn(this.#buffer, this.#attributesFrom, this.#attributesTo, name);
  }

  next(): XmlEvent {
    let event = this.#step();
    while (event === null) event = this.#step();
    return event;
  }

  /** null where nothing came of it: a comment, half an entity. A loop and no call of itself, for there may be millions. */
  #step(): XmlEvent | null {
    if (this.failure) return 'failed';
    if (this.#closing !== null) return this.#close(this.#closing);
    if (this.#inCdata) return this.#cdata();
    if (this.#at >= this.#buffer.length && !this.#more()) return this.#end();
    return this.#buffer.charCodeAt(this.#at) === 60 ? this.#markup() : this.#takeText();
  }

  /** Puts the next piece behind what is not read yet. */
  #more(): boolean {
    const piece = this.#over ? null : this.#next();
    if (piece && !piece.ok) this.failure = piece.failure;
    const text = piece?.ok ? piece.value : null;
    this.#over = text === null;
    this.#buffer = this.#buffer.slice(this.#at) + (text ?? '');
    this.#at = 0;
    return text !== null;
  }

  #fail(failure: WorkbookFailure): 'failed' {
    this.failure ??= failure;
    return 'failed';
  }

  #damaged(): 'failed' {
    return this.#fail({ type: 'damaged', part: this.#part });
  }

  #end(): XmlEvent {
    return this.failure || this.#open.length > 0 ? this.#damaged() : 'end';
  }

  #takeText(): XmlEvent | null {
    const found = this.#buffer.indexOf('<', this.#at);
    if (found >= 0) return this.#textUpTo(found);
    const raw = this.#buffer.slice(this.#at);
    const end = this.#over ? raw.length : cutBeforeEntity(raw);
    if (end > 0) return this.#textUpTo(this.#at + end);
    this.#more();
    return null;
  }

  #textUpTo(end: number): XmlEvent {
    this.text = decodeEntities(this.#buffer.slice(this.#at, end));
    this.#at = end;
    return 'text';
  }

  #markup(): XmlEvent | null {
    while (this.#buffer.length - this.#at < cdataStart.length && this.#more());
    const second = this.#buffer.charAt(this.#at + 1);
    if (second === '!') return this.#declaration();
    return second === '?' ? this.#skipPast('?>', 2) : this.#tag();
  }

  #declaration(): XmlEvent | null {
    if (this.#buffer.startsWith('<!--', this.#at)) return this.#skipPast('-->', 4);
    if (!this.#buffer.startsWith(cdataStart, this.#at)) return this.#fail({ type: 'unsafe', part: this.#part, because: 'document-type' });
    this.#at += cdataStart.length;
    this.#inCdata = true;
    return null;
  }

  #skipPast(mark: string, from: number): XmlEvent | null {
    this.#at += from;
    for (;;) {
      const found = this.#buffer.indexOf(mark, this.#at);
      if (found >= 0) {
        this.#at = found + mark.length;
        return null;
      }
      this.#at = Math.max(this.#at, this.#buffer.length - mark.length + 1);
      if (!this.#more()) return this.#damaged();
    }
  }

  #cdata(): XmlEvent {
    const found = this.#buffer.indexOf(']]>', this.#at);
    const end = found >= 0 ? found : Math.max(this.#at, this.#buffer.length - 2);
    this.text = this.#buffer.slice(this.#at, end);
    this.#at = found >= 0 ? found + 3 : end;
    this.#inCdata = found < 0;
    if (found < 0 && this.text === '' && !this.#more()) return this.#damaged();
    return 'text';
  }

  #tag(): XmlEvent {
    let end = endOfTag(this.#buffer, this.#at);
    while (end < 0 && this.#buffer.length - this.#at <= longestTag && this.#more()) end = endOfTag(this.#buffer, this.#at);
    if (end < 0) return this.#damaged();
    const start = this.#at + 1;
    this.#at = end;
    return this.#buffer.charAt(start) === '/'
      ? this.#close(this.#buffer.slice(start + 1, endOfName(this.#buffer, start, end - 1)))
      : this.#opening(start, end - 1);
  }

  #opening(start: number, end: number): XmlEvent {
    const empty = this.#buffer.charAt(end - 1) === '/';
    this.#attributesTo = empty ? end - 1 : end;
    this.#attributesFrom = endOfName(this.#buffer, start, this.#attributesTo);
    const name = this.#buffer.slice(start, this.#attributesFrom);
    if (name === '') return this.#damaged();
    if (this.#open.push(name) > deepest) return this.#fail({ type: 'unsafe', part: this.#part, because: 'deep' });
    this.#closing = empty ? name : null;
    this.name = localName(name);
    return 'open';
  }

  #close(name: string): XmlEvent {
    this.#closing = null;
    if (this.#open.pop() !== name) return this.#damaged();
    this.name = localName(name);
    return 'close';
  }
}
