/** What is written out for other programs and brought back is the same checklist. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Checklist,
  type Choice,
  elements,
  forms,
  type Item,
  type Marks,
  urgencies,
  waysOfForce,
} from '../../../src/domain/checklist.ts';
import { readWorkbook } from '../../../src/forms/workbook/readWorkbook.ts';
import { writeWorkbook } from '../../../src/forms/workbook/writeWorkbook.ts';
import { readXlsform } from '../../../src/forms/xlsform/readXlsform.ts';
import { xlsformOf } from '../../../src/forms/xlsform/xlsformOf.ts';
import { readingOf } from '../../support/sheets.ts';

const writtenAndRead = (checklist: Checklist): Checklist => {
  const book = readWorkbook(new Uint8Array(writeWorkbook(xlsformOf(checklist))));
  if (!book.ok) throw new Error(book.failure.type);
  const read = readXlsform(book.value, [], { formName: 'written.xlsx' });
  if (!read.ok) throw new Error(read.failure.type);
  return read.value.checklist;
};

const english = 'English (en)';
const arabic = 'العربية (ar)';
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const words = fc
  .stringMatching(/^[A-Za-zäé한국ا<*=+@-][A-Za-z äé한국ا<>*=+@-]{0,20}[A-Za-z한ا]$/)
  .map((text) => text.replace(/ {2,}/g, ' '));
const texts = fc.record({ [english]: words, [arabic]: words }, { requiredKeys: [english] });
const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined });

const marks: fc.Arbitrary<Marks> = fc
  .record({
    element: fc.constantFrom(...elements),
    form: fc.constantFrom(...forms),
    notedWhen: fc.uniqueArray(fc.constantFrom('yes', 'no', '*'), { maxLength: 2 }),
    usuallyKnown: fc.constantFrom('seen' as const, 'said' as const),
    asksTime: fc.boolean(),
    topic: maybe(name),
    force: maybe(fc.uniqueArray(fc.constantFrom(...waysOfForce), { minLength: 1, maxLength: 2 })),
    urgentWhen: maybe(fc.record({ answers: fc.constant('yes').map((only) => [only]), urgency: fc.constantFrom(...urgencies) })),
    alone: maybe(fc.constant('no').map((only) => [only])),
  })
  .map((all): Marks => withoutNothing(all));

const withoutNothing = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

const question = fc
  .record({
    name,
    kind: fc.constantFrom('text', 'integer', 'date', 'select_one', 'select_multiple', 'note', 'image', 'geopoint'),
    labels: texts,
    hints: fc.oneof(fc.constant({}), texts),
    required: maybe(fc.constantFrom('true()', 'false()', '1 = 1')),
    relevant: maybe(fc.constantFrom('1 = 1', "today() > '2020-01-01'", 'true()')),
    constraint: maybe(fc.constantFrom('. > 3', "regex(., '^[a-z]+$')")),
    appearance: maybe(fc.constantFrom('minimal', 'w1 horizontal')),
    marks: maybe(marks),
    hidden: maybe(fc.constant(true)),
  })
  .map(({ kind, ...rest }): Item => {
    const why = kind === 'image' ? 'picture-or-sound' : kind === 'geopoint' ? 'place-on-a-map' : undefined;
    return withoutNothing({
      type: kind,
      supported: why === undefined,
      why,
      list: kind.startsWith('select') ? 'answers' : undefined,
      ...rest,
    });
  });

const uniqueNames = (items: readonly Item[]): Item[] => [...new Map(items.map((item) => [item.name, item])).values()];
const item: fc.Memo<Item> = fc.memo((depth) =>
  depth <= 1
    ? question
    : fc.oneof(
        { weight: 3, arbitrary: question },
        {
          weight: 1,
          arbitrary: fc
            .record({
              name,
              type: fc.constantFrom('group', 'repeat'),
              labels: texts,
              children: fc.array(item(depth - 1), { maxLength: 4 }),
              pause: maybe(fc.constant(true)),
            })
            .map((group): Item => withoutNothing({ supported: true, hints: {}, ...group, children: uniqueNames(group.children) })),
        },
      ),
);

const choice = (choiceName: string): fc.Arbitrary<Choice> =>
  fc.record({ name: fc.constant(choiceName), labels: texts, columns: maybe(fc.record({ county: words })) }).map(withoutNothing);

const checklist: fc.Arbitrary<Checklist> = fc
  .record({
    id: name,
    version: fc.constantFrom('1', '2026-11', ''),
    titles: texts,
    wording: fc.constant('own' as const),
    meantFor: fc.constantFrom('adult' as const, 'young-adult' as const, 'under-18' as const),
    defaultLanguage: fc.constant(english),
    items: fc.array(item(3), { minLength: 1, maxLength: 6 }).map(uniqueNames),
    lists: fc.tuple(choice('yes'), choice('no')).map((answers) => ({ answers })),
    tables: fc.constant({}),
    source: maybe(words),
    licence: maybe(words),
  })
  .map(
    (rest): Checklist =>
      withoutNothing({
        ...rest,
        languages: [
          { name: english, code: 'en', direction: 'ltr', wording: 'source' },
          { name: arabic, code: 'ar', direction: 'rtl', wording: 'reviewed', reviewedBy: 'An invented person' },
        ],
      }),
  );

describe('written out and brought in again', () => {
  test('is the same checklist, marks and all', () => {
    fc.assert(
      fc.property(checklist, (made) => {
        expect(writtenAndRead(made)).toEqual(made);
      }),
      { numRuns: 150 },
    );
  });

  test('a form of somebody else keeps what its author wrote, markup included', () => {
    const { checklist: form } = readingOf({
      survey: `
        type | name | label::English (en) | label::Tagalog | hint::English (en) | relevant | choice_filter | calculation | trigger | default | repeat_count | read_only | guidance_hint::English (en)
        select_one town or_other | town | Which **town**? | Anong bayan? | <b>Ask gently</b> | | county = 'cook' | | | cicero | | |
        text | why | Why? | Bakit? | | \${town} = 'cicero' | | | | | | yes | For you only
        calculate | when | | | | | | now() | \${town}, \${why} | | | |
        begin_repeat | jobs | Jobs | Mga trabaho | | | | | | | 3 | |
        range | hours | Hours | Oras | | | | | | | | |
        end_repeat | | | | | | | | | | | |
        select_one_from_file places.csv | place | Where? | Saan? | | | | | | | | |
        texxt | odd | Odd | Kakaiba | | | | | | | | |`,
      choices: `
        list_name | name | label::English (en) | label::Tagalog | county
        town | cicero | Cicero | Cicero | cook`,
      settings: `
        form_title | form_id | version | default_language
        Work | work | 7 | English (en)`,
    });
    expect(writtenAndRead(form)).toEqual(form);
  });

  test('one language that nobody named stays unnamed', () => {
    const { checklist: form } = readingOf({ survey: 'type|name|label\ntext|a|What?' });
    const [survey] = xlsformOf(form);
    expect(survey?.rows[0]).toEqual(['type', 'name', 'label']);
    expect(writtenAndRead(form)).toEqual(form);
  });
});
