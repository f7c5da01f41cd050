/** Says why an expression does not read, in its author's terms: the first misspelt piece, or what stands where it should not. */
import { type ExpressionFailure, failureAt } from './failures.ts';
import { type Token, tokensOf } from './lex.ts';
import { firstMisspelt } from './misspelt.ts';

const isValueStart = ({ kind, text }: Token): boolean => (kind === 'operator' ? ['(', '.', '..', '@'].includes(text) : kind !== 'end');
const endsValue = ({ kind, text }: Token): boolean => (kind === 'operator' ? [')', ']', '.', '..'].includes(text) : kind !== 'end');

const capitals = /^(?:and|or|div|mod)$/i;

const afterValue = (token: Token): ExpressionFailure => {
  const { text, at } = token;
  if (text === ')') return failureAt('parenthesis-not-opened', at, text);
  if (text === ']') return failureAt('bracket-not-opened', at, text);
  if (token.kind === 'name' && capitals.test(text)) return failureAt('operator-misspelt', at, text, text.toLowerCase());
  return failureAt(isValueStart(token) ? 'operator-missing' : 'not-expected', at, text);
};

const unexpected = (before: Token | undefined, token: Token): ExpressionFailure => {
  if (before && endsValue(before)) return afterValue(token);
  if (before?.text === '/' && isValueStart(token)) return failureAt('operator-misspelt', before.at, '/', 'div');
  if (before) return failureAt('value-missing', before.at, before.text);
  return token.kind === 'end' ? failureAt('empty', 0, '') : failureAt('value-missing', token.at, token.text);
};

const whereItStopped = (text: string, failure: ExpressionFailure): ExpressionFailure => {
  const tokens = tokensOf(text);
  if (!tokens.ok) return failure;
  const place = tokens.value.findIndex(({ at }) => at === failure.at);
  const [token, after] = tokens.value.slice(place);
  // An axis that nobody knows.
  if (!token || after?.text === '::') return failure;
  return unexpected(tokens.value[place - 1], token);
};

const tooLarge: readonly string[] = ['too-long', 'too-nested'];

export const explained = (text: string, failure: ExpressionFailure): ExpressionFailure => {
  if (tooLarge.includes(failure.type)) return failure;
  const misspelt = firstMisspelt(text);
  if (misspelt && misspelt.at <= failure.at) return misspelt;
  return failure.type === 'not-expected' ? whereItStopped(text, failure) : failure;
};
