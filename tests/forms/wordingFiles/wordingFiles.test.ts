/** Wording goes out to translators and comes back in three formats: nothing is lost on the way, and every row is looked at. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkRows } from '../../../src/forms/wordingFiles/checkRows.ts';
import { writeJson } from '../../../src/forms/wordingFiles/i18nextJson.ts';
import { readWordingFile } from '../../../src/forms/wordingFiles/readWordingFile.ts';
import { writeSpreadsheet } from '../../../src/forms/wordingFiles/spreadsheet.ts';
import type { FileText, ReadFile, ReadRow, WrittenLanguage } from '../../../src/forms/wordingFiles/wordingFile.ts';
import { writeXliff } from '../../../src/forms/wordingFiles/writeXliff.ts';
import { englishFor } from '../../../src/i18n/flatWords.ts';
import { languages, namespacesOf, wordsIn } from '../../support/words.ts';

const namespaces = ['app', 'checklists', 'field'];

const texts: readonly FileText[] = [
  { key: 'app:nav.today', english: 'Today', text: '오늘', state: 'approved', who: 'Mina', note: 'Short: it stands under an icon.' },
  { key: 'app:waiting_one', english: '{{count}} entries wait for "{{name}}"', text: '', state: 'missing' },
  {
    key: 'app:waiting_other',
    english: '{{count}} entries wait for "{{name}}"',
    text: '{{name}} <기록> {{count}}개 & 더',
    state: 'machine-draft',
  },
  { key: 'checklists:questions.rest.ask', english: 'Do you get a day of rest?', text: 'کیا آپ کو چھٹی ملتی ہے؟', state: 'field-checked' },
  { key: 'checklists:limits.more', english: "First.\nThen, it's second.", text: 'ទីមួយ។\nបន្ទាប់មក "ទីពីរ"។', state: 'outdated' },
  { key: 'field:formula', english: '=1+1', text: '=cmd|x', state: 'reviewed' },
];
const language: WrittenLanguage = { tag: 'ko', direction: 'ltr', texts };

const formats: readonly (readonly [string, (written: WrittenLanguage) => Uint8Array, boolean])[] = [
  ['words-ko.xlsx', writeSpreadsheet, true],
  ['words-ko.xlf', (written) => strToU8(writeXliff(written)), true],
  ['words-ko.json', (written) => strToU8(writeJson(written)), false],
];

const opened = (bytes: Uint8Array, name: string): ReadFile => {
  const read = readWordingFile(bytes, name, namespaces);
  if (!read.ok) throw new Error(`${name}: ${read.failure.type}`);
  return read.value;
};
const refused = (bytes: Uint8Array | string, name: string): string => {
  const read = readWordingFile(typeof bytes === 'string' ? strToU8(bytes) : bytes, name, namespaces);
  return read.ok ? 'read' : read.failure.type;
};

describe.each(formats)('%s', (name, write, carriesEnglish) => {
  test('what goes out comes back: three scripts, plurals, placeholders, quotation marks, lines, what looks like a formula', () => {
    const { language: tag, rows } = opened(write(language), name);
    expect(tag).toBe(carriesEnglish ? 'ko' : null);
    expect(rows.map(({ key, english, text }) => ({ key, english, text }))).toEqual(
      texts.map(({ key, english, text }) => ({ key, english: carriesEnglish ? english : null, text })),
    );
  });

  test('each row knows where it stands', () => {
    const { rows } = opened(write(language), name);
    const rest = rows.find(({ key }) => key === 'checklists:questions.rest.ask');
    expect(rest?.where).toEqual({ part: 'checklists', row: name.endsWith('xlsx') ? 2 : 1 });
  });

  test.each(languages.filter((tag) => tag !== 'en'))('all of %s comes back unchanged, and no row of it is bad', (tag) => {
    const all = namespacesOf(tag).flatMap((namespace): FileText[] => {
      const english = wordsIn(`locales/en/${namespace}.json`);
      return [...wordsIn(`locales/${tag}/${namespace}.json`)].flatMap(([key, text]) => {
        const says = englishFor(key, english);
        return says === undefined ? [] : [{ key: `${namespace}:${key}`, english: says, text, state: 'machine-draft' as const }];
      });
    });
    const read = readWordingFile(write({ tag, direction: 'ltr', texts: all }), name, namespacesOf(tag));
    const checked = read.ok ? checkRows(tag, read.value.rows, all) : null;
    expect(checked?.bad).toEqual([]);
    expect(checked?.changed).toEqual([]);
    expect(checked?.read).toHaveLength(all.length);
  });
});

test('XLIFF is XLIFF: units with ids, notes and states', () => {
  const xml = writeXliff(language);
  expect(xml).toContain('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ko">');
  expect(xml).toContain(
    '<unit id="nav.today" name="app:nav.today"><notes><note>Short: it stands under an icon.</note></notes><segment state="final"><source>Today</source><target>오늘</target></segment></unit>',
  );
});

test('a translator’s program may split a text, mark words, rename prefixes and add its own notes', () => {
  const xml = `<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="vi">
    <x:file id="app"><x:notes><x:note>Not a text</x:note></x:notes><x:unit id="greeting">
      <x:originalData><x:data id="d1">{{name}}</x:data></x:originalData>
      <x:segment id="s1" state="final"><x:source>Hello <x:mrk id="m1" type="term">friend</x:mrk>. </x:source><x:target>Chào <x:pc id="1">bạn</x:pc>. </x:target></x:segment>
      <x:segment id="s2"><x:source>Sit.</x:source><x:target>Ngồi &#x111;i.</x:target></x:segment>
    </x:unit></x:file></x:xliff>`;
  expect(opened(strToU8(xml), 'back.xlf')).toEqual({
    language: 'vi',
    rows: [{ where: { part: 'app', row: 1 }, key: 'app:greeting', english: 'Hello friend. Sit.', text: 'Chào bạn. Ngồi đi.' }],
  });
});

test('one part of i18next JSON is known by the name of its file', () => {
  const { rows } = opened(strToU8('{"nav":{"today":"Hôm nay"}}'), 'app.json');
  expect(rows).toMatchObject([{ key: 'app:nav.today', text: 'Hôm nay' }]);
});

describe('what is not opened', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;
  const xliff = (inside: string, version = '2.0') => `<xliff version="${version}" trgLang="ko"><file id="app">${inside}</file></xliff>`;

  test.each([
    ['unsafe', `${bomb}${xliff('<unit id="a"><segment><source>&b;</source></segment></unit>')}`, 'a.xlf'],
    ['unsafe', `<?xml version="1.0"?><!DOCTYPE xliff SYSTEM "file:///etc/passwd">${xliff('')}`, 'a.xlf'],
    ['unsafe', xliff('<g>'.repeat(200)), 'deep.xlf'],
    ['damaged', xliff('<unit id="a">'), 'cut.xlf'],
    ['other-xliff', '<xliff version="1.2"><file><body><trans-unit id="a"><source>A</source></trans-unit></body></file></xliff>', 'old.xlf'],
    ['no-wording', '<html><body>Hello</body></html>', 'page.xlf'],
    ['no-wording', xliff(''), 'empty.xlf'],
    ['not-json', '{"app": {', 'cut.json'],
    ['no-wording', '{"other": {"a": "b"}}', 'other.json'],
    ['empty', '', 'empty.xlsx'],
    ['plain-text', 'just words', 'words.xlsx'],
  ])('%s', (type, file, name) => {
    expect(refused(file, name)).toBe(type);
  });

  test('an entity of its own stays the letters it is', () => {
    const { rows } = opened(strToU8(xliff('<unit id="a"><segment><source>A</source><target>&b; &amp;</target></segment></unit>')), 'a.xlf');
    expect(rows[0]?.text).toBe('&b; &');
  });

  test('a spreadsheet that is none of ours, and more rows than any language has', () => {
    expect(refused(writeSpreadsheet({ ...language, texts: [] }), 'none.xlsx')).toBe('no-wording');
    const many = Array.from({ length: 20_001 }, (_, at) => `"k${at}":"a"`).join();
    expect(refused(`{"app":{${many}}}`, 'many.json')).toBe('too-many');
  });
});

describe('every row is looked at', () => {
  const row = (key: string, text: string, english: string | null = null): ReadRow => ({
    where: { part: 'app', row: 7 },
    key,
    english,
    text,
  });
  const problemsOf = (one: ReadRow, tag = 'ko') =>
    checkRows(tag, [one], texts).bad.flatMap(({ problems }) => problems.map(({ type }) => type));

  test.each([
    ['a key that is not there', row('app:nav.gone', '없음'), ['unknown-key']],
    ['a form the language does not count in', row('app:waiting_few', '몇'), ['plural-form']],
    ['a placeholder lost, another made up', row('app:waiting_other', '{{nume}} {{count}}'), ['placeholder-missing', 'placeholder-foreign']],
    ['blank where there were words', row('app:nav.today', ' '), ['blank']],
    ['far too long', row('app:nav.today', '가'.repeat(100)), ['too-long']],
    ['written from another English', row('app:nav.today', '오늘은', 'This day'), ['english-changed']],
    ['the words of another language', row('app:nav.today', 'Сегодня'), ['other-script']],
    ['not translated at all', row('checklists:questions.rest.ask', 'Do you get a day of rest?'), ['still-english']],
    ['another English than ours', row('checklists:questions.rest.ask', 'Do you have any day of rest?'), ['other-script']],
  ])('%s', (_, one, types) => {
    expect(problemsOf(one)).toEqual(types);
  });

  test('English left in a language of Latin letters is noticed too', () => {
    expect(problemsOf(row('checklists:questions.rest.ask', 'Do you get a  day of rest?'), 'es')).toEqual(['still-english']);
    expect(problemsOf(row('checklists:questions.rest.ask', '¿Tiene un día de descanso?'), 'es')).toEqual([]);
  });

  test('a Latin name may stand in any language; a line break or a space more in the English is no change', () => {
    expect(problemsOf(row('app:nav.today', 'WhatsApp'))).toEqual([]);
    expect(problemsOf(row('checklists:limits.more', '둘째', "First.\r\nThen,  it's second. "))).toEqual([]);
  });

  test('bad rows are named with their place, and the rest goes in', () => {
    const rows = [
      row('app:nav.today', '오늘'),
      row('app:waiting_one', ''),
      row('app:waiting_other', '{{name}} {{count}}'),
      row('field:formula', '식'),
      row('field:formula', '식'),
      row('app:nav.gone', '없음'),
    ];
    const checked = checkRows('ko', rows, texts);
    expect(checked.changed.map(({ key }) => key)).toEqual(['app:waiting_other', 'field:formula']);
    expect(checked.bad.map(({ key, where, problems }) => [key, where.row, problems[0]?.type])).toEqual([
      ['field:formula', 7, 'twice'],
      ['app:nav.gone', 7, 'unknown-key'],
    ]);
    expect(checked).toMatchObject({ left: 1, same: 1, added: [], read: [] });
  });

  test('words that came where there were none, and words read and left as they were', () => {
    const checked = checkRows('ko', [row('app:waiting_one', '{{name}} 한 개'), row('app:waiting_other', texts[2]?.text ?? '')], texts);
    expect(checked.added.map(({ text }) => text)).toEqual(['{{name}} 한 개']);
    expect(checked.read.map(({ key }) => key)).toEqual(['app:waiting_other']);
  });
});
