/** Expressions and references as authors type them, mended where it is certain what was meant: a question of that name exists. */
import { parseExpression } from '../expression/parse.ts';
import { hasCurlyQuotes, straightened } from './cleanText.ts';

export interface Mended {
  readonly text: string;
  /** What was read as something else. */
  readonly respelt: readonly { readonly from: string; readonly to: string }[];
  readonly straightened: boolean;
}

/** Names of questions as written, with the name each has now. */
export type KnownNames = ReadonlyMap<string, string>;

const mostMends = 40;
const inBraces = /^\$\{(.*)\}$/su;
const unclosed = /^[$#]\s*\{\s*([\p{L}_][\p{L}\p{N}_.:-]*)/u;

const nameIn = (suggestion: string): string => inBraces.exec(suggestion)?.[1]?.trim() ?? '';

interface Slip {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

const slipIn = (text: string, names: KnownNames): Slip | undefined => {
  const parsed = parseExpression(text);
  if (parsed.ok) return undefined;
  const { type, at, text: from, suggestion = '' } = parsed.failure;
  if (type === 'reference-misspelt' && names.has(nameIn(suggestion))) return { at, from, to: suggestion };
  if (type !== 'reference-not-closed') return undefined;
  const [found = '', name = ''] = unclosed.exec(text.slice(at)) ?? [];
  return names.has(name) ? { at, from: found, to: `\${${name}}` } : undefined;
};

/** Straight quotes, unless straightening is what breaks it: the stroke in `'Don’t know'` is part of the text. */
const withStraightQuotes = (text: string): string => {
  if (!hasCurlyQuotes(text)) return text;
  const straight = straightened(text);
  return parseExpression(straight).ok || !parseExpression(text).ok ? straight : text;
};

const inWords = /\$\{([^{}]*)\}/gu;
const inExpressions = /\$\s*\{([^{}]*)\}/gu;
/** `${ a }` is `${a}`, and a question that had to be renamed is found under its new name. */
const withTidyReferences = (text: string, names: KnownNames, respelt: { from: string; to: string }[], pattern: RegExp): string =>
  text.replace(pattern, (whole, inside: string) => {
    const name = names.get(inside.trim()) ?? names.get(inside);
    if (name === undefined || `\${${name}}` === whole) return whole;
    if (inside !== inside.trim() || !whole.startsWith('${')) respelt.push({ from: whole, to: `\${${name}}` });
    return `\${${name}}`;
  });

export const mendExpression = (written: string, names: KnownNames): Mended => {
  const straight = withStraightQuotes(written);
  const respelt: { from: string; to: string }[] = [];
  let text = withTidyReferences(straight, names, respelt, inExpressions);
  for (let left = mostMends; left > 0; left -= 1) {
    const slip = slipIn(text, names);
    if (!slip) break;
    respelt.push(slip);
    text = `${text.slice(0, slip.at)}${slip.to}${text.slice(slip.at + slip.from.length)}`;
  }
  return { text: withTidyReferences(text, names, [], inExpressions), respelt, straightened: straight !== written };
};

const backwards = /(?<!\$)\{\s*([\p{L}_][^{}\n]{0,300}?)\s*\}\s*\$(?!\s*\{)|#\{\s*([\p{L}_][^{}\n]{0,300}?)\s*\}/gu;

/** The same in words: only what is certainly a reference to a question that exists. */
export const mendWords = (written: string, names: KnownNames): Mended => {
  if (!written.includes('{')) return { text: written, respelt: [], straightened: false };
  const respelt: { from: string; to: string }[] = [];
  const turned = written.replace(backwards, (whole, behind: string | undefined, hash: string | undefined) => {
    const name = names.get((behind ?? hash ?? '').trim());
    if (name === undefined) return whole;
    respelt.push({ from: whole, to: `\${${name}}` });
    return `\${${name}}`;
  });
  return { text: withTidyReferences(turned, names, respelt, inWords), respelt, straightened: false };
};
