/** Sheets put together by chance out of what authors write and what nobody would. None makes the reader stumble. */
import fc from 'fast-check';
import { test } from 'vitest';
import { survives } from '../../support/survives.ts';

const typed = fc.constantFrom(
  'text',
  'integer',
  'select_one l',
  'select_multiple l or_other',
  'rank l',
  'begin_group',
  'begin repeat',
  'end_group',
  'end repeat',
  'note',
  'calculate',
  'geopoint',
  'texxt',
  'select_one',
  'csv-external',
  '',
  'begin loop over l',
  'range',
  '__proto__',
);
const called = fc.constantFrom('a', 'b', 'c', 'd e', '', '__proto__', 'a/b', 'last-saved#a');
const said = fc.constantFrom('What?', '', '${a}', '{b}$', '<b>x</b>', 'سؤال ${c}', '-');
const reckoned = fc.oneof(
  fc.constantFrom(
    '',
    "${a} = 'x'",
    '${a',
    '$b',
    '${a} or ${b}',
    'selected(${c}, x)',
    '. > 3',
    '../b',
    '${last-saved#a}',
    'pulldata("f","x","y",${a})',
    "instance('l')/root/item[name=${a}]/label",
    'yes',
    'maybe',
    '((',
    '${a} == 1',
    'count(${b})',
    'position(..)',
    'once(random())',
    '“x”',
  ),
  fc.string({ maxLength: 30 }),
);
const headers = fc.subarray(
  [
    'label',
    'label::en',
    'label::English',
    'label:Arabic',
    'hint::Elvish',
    'relevant',
    'constraint',
    'required',
    'calculation',
    'choice_filter',
    'default',
    'repeat_count',
    'trigger',
    'parameters',
    'appearance',
    'relevent',
    'media::image',
    '__proto__',
    'bind::relevant',
  ],
  { minLength: 1 },
);

test('no sheet at all makes the reader stumble', () => {
  const sheet = headers.chain((columns) =>
    fc
      .array(fc.tuple(typed, called, ...columns.map(() => fc.oneof(said, reckoned))), { maxLength: 25 })
      .map((rows) => [['type', 'name', ...columns], ...rows.map((row) => [...row])]),
  );
  const choices = fc.array(fc.tuple(fc.constantFrom('l', 'm', ''), fc.constantFrom('x', 'y', 'x y', ''), said, reckoned), { maxLength: 8 });
  fc.assert(
    fc.property(sheet, choices, fc.constantFrom('', 'English', 'en', 'xx'), (survey, rows, language) => {
      survives({
        survey,
        choices: [['list_name', 'name', 'label::English (en)', 'county'], ...rows],
        settings: [
          ['default_language', 'form_title'],
          [language, 'T'],
        ],
      });
    }),
    { numRuns: 300 },
  );
});
