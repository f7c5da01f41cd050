/** Whole forms: a line for a row, a stroke between cells, a form feed between sheets. Read, loaded, opened, answered, written again. */
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { openRun } from '../../../src/forms/engine/open.ts';
import { readXlsform } from '../../../src/forms/xlsform/readXlsform.ts';
import { xlsformOf } from '../../../src/forms/xlsform/xlsformOf.ts';
import { bookOf, csvFile } from '../sheets.ts';
import type { Target } from './target.ts';

const deps = { now: () => '2026-11-22T09:30:15.250-06:00', random: () => 0.25, newId: () => '0b0e7f6c-5a1d-4c7e-9a3b-2f4d6c8e0a1b' };
const answers = ['yes', '5', '', '2026-11-22', 'a b', "it's"];

const linesOf = (sheet: string): readonly (readonly string[])[] =>
  sheet.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

const run = (input: string): void => {
  const [survey = '', choices = '', settings = '', csv = ''] = input.split('\f');
  const book = bookOf({ survey: linesOf(survey), choices: linesOf(choices), settings: linesOf(settings) });
  const read = readXlsform(book, [csvFile('places.csv', csv)]);
  if (!read.ok) return;
  const { checklist } = read.value;
  const open = openRun(loadChecklist(checklist), deps);
  for (const path of open.paths().slice(0, 30)) {
    open.add(path);
    open.set(path, answers[path.length % answers.length] ?? '');
    open.state(path);
    open.words(path, 'label', checklist.defaultLanguage);
    open.remove(path);
  }
  openRun(loadChecklist(checklist), deps, open.kept());
  xlsformOf(checklist);
};

const survey = [
  'type | name | label::English (en) | label::Español (es) | hint | relevant | constraint | calculation | choice_filter | required | default | repeat_count | appearance',
  'select_one yn | consent | Agree? | ¿De acuerdo? | | | | | | yes | | | minimal',
  "begin_group | work | Work | | | ${consent} = 'yes' | | | | | | |",
  'integer | age | Age of ${consent} | | years | | . > 0 and . < 120 | | | | 5 | |',
  "select_multiple city | cities | Where | | | selected(${consent}, 'yes') | | | region = ${age} | | | |",
  'end_group | | | | | | | | | | | |',
  'begin_repeat | child | Child | | | | | | | | | ${age} |',
  'text | name | Name | | | | | | | | | |',
  'calculate | place | | | | | | concat(${name}, position(..)) | | | | |',
  'end_repeat | | | | | | | | | | | |',
  'note | total | ${place} of ${age} | | | count(${child}) > 1 | | | | | | |',
  'select_one_from_file places.csv | spot | Spot | | | | | | | | | |',
].join('\n');
const choices =
  'list_name | name | label::English (en) | label::Español (es) | region\nyn | yes | Yes | Sí |\nyn | no | No | No |\ncity | chi | Chicago | | il\ncity | gary | Gary | | in';
const settings = 'form_title | form_id | version | default_language\nA form | a_form | 1 | English (en)';

export const forms: Target = {
  name: 'forms',
  seeds: [[survey, choices, settings, 'name,label\na,A\nb,"B ""x"""'].join('\f'), [survey, choices].join('\f')],
  words: [
    ...[
      '|',
      '\n',
      '\f',
      'text',
      'integer',
      'select_one',
      'select_multiple',
      'begin_group',
      'end_group',
      'begin_repeat',
      'end_repeat',
      'rank',
      'note',
    ],
    ...[
      'calculate',
      'or_other',
      'label',
      '::',
      'type',
      'name',
      'relevant',
      'media::image',
      'trigger',
      'parameters',
      'readonly',
      'constraint',
      'required',
    ],
    ...[
      '${age}',
      '${consent}',
      '${name}',
      '${last-saved#age}',
      "'yes'",
      '.',
      '../',
      'select_one_external',
      'randomize=true',
      'start=1 end=5',
      '__proto__',
    ],
    ...[
      'constructor',
      'hasOwnProperty',
      'pulldata(',
      'indexed-repeat(',
      'once(',
      '2',
      '{age}$',
      'yes',
      'TRUE',
      'Français (fr)',
      'عربي (ar)',
      '\u202e',
    ],
  ],
  longest: 8000,
  run,
};
