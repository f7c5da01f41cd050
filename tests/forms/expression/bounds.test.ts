/** Expressions made to take for ever, over a form and a list as long as the longest real ones. They end, whatever they give. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/forms/expression/evaluate.ts';
import { parseExpression } from '../../../src/forms/expression/parse.ts';
import { storedText } from '../../../src/forms/expression/values.ts';
import { scopeOf } from './someForm.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);
const scope = scopeOf({
  answers: { group: numbered(1300).map((index) => ({ answer: `text ${index}` })), note: 'a'.repeat(20_000) },
  lists: { places: numbered(10_000).map((index) => ({ name: `place_${index}`, label: `Place ${index}` })) },
});

const given = (text: string): string => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure.type}`);
  return storedText(evaluate(parsed.value, scope));
};

describe('made to take for ever', () => {
  test.each([
    'count(//*[//*[//*[//*]]])',
    'count(//*[count(//*[count(//*) > 0]) > 0])',
    `count(//*${'//*'.repeat(30)})`,
    "count(instance('places')/root/item[name != instance('places')/root/item/name])",
    "instance('places')/root/item/name != instance('places')/root/item/label",
    "count(//*[sum(//answer) > 0 or join('', //answer) = ''])",
    "count(//*[pulldata('places', 'label', 'name', 'none') = ''])",
    'count(//*[indexed-repeat(//answer, //group, 7) = ""])',
    'count(//*/ancestor::*/following-sibling::*/preceding-sibling::*)',
    "count(instance('places')/root/item[regex(concat(name, /data/note), '^(a+)+$')])",
    "count(instance('places')/root/item[regex(/data/note, '((a|b)*c){50}')])",
    'count(randomize(//*[count(randomize(//*)) > 0]))',
  ])('%s', (text) => {
    expect(typeof given(text)).toBe('string');
  });
});

describe('far from the bounds is what forms do', () => {
  test.each([
    ["pulldata('places', 'label', 'name', 'place_9999')", 'Place 9999'],
    ["instance('places')/root/item[name = 'place_9999']/label", 'Place 9999'],
    ["count(instance('places')/root/item[starts-with(name, 'place_99')])", '111'],
    ["count(instance('places')/root/item[regex(name, '^place_[0-9]{4}$')])", '9000'],
    ["count(/data/group[answer != ''])", '1300'],
    ['count(//answer)', '1300'],
    ["regex(/data/note, '^a{1,9999}$')", 'false'],
    ["regex(/data/note, '^[a-z]+$')", 'true'],
    ["instance('places')/root/item[position() = last()]/name", 'place_9999'],
  ])('%s', (text, expected) => {
    expect(given(text)).toBe(expected);
  });
});
