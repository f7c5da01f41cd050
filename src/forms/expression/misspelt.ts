/** The mistakes that authors make in the spelling of references and operators, told with what they meant. */
import { type ExpressionFailure, failureAt } from './failures.ts';
import { isQuote, quotedTexts } from './quotes.ts';

const inBraces = '\\s*([\\p{L}_][^{}$\'"\\n]{0,300}?)\\s*';
/** `{a}$` is what right-to-left cells tempt people to type: the sign ends up behind the braces. */
const backwards = new RegExp(`\\{${inBraces}\\}\\s*\\$(?!\\s*\\{)`, 'uy');
const otherBraces = new RegExp(
  `[#@&]?\\{${inBraces}\\}|\\$\\(${inBraces}\\)|\\$\\[${inBraces}\\]|\\{\\s*\\$${inBraces}\\}|\\}${inBraces}\\{\\s*\\$`,
  'uy',
);
const bare = /\$([\p{L}_][\p{L}\p{N}\p{M}_-]*)/uy;
const open = /[$#]\s*\{[^{}]{0,40}|\$\s*\}|\{/y;

const wrongOperator =
  /%(?=\s*[$\w(.])|[!=]==|==|&[lg]t;|&&?|\|\||<>|=[<>]|[\u2260\u2264\u2265\u00d7\u00f7\u2212\u2013\u060c\uff08\uff09\uff0c\uff1c-\uff1e]/y;
/** Other languages' operators and typeset signs. What Chinese keyboards give has its plain form in Unicode. */
const rightOperators: Readonly<Record<string, string>> = {
  '%': 'mod',
  '!==': '!=',
  '===': '=',
  '==': '=',
  '&lt;': '<',
  '&gt;': '>',
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '<>': '!=',
  '=<': '<=',
  '=>': '>=',
  '\u2260': '!=',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u00d7': '*',
  '\u00f7': 'div',
  '\u2212': '-',
  '\u2013': '-',
  '\u060c': ',',
};

const misspeltOperator = (text: string, at: number): ExpressionFailure | undefined => {
  wrongOperator.lastIndex = at;
  const wrong = wrongOperator.exec(text)?.[0];
  return wrong === undefined ? undefined : failureAt('operator-misspelt', at, wrong, rightOperators[wrong] ?? wrong.normalize('NFKC'));
};

const misspeltReference = (text: string, at: number): ExpressionFailure | undefined => {
  for (const pattern of [backwards, otherBraces, bare]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const named = found?.slice(1).find((group) => group !== undefined);
    if (found && named) return failureAt('reference-misspelt', at, found[0], `\${${named}}`);
  }
  open.lastIndex = at;
  const unclosed = open.exec(text)?.[0];
  return unclosed === undefined ? undefined : failureAt('reference-not-closed', at, unclosed);
};

const rightReference = /\$\s*\{[^{}$'"\n]*[^{}$'"\s][^{}$'"\n]*\}/y;

/** Where a piece that is right, or at least not known to be wrong, ends. */
const skipRight = (text: string, at: number): number => {
  for (const right of [...quotedTexts, rightReference]) {
    right.lastIndex = at;
    if (right.test(text)) return right.lastIndex;
  }
  return isQuote(text.charAt(at)) ? text.length : at + 1;
};

/** The first misspelt piece outside quotes. */
export const firstMisspelt = (text: string): ExpressionFailure | undefined => {
  let at = 0;
  while (at < text.length) {
    const next = skipRight(text, at);
    const misspelt = next === at + 1 ? (misspeltReference(text, at) ?? misspeltOperator(text, at)) : undefined;
    if (misspelt) return misspelt;
    at = next;
  }
  return undefined;
};
