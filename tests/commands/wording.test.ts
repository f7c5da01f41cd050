/** `npm run wording -- settle`: what English changed since becomes outdated, what is new a draft, and nobody's name is lost. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepLanguage, type LanguageFolder, openLanguage, type Texts } from '../../commands/wording/languageFolder.ts';
import { settle } from '../../commands/wording/settle.ts';
import { rowsOf, tableOf } from '../../commands/wording/table.ts';

const texts = (of: Record<string, string>): Texts => new Map([['field', new Map(Object.entries(of))]]);
const english = texts({ ask: 'Is it safe here?', stop: 'Stop' });
const korean = texts({ ask: '여기 괜찮으세요?', stop: '그만' });
const nobody: Pick<LanguageFolder, 'review' | 'sources'> = { review: { namespaces: {}, strings: {} }, sources: {} };

/** Written from English as it was, and then read by somebody. */
const read = (): LanguageFolder => {
  const { sources } = settle({ texts: korean, ...nobody }, english, { written: false });
  const standing = { state: 'field-checked', who: 'Mina', when: '2026-11-01' } as const;
  return { texts: korean, sources, review: { namespaces: { field: standing }, strings: {} } };
};

test('a new language is a draft from what English says now', () => {
  const settled = settle({ texts: korean, ...nobody }, english, { written: false });
  expect(settled.review).toEqual({ namespaces: { field: { state: 'machine-draft' } }, strings: {} });
  expect(settled.added).toEqual(['field:ask', 'field:stop']);
  expect(settle({ texts: korean, ...settled }, english, { written: false }).added).toEqual([]);
});

test('English changes: the wording is outdated, who read it stays named, and what it was written from is still known', () => {
  const changed = texts({ ask: 'Is this a good place to talk?', stop: 'Stop' });
  const settled = settle(read(), changed, { written: false });
  expect(settled.changed).toEqual(['field:ask']);
  expect(settled.review.strings).toEqual({ 'field:ask': { state: 'outdated', who: 'Mina', when: '2026-11-01' } });
  expect(settled.sources).toEqual(read().sources);
});

test('English goes back: the wording says the same again, but is not checked by that', () => {
  const outdated = settle(read(), texts({ ask: 'Is this safe?', stop: 'Stop' }), { written: false });
  const back = settle({ texts: korean, ...outdated }, english, { written: false });
  expect(back.review.strings).toEqual({ 'field:ask': { state: 'translated', who: 'Mina', when: '2026-11-01' } });
});

test('wording that comes later is a draft among what was read; what is gone is forgotten', () => {
  const more = texts({ ask: 'Is it safe here?', later: 'Later' });
  const settled = settle({ ...read(), texts: texts({ ask: '여기 괜찮으세요?', later: '나중에' }) }, more, { written: false });
  expect(settled.review.strings).toEqual({ 'field:later': { state: 'machine-draft' } });
  expect(Object.keys(settled.sources.field ?? {})).toEqual(['ask', 'later']);
});

test('a language gone through as a whole is a draft where English had changed, and stands from now on', () => {
  const changed = texts({ ask: 'Is this a good place to talk?', stop: 'Stop' });
  const settled = settle(read(), changed, { written: true });
  expect(settled.review.strings).toEqual({ 'field:ask': { state: 'machine-draft' } });
  expect(settle({ texts: korean, ...settled }, changed, { written: false }).changed).toEqual([]);
});

test('the table counts the states, and what is missing', () => {
  const folder = { ...read(), texts: texts({ ask: '여기 괜찮으세요?' }) };
  const [row] = rowsOf('ko', folder, english);
  expect([row?.counts.get('missing'), row?.counts.get('field-checked')]).toEqual([1, 1]);
  expect(tableOf(rowsOf('ko', folder, english))).toMatch(/^language\s+namespace\s+missing/);
});

test('a folder with nothing but words gets both files, and other files are no words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wording-'));
  writeFileSync(join(folder, 'field.json'), JSON.stringify({ ask: '여기 괜찮으세요?' }));
  writeFileSync(join(folder, 'glossary.json'), '{}');
  keepLanguage(folder, settle(openLanguage(folder), english, { written: false }));
  const again = openLanguage(folder);
  expect([...again.texts.keys()]).toEqual(['field']);
  expect(again.review.namespaces).toEqual({ field: { state: 'machine-draft' } });
});
