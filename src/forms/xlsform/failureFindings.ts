/** What the parser and the list of functions say is wrong with an expression, as a finding. */
import type { ExpressionFailure, ExpressionFailureType } from '../expression/failures.ts';
import { namesOfFunctions } from '../expression/problems.ts';
import type { Findings, Place } from './finding.ts';
import type { FindingCode } from './findingWords.ts';
import { nearestTo } from './nearest.ts';

const codes: Readonly<Record<ExpressionFailureType, FindingCode>> = {
  empty: 'expression-value-missing',
  'too-long': 'expression-too-long',
  'too-nested': 'expression-too-long',
  'quote-not-closed': 'expression-quote',
  'parenthesis-not-closed': 'expression-bracket',
  'parenthesis-not-opened': 'expression-bracket',
  'bracket-not-closed': 'expression-bracket',
  'bracket-not-opened': 'expression-bracket',
  'reference-not-closed': 'expression-reference',
  'reference-misspelt': 'expression-reference',
  'operator-misspelt': 'expression-operator',
  'value-missing': 'expression-value-missing',
  'operator-missing': 'expression-operator-missing',
  'not-expected': 'expression-not-understood',
  'character-not-known': 'expression-not-understood',
  'function-not-known': 'function-unknown',
  'function-not-supported': 'function-not-supported',
  'arguments-too-few': 'function-arguments',
  'arguments-too-many': 'function-arguments',
  'pattern-not-supported': 'pattern-not-supported',
};

/** The list of functions is the engine's; guessing which one was meant is only ever done here. */
const meantBy = ({ type, text, suggestion }: ExpressionFailure): string | undefined =>
  type === 'function-not-known' ? nearestTo(text, namesOfFunctions) : suggestion;

/** People count from 1. */
export const sayFailure = (failure: ExpressionFailure, place: Place, findings: Findings): void => {
  const { type, at, text } = failure;
  findings.add(codes[type], place, { text, suggestion: meantBy(failure), values: { piece: text, at: at + 1 } });
};
