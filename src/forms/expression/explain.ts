/** Says why an expression does not read, in its author's terms: the first misspelt piece, or what stands where it should not. */
import { type ExpressionFailure, failureAt } from './failures.ts';
import type { Token } from './lex.ts';
import { firstMisspelt } from './misspelt.ts';
import { isQuote } from './quotes.ts';
import type { Stop } from './reader.ts';

const isValueStart = ({ kind, text }: Token): boolean => (kind === 'operator' ? ['(', '.', '..', '@'].includes(text) : kind !== 'end');
const endsValue = ({ kind, text }: Token): boolean => (kind === 'operator' ? [')', ']', '.', '..'].includes(text) : kind !== 'end');

const capitals = /^(?:and|or|div|mod)$/i;

const notAPiece = (text: string, at: number): ExpressionFailure =>
  isQuote(text.charAt(at))
    ? failureAt('quote-not-closed', at, text.slice(at, at + 40))
    : failureAt('character-not-known', at, String.fromCodePoint(text.codePointAt(at) ?? 0));

/** The innermost sign still open at the end; that of a call goes with its name. */
const notClosed = (tokens: readonly Token[], end: Token): ExpressionFailure => {
  const open: number[] = [];
  for (const [place, { kind, text }] of tokens.entries()) {
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[') open.push(place);
    if (text === ')' || text === ']') open.pop();
  }
  const place = open.at(-1) ?? -1;
  const [before, sign] = [tokens[place - 1], tokens[place]];
  if (sign?.text === '[') return failureAt('bracket-not-closed', sign.at, sign.text);
  if (before?.kind === 'name') return failureAt('parenthesis-not-closed', before.at, `${before.text}(`);
  return sign ? failureAt('parenthesis-not-closed', sign.at, sign.text) : failureAt('not-expected', end.at, end.text);
};

const afterValue = (token: Token): ExpressionFailure => {
  const { kind, text, at } = token;
  if (text === ')') return failureAt('parenthesis-not-opened', at, text);
  if (text === ']') return failureAt('bracket-not-opened', at, text);
  if (kind === 'name' && capitals.test(text)) return failureAt('operator-misspelt', at, text, text.toLowerCase());
  return failureAt(isValueStart(token) ? 'operator-missing' : 'not-expected', at, text);
};

/** Whether a value ends before this place: a slash alone is the form itself. */
const isWhole = (tokens: readonly Token[], place: number): boolean => {
  const [earlier, before] = [tokens[place - 2], tokens[place - 1]];
  return before !== undefined && (endsValue(before) || (before.text === '/' && !(earlier && endsValue(earlier))));
};

const whereItStopped = (tokens: readonly Token[], token: Token): ExpressionFailure => {
  const place = tokens.indexOf(token);
  const [before, after] = [tokens[place - 1], tokens[place + 1]];
  // An axis that nobody knows.
  if (after?.text === '::') return failureAt('not-expected', token.at, token.text);
  if (token.kind === 'end' && isWhole(tokens, place)) return notClosed(tokens, token);
  if (before && endsValue(before)) return afterValue(token);
  if (before?.text === '/' && isValueStart(token)) return failureAt('operator-misspelt', before.at, '/', 'div');
  if (before) return failureAt('value-missing', before.at, before.text);
  return token.kind === 'end' ? failureAt('empty', 0, '') : failureAt('value-missing', token.at, token.text);
};

export const explained = (text: string, tokens: readonly Token[], { token, tooNested }: Stop): ExpressionFailure => {
  const last = tokens.at(-1);
  if (tooNested && last?.kind === 'end') return failureAt('too-nested', token.at, token.text);
  const found = last?.kind === 'wrong' ? notAPiece(text, last.at) : whereItStopped(tokens, token);
  const misspelt = firstMisspelt(text);
  return misspelt && misspelt.at <= Math.max(found.at, token.at) ? misspelt : found;
};
