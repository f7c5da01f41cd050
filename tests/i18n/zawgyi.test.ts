/** Burmese in both ways of writing, from the samples of the tools our tables come from: declarations and news, line by line. */
import { expect, test } from 'vitest';
import { readableBurmese } from '../../src/i18n/burmese.ts';
import { inUnicode, looksLikeZawgyi } from '../../src/i18n/zawgyi/zawgyi.ts';
import { textOf } from '../support/source.ts';

const linesOf = (name: string): string[] =>
  textOf(`node_modules/myanmar-tools/resources/${name}.txt`)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('#'));
const isLong = (line: string): boolean => (line.match(/[\u1000-\u109f]/g) ?? []).length > 12;

test('Zawgyi is told from Unicode in every line that is long enough to tell', () => {
  const [zawgyi, unicode] = [linesOf('mmgov_zawgyi_src').filter(isLong), linesOf('udhr_mya_unicode_src').filter(isLong)];
  expect([zawgyi.length > 20, unicode.length > 50]).toEqual([true, true]);
  expect(zawgyi.filter((line) => !looksLikeZawgyi(line))).toEqual([]);
  expect(unicode.filter(looksLikeZawgyi)).toEqual([]);
});

test('the chances are those of the original, where it is sure', () => {
  const cases = textOf('node_modules/myanmar-tools/resources/compatibility.tsv')
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([chance = '', text]) => (text === undefined ? [] : [{ chance: Number(chance), text }]))
    .filter(({ chance }) => chance > 0.99 || chance < 0.5);
  expect(cases.length).toBeGreaterThan(15);
  expect(cases.filter(({ chance, text }) => looksLikeZawgyi(text) !== chance > 0.95)).toEqual([]);
});

test('what it becomes is what the original makes of it, and is Unicode', () => {
  const made = linesOf('mmgov_zawgyi_src').map(inUnicode);
  expect(made).toEqual(linesOf('mmgov_unicode_out'));
  expect(made.filter(looksLikeZawgyi)).toEqual([]);
});

test('nothing is said of text in another script, or of Burmese everybody can read', async () => {
  expect(await readableBurmese('Half a sentence, 한국어, 123')).toBeNull();
  expect(await readableBurmese('မျိုးရိုးဂုဏ်သိက္ခာနှင့်တကွ')).toBeNull();
  expect(await readableBurmese('ဘဂၤလားေဒရွ္႕')).toBe('ဘင်္ဂလားဒေရှ့်');
});
