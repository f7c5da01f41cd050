/** No words for people stand in the code: every text on a screen comes from locales, or it would be English in every language. */
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from '../support/source.ts';

/** Attributes that are read out or shown. */
const saidAttributes = new Set([
  'label',
  'title',
  'alt',
  'placeholder',
  'hint',
  'error',
  'text',
  'aria-label',
  'aria-description',
  'aria-roledescription',
]);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

type Node = Readonly<Record<string, unknown>> & { readonly type: string };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The words that stand there as such, whether alone, in braces, or as one way of a choice. */
const literalsIn = (value: unknown): string[] => {
  if (!isNode(value)) return [];
  if (value.type === 'Literal') return typeof value.value === 'string' && hasWords(value.value) ? [value.value] : [];
  if (value.type === 'TemplateLiteral')
    return (value.quasis as readonly { readonly value: { readonly cooked: string } }[])
      .map(({ value: { cooked } }) => cooked)
      .filter(hasWords);
  if (value.type === 'JSXExpressionContainer') return literalsIn(value.expression);
  if (value.type === 'ConditionalExpression') return [...literalsIn(value.consequent), ...literalsIn(value.alternate)];
  if (value.type === 'LogicalExpression') return [...literalsIn(value.left), ...literalsIn(value.right)];
  return [];
};

const nameOf = (attribute: Node): string => String((attribute.name as Node | undefined)?.name);

const wordsAt = (node: Node): string[] => {
  if (node.type === 'JSXText') return hasWords(String(node.value)) ? [String(node.value).trim()] : [];
  if (node.type === 'JSXAttribute') return saidAttributes.has(nameOf(node)) ? literalsIn(node.value) : [];
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node.children as readonly unknown[]).flatMap((child) =>
      isNode(child) && child.type === 'JSXExpressionContainer' ? literalsIn(child) : [],
    );
  return [];
};

const wordsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isNode(value)) return [];
  return [...wordsAt(value), ...Object.values(value).flatMap(wordsIn)];
};

const said = (source: string): string[] => wordsIn(parseAst(source, { lang: 'tsx' }));

test('words in the code are found wherever they stand', () => {
  expect(said('const a = <p>Hello</p>;')).toEqual(['Hello']);
  expect(said("const a = <p>{late ? 'Too late' : null}</p>;")).toEqual(['Too late']);
  expect(said('const a = <Field label="Name" />;')).toEqual(['Name']);
  expect(said('const a = <p title={`Sent by ${who}`} />;')).toEqual(['Sent by ']);
  expect(said('const a = <p class="lead">{t(\'app:lead\')} · {x}</p>;')).toEqual([]);
});

test('no screen says anything that is not in locales', () => {
  const found = filesUnder('src', ['.tsx']).flatMap((path) => said(textOf(path)).map((words) => `${path}: ${words}`));
  expect(found).toEqual([]);
});
