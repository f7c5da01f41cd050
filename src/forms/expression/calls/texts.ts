/** Functions of texts. Lengths and places count as JavaScript and Java count. */
import { type Callable, type Callables, callable, many, ofTexts } from '../callable.ts';
import { matchesPattern } from '../pattern/matchesPattern.ts';
import { storedText, textsOf, toNumber, toText } from '../values.ts';

const spaces = /[ \t\r\n]+/g;

const translate = (text: string, from: string, to: string): string => {
  let result = '';
  for (const character of text) {
    const place = from.indexOf(character);
    result += place < 0 ? character : to.charAt(place);
  }
  return result;
};

/** From `start`, counted from 1, as long as `length`; both rounded, as XPath says. */
const substring = (text: string, start: number, length: number): string => {
  const from = Math.round(start) - 1;
  const to = from + Math.round(length);
  return to > from ? text.slice(Math.max(from, 0), Math.max(to, 0)) : '';
};

/** Places count from 0, and from the end when negative. A place that is no number gives nothing. */
const substr = (text: string, start: number, end: number): string =>
  Number.isNaN(start) || Number.isNaN(end) ? '' : text.slice(start, end);

const ofPlaces = (run: (text: string, start: number, end: number) => string): Callable =>
  callable(2, 3, ([text, start, end = Number.POSITIVE_INFINITY], { scope }) =>
    run(toText(text), toNumber(start, scope.now), toNumber(end, scope.now)),
  );

const afterFirst = (text: string, mark: string): string => {
  const place = text.indexOf(mark);
  return place < 0 ? '' : text.slice(place + mark.length);
};

const beforeFirst = (text: string, mark: string): string => text.slice(0, Math.max(text.indexOf(mark), 0));

const idOfLength = (length: number, newId: () => string): string => {
  let id = newId();
  while (id.length < length) id += newId();
  return id.slice(0, length);
};

export const texts: Callables = {
  string: ofTexts(0, 1, (text) => text),
  concat: callable(0, many, (values) => textsOf(values).join('')),
  join: callable(1, many, ([glue, ...rest]) => textsOf(rest).join(toText(glue))),
  'string-length': ofTexts(0, 1, (text) => text.length),
  contains: ofTexts(2, 2, (text, part) => text.includes(part)),
  'starts-with': ofTexts(2, 2, (text, part) => text.startsWith(part)),
  'ends-with': ofTexts(2, 2, (text, part) => text.endsWith(part)),
  'substring-before': ofTexts(2, 2, beforeFirst),
  'substring-after': ofTexts(2, 2, afterFirst),
  substring: ofPlaces(substring),
  substr: ofPlaces(substr),
  translate: ofTexts(3, 3, translate),
  'normalize-space': ofTexts(0, 1, (text) => text.replace(spaces, ' ').trim()),
  trim: ofTexts(0, 1, (text) => text.trim()),
  regex: callable(2, 2, ([text, pattern], { effort }) => matchesPattern(toText(text), toText(pattern), effort)),
  /** What is no number counts as blank here, so that `coalesce(${a} + 1, 0)` has its zero. */
  coalesce: callable(2, many, (values) => values.map(storedText).find((text) => text !== '') ?? ''),
  'jr:itext': ofTexts(1, 1, (text) => text),
  'boolean-from-string': ofTexts(1, 1, (text) => text === '1' || text === 'true'),
  version: callable(0, 0, (_, { scope }) => scope.version?.() ?? ''),
  uuid: callable(0, 1, ([length], { scope }) => {
    const wanted = length === undefined ? Number.NaN : toNumber(length);
    return Number.isNaN(wanted) ? scope.newId() : idOfLength(Math.min(Math.max(Math.trunc(wanted), 0), 1000), scope.newId);
  }),
};
