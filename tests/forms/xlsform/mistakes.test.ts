/** Every mistake that authors are known to make: what is said, where, and what would be right. Long because it is a table. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/forms/xlsform/finding.ts';
import { csvFile, type Lines, leftBlank, readingOf, told } from '../../support/sheets.ts';

interface Mistake {
  readonly it: string;
  readonly survey: Lines;
  readonly choices?: Lines;
  readonly settings?: Lines;
  readonly files?: Parameters<typeof readingOf>[1];
  /** Other sheets. */
  readonly more?: Readonly<Record<string, Lines>>;
  /** All that is said; what every form of these stories has is left out. */
  readonly said: readonly string[];
}

const yesNo = `
  list_name | name | label
  yesno | yes | Yes
  yesno | no | No
`;

const inRows: readonly Mistake[] = [
  {
    it: 'has a misspelt type',
    survey: `
      type | name | label
      texxt | a | What?`,
    said: ['survey 2 type: type-unknown "texxt" → text'],
  },
  {
    it: 'has a misspelt select with its list behind it',
    survey: `
      type | name | label
      selct_one yesno | a | What?`,
    choices: yesNo,
    said: ['survey 2 type: type-unknown "selct_one yesno" → select_one yesno'],
  },
  {
    it: 'has a select without a list',
    survey: `
      type | name | label
      select_one | a | What?`,
    choices: yesNo,
    said: ['survey 2 type: list-name-missing "select_one"'],
  },
  {
    it: 'names a list that is not there',
    survey: `
      type | name | label
      select_one yesn | a | What?`,
    choices: yesNo,
    said: ['survey 2 type: list-missing "yesn" → yesno'],
  },
  {
    it: 'has no type in a row',
    survey: `
      type | name | label
      | a | What?`,
    said: ['survey 2 type: type-missing ""'],
  },
  {
    it: 'has no label',
    survey: `
      type | name | label
      text | a |
      text | b | What?`,
    said: ['survey 2 label: label-missing "" → a'],
  },
  {
    it: 'has a question without a name',
    survey: `
      type | name | label
      text | | What?`,
    said: ['survey 2 name: name-missing "" → text_2'],
  },
  {
    it: 'has a name with a space',
    survey: `
      type | name | label | relevant
      text | full name | What? |
      text | b | And? | \${full name} = 'x'`,
    said: ['survey 2 name: name-changed "full name" → full_name'],
  },
  {
    it: 'has one name twice',
    survey: `
      type | name | label
      text | a | What?
      text | b | And?
      text | a | Again?`,
    said: ['survey 4 name: name-twice "a" → a_2'],
  },
  {
    it: 'never closes a group',
    survey: `
      type | name | label
      begin_group | g | Work
      text | a | What?`,
    said: ['survey 2 type: begin-not-closed "begin_group"'],
  },
  {
    it: 'closes one group of two, which is the outer one',
    survey: `
      type | name | label
      begin_group | g | Work
      begin_repeat | r | Jobs
      text | a | What?
      end_group | | |`,
    said: ['survey 3 type: begin-not-closed "begin_repeat"'],
  },
  {
    it: 'closes what is not open',
    survey: `
      type | name | label
      text | a | What?
      end_group | |`,
    said: ['survey 3 type: end-without-begin "end_group"'],
  },
  {
    it: 'closes a repeat as a group',
    survey: `
      type | name | label
      begin_repeat | r | Jobs
      text | a | What?
      end_group | |`,
    said: ['survey 4 type: end-of-other-kind "end_group" → end_repeat'],
  },
  {
    it: 'says maybe where yes or no is wanted',
    survey: `
      type | name | label | required
      text | a | What? | maybe`,
    said: ['survey 2 required: yes-no-unclear "maybe"'],
  },
  {
    it: 'calculates nothing',
    survey: `
      type | name | label | calculation
      calculate | a | |
      calculate | b | | 1`,
    said: ['survey 2 calculation: calculation-missing ""'],
  },
  {
    it: 'repeats a word instead of a number of times',
    survey: `
      type | name | label | repeat_count
      begin_repeat | r | Jobs | three
      text | a | What? |
      end_repeat | | |`,
    said: ['survey 2 repeat_count: count-not-a-number "three"'],
  },
  {
    it: 'has a range between words',
    survey: `
      type | name | label | parameters
      range | a | How much? | start=low end=10`,
    said: ['survey 2 parameters: range-not-numbers "start=low end=10"'],
  },
];

const inColumns: readonly Mistake[] = [
  {
    it: 'misspells a column',
    survey: `
      type | name | label | relevent
      text | a | What? | 1 = 1`,
    said: ['survey 1 relevent: column-misspelt "relevent" → relevant'],
  },
  {
    it: 'misspells a column with a language',
    survey: `
      type | name | label::English (en) | lable::Español (es)
      text | a | What? | ¿Qué?`,
    said: ['survey 1 lable::Español (es): column-misspelt "lable::Español (es)" → label::Español (es)'],
  },
  {
    it: 'has one column under two names',
    survey: `
      type | name | label | relevant | relevance
      text | a | What? | |
      text | b | And? | \${a} = 'x' | \${a} = 'y'`,
    said: ['survey 1 relevance: column-twice "relevance"'],
  },
  {
    it: 'has text under no heading',
    survey: `
      type | name | label |
      text | a | What? | ask gently`,
    said: ['survey 2 -: column-without-heading "ask gently"'],
  },
  {
    it: 'has pictures in its questions',
    survey: `
      type | name | label | media::image
      text | a | What? | house.png`,
    said: ['survey 1 media::image: column-media "media::image"'],
  },
  {
    it: 'puts a language behind one colon',
    survey: `
      type | name | label:English
      text | a | What?`,
    said: ['survey 1 label:English: column-one-colon "label:English"'],
  },
];

const inExpressions: readonly Mistake[] = [
  {
    it: 'refers to a question that is not there',
    survey: `
      type | name | label | relevant
      text | pay | Paid? |
      text | b | And? | \${pey} = 'x'`,
    said: ['survey 3 relevant: reference-unknown "${pey}" → ${pay}'],
  },
  {
    it: 'refers to a question that is not there, in words',
    survey: `
      type | name | label
      text | pay | Paid?
      note | b | You said \${pey}.`,
    said: ['survey 3 label: reference-in-text-unknown "${pey}" → ${pay}'],
  },
  ...[
    ['{pay}$', '{pay}$'],
    ['#{pay}', '#{pay}'],
    ['$pay', '$pay'],
    ['${ pay }', '${ pay }'],
    ['${pay', '${pay'],
  ].map(([typed = '', text = '']) => ({
    it: `types ${typed}`,
    survey: [
      ['type', 'name', 'label', 'relevant'],
      ['text', 'pay', 'Paid?', ''],
      ['text', 'b', 'And?', `${typed} = 'x'`],
    ],
    said: [`survey 3 relevant: reference-respelt "${text}" → \${pay}`],
  })),
  {
    it: 'writes == as programmers do',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | \${a} == 'x'`,
    said: ['survey 3 relevant: expression-operator "==" → ='],
  },
  {
    it: 'writes && as programmers do',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | \${a} = 'x' && \${a} = 'y'`,
    said: ['survey 3 relevant: expression-operator "&&" → and'],
  },
  {
    it: 'writes AND in capitals',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | \${a} = 'x' AND \${a} = 'y'`,
    said: ['survey 3 relevant: expression-operator "AND" → and'],
  },
  {
    it: 'leaves a bracket open',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | (\${a} = 'x'`,
    said: ['survey 3 relevant: expression-bracket "("'],
  },
  {
    it: 'leaves a quotation mark open',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | \${a} = 'x`,
    said: ['survey 3 relevant: expression-quote "\'x"'],
  },
  {
    it: 'misspells a function',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | slected(\${a}, 'x')`,
    said: ['survey 3 relevant: function-unknown "slected" → selected'],
  },
  {
    it: 'gives a function too few values',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | selected(\${a})`,
    said: ['survey 3 relevant: function-arguments "selected"'],
  },
  {
    it: 'divides with a slash',
    survey: `
      type | name | label | calculation
      integer | a | How many? |
      calculate | b | | \${a} / 2`,
    said: ['survey 3 calculation: expression-operator "/" → div'],
  },
  {
    it: 'divides one question by another with a slash',
    survey: `
      type | name | label | calculation
      integer | a | How many? |
      integer | c | How often? |
      calculate | b | | \${a}/c`,
    said: ['survey 4 calculation: slash-for-division "${a}/c" → div'],
  },
  {
    it: 'takes a question for a condition',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | \${a} or 1 = 2`,
    said: ['survey 3 relevant: reference-alone "${a}" → ${a} != \'\''],
  },
  {
    it: 'constrains without looking at the answer',
    survey: `
      type | name | label | constraint
      integer | a | How many? |
      integer | b | And? | \${a} > 3`,
    said: ['survey 3 constraint: constraint-without-value "${a} > 3" → .'],
  },
  {
    it: 'asks depending on its own answer',
    survey: `
      type | name | label | relevant
      text | a | What? | \${a} = 'x'`,
    said: ['survey 2 relevant: refers-to-itself "${a} = \'x\'"'],
  },
  {
    it: 'goes in a circle',
    survey: `
      type | name | label | calculation
      calculate | a | | \${b} + 1
      calculate | b | | \${a} + 1`,
    said: ['survey 2 calculation: circle "${b} + 1"'],
  },
  {
    it: 'depends on a question asked later',
    survey: `
      type | name | label | relevant
      text | a | What? | \${b} = 'x'
      text | b | And? |`,
    said: ['survey 2 relevant: reference-later "${b}"'],
  },
  {
    it: 'refers to what is not collected',
    survey: `
      type | name | label | relevant
      geopoint | place | Where? |
      text | b | And? | \${place} != ''`,
    said: ['survey 2 type: place-on-a-map "geopoint"', 'survey 3 relevant: refers-to-left-out "${place}"'],
  },
  {
    it: 'takes over an answer of the person before',
    survey: `
      type | name | label | default
      text | town | Which town? | \${last-saved#town}`,
    said: ['survey 2 default: kept-from-another-person "${last-saved#town}"'],
  },
  {
    it: 'writes curly quotation marks',
    survey: `
      type | name | label | relevant
      text | a | What? |
      text | b | And? | \${a} = ‘x’`,
    said: ['survey 3 relevant: quotes-straightened "${a} = ‘x’"'],
  },
  {
    it: 'has a name in two groups and means neither',
    survey: `
      type | name | label | relevant
      begin_group | g | Work |
      text | a | What? |
      end_group | | |
      begin_group | h | Home |
      text | a | And? |
      end_group | | |
      text | b | Then? | \${a} = 'x'`,
    said: ['survey 8 relevant: reference-of-many "${a}"'],
  },
];

const inChoices: readonly Mistake[] = [
  {
    it: 'waits for a choice that is not in the list',
    survey: `
      type | name | label | relevant
      select_one yesno | a | What? |
      text | b | And? | \${a} = 'yess'`,
    choices: yesNo,
    said: ['survey 3 relevant: choice-not-in-list "yess" → yes'],
  },
  {
    it: 'waits for a selected choice that is not in the list',
    survey: `
      type | name | label | relevant
      select_multiple yesno | a | What? |
      text | b | And? | selected(\${a}, 'yess')`,
    choices: yesNo,
    said: ['survey 3 relevant: choice-not-in-list "yess" → yes'],
  },
  {
    it: 'forgets the quotation marks around a choice',
    survey: `
      type | name | label | relevant
      select_one yesno | a | What? |
      text | b | And? | \${a} = yes`,
    choices: yesNo,
    said: ['survey 3 relevant: choice-not-quoted "yes" → \'yes\''],
  },
  {
    it: 'compares several choices with one',
    survey: `
      type | name | label | relevant
      select_multiple yesno | a | What? |
      text | b | And? | \${a} = 'yes'`,
    choices: yesNo,
    said: ['survey 3 relevant: equals-on-several "yes" → selected(${a}, \'yes\')'],
  },
  {
    it: 'filters by a column that is not there',
    survey: `
      type | name | label | choice_filter
      text | county | Which county? |
      select_one town | a | Which town? | contry = \${county}`,
    choices: `
      list_name | name | label | county
      town | cicero | Cicero | cook`,
    said: ['survey 3 choice_filter: filter-column-unknown "contry" → county'],
  },
  {
    it: 'filters by a value without quotation marks',
    survey: `
      type | name | label | choice_filter
      select_one town | a | Which town? | county = cook`,
    choices: `
      list_name | name | label | county
      town | cicero | Cicero | cook`,
    said: ['survey 2 choice_filter: filter-column-unknown "cook" → \'cook\''],
  },
  {
    it: 'has a default that is no choice',
    survey: `
      type | name | label | default
      select_one yesno | a | What? | yess`,
    choices: yesNo,
    said: ['survey 2 default: default-not-in-list "yess" → yes'],
  },
  {
    it: 'has a choice twice',
    survey: `
      type | name | label
      select_one yesno | a | What?`,
    choices: `
      list_name | name | label
      yesno | yes | Yes
      yesno | yes | Sure`,
    said: ['choices 3 name: choice-twice "yes"'],
  },
  {
    it: 'has a choice without a list, one without a name, one without a label',
    survey: `
      type | name | label
      select_one yesno | a | What?`,
    choices: `
      list_name | name | label
      | yes | Yes
      yesno | | No
      yesno | maybe |`,
    said: [
      'choices 2 name: choice-without-list "yes"',
      'choices 3 name: choice-without-name "No"',
      'choices 4 label: choice-without-label "maybe"',
    ],
  },
  {
    it: 'has a choice with a space among several',
    survey: `
      type | name | label
      select_multiple ways | a | What?`,
    choices: `
      list_name | name | label
      ways | by force | By force`,
    said: ['choices 2 name: choice-with-spaces "by force" → by_force'],
  },
];

const inFiles: readonly Mistake[] = [
  {
    it: 'looks into a file that did not come',
    survey: `
      type | name | label | calculation
      text | a | What? |
      calculate | b | | pulldata('towns', 'county', 'name', \${a})`,
    said: ['survey 3 calculation: file-missing "towns"'],
  },
  {
    it: 'looks for a column that the file has not',
    survey: `
      type | name | label | calculation
      text | a | What? |
      calculate | b | | pulldata('towns', 'conty', 'name', \${a})`,
    files: [csvFile('towns.csv', 'name,county\ncicero,cook\n')],
    said: ['survey 3 calculation: file-column-unknown "conty" → county'],
  },
  {
    it: 'comes with a file that nothing looks into',
    survey: `
      type | name | label
      text | a | What?`,
    files: [csvFile('towns.csv', 'name,county\ncicero,cook\n')],
    said: ['form - -: file-not-used "towns.csv"'],
  },
];

const inLanguages: readonly Mistake[] = [
  {
    it: 'spells a language differently in two sheets',
    survey: `
      type | name | label::English (en)
      select_one yesno | a | What?`,
    choices: `
      list_name | name | label::English
      yesno | yes | Yes`,
    said: ['choices 1 label::English: language-merged "English" → English (en)'],
  },
  {
    it: 'names a language that nobody knows',
    survey: `
      type | name | label::Elvish
      text | a | What?`,
    said: ['survey 1 label::Elvish: language-unknown "Elvish"'],
  },
  {
    it: 'has hints in a language without labels',
    survey: `
      type | name | label::en | hint::es
      text | a | What? | Pregunte`,
    said: ['form - -: translations-missing "en"', 'form - -: translations-missing "es"', 'survey 1 hint::es: language-without-labels "es"'],
  },
  {
    it: 'has a default language that is not there',
    survey: `
      type | name | label::English (en)
      text | a | What?`,
    settings: `
      default_language
      French`,
    said: ['settings 2 default_language: default-language-unknown "French" → English (en)'],
  },
  {
    it: 'has a default language spelt otherwise',
    survey: `
      type | name | label::English (en)
      text | a | What?`,
    settings: `
      default_language
      english`,
    said: ['settings 2 default_language: default-language-matched "english" → English (en)'],
  },
  {
    it: 'lacks translations',
    survey: `
      type | name | label::English (en) | label::한국어 (ko)
      text | a | What? | 무엇?
      text | b | And? |`,
    said: ['form - -: translations-missing "한국어 (ko)"'],
  },
];

const aThenB = (relevant: string): Lines => [
  ['type', 'name', 'label', 'relevant'],
  ['text', 'a', 'What?', ''],
  ['text', 'b', 'And?', relevant],
];

const passedOver: readonly Mistake[] = [
  {
    it: 'has a sheet for another program',
    survey: 'type | name | label\ntext | a | What?',
    more: { entities: 'dataset | label\nplaces | x' },
    said: ['entities - -: sheet-not-used "entities"'],
  },
  {
    it: 'has a column and a setting for other programs',
    survey: 'type | name | label | save_to\ntext | a | What? | place',
    settings: 'form_title | instance_name\nWork | concat(1, 2)',
    said: ['settings 2 instance_name: setting-not-used "instance_name"', 'survey 1 save_to: column-not-used "save_to"'],
  },
  {
    it: 'has a column for a language and nothing in it',
    survey: 'type | name | label::English (en) | label::French (fr)\ntext | a | What? |',
    said: ['survey 1 label::French (fr): language-empty "French (fr)"'],
  },
  {
    it: 'borrows a type from another dialect',
    survey: 'type | name | label\ntel | a | Which number?',
    said: ['survey 2 type: type-read-as "tel"'],
  },
  {
    it: 'switches a row off',
    survey: 'type | name | label | disabled\ntext | a | What? |\ntext | b | And? | yes',
    said: ['survey 3 disabled: row-disabled "b"'],
  },
  {
    it: 'shuffles its choices',
    survey: 'type | name | label | parameters\nselect_one yesno | a | What? | randomize=true',
    choices: yesNo,
    said: ['survey 2 parameters: parameters-not-used "randomize=true"'],
  },
  {
    it: 'searches for its choices',
    survey: "type | name | label | appearance\nselect_one yesno | a | What? | search('towns')",
    choices: yesNo,
    said: ['survey 2 appearance: search-not-done "search(\'towns\')"'],
  },
  {
    it: 'asks for others in a language without the words',
    survey: 'type | name | label::Mam\nselect_one yesno or_other | a | What?',
    choices: 'list_name | name | label::Mam\nyesno | yes | Yes',
    said: ['survey 2 type: other-in-english "Mam"'],
  },
  {
    it: 'asks for others behind a filter',
    survey: "type | name | label | choice_filter\nselect_one yesno or_other | a | What? | county = 'cook'",
    choices: 'list_name | name | label | county\nyesno | yes | Yes | cook',
    said: ['survey 2 type: other-with-filter "select_one yesno or_other"'],
  },
  {
    it: 'comes with a file that is no table',
    survey: 'type | name | label\nselect_one_from_file towns.geojson | a | Which town?',
    files: [csvFile('towns.geojson', '{}')],
    said: ['form - -: file-unreadable "towns.geojson"'],
  },
  {
    it: 'has a mark that we never wrote',
    survey: 'type | name | label | fieldbook_element\ntext | a | What? | maens',
    said: ['survey 2 fieldbook_element: mark-not-understood "maens"'],
  },
];

const notUnderstood: readonly Mistake[] = [
  { it: 'ends with an operator', survey: aThenB('${a} ='), said: ['survey 3 relevant: expression-value-missing "="'] },
  { it: 'has two values beside each other', survey: aThenB("${a} 'x'"), said: ['survey 3 relevant: expression-operator-missing "x"'] },
  {
    it: 'never closes a reference to nothing',
    survey: aThenB("${nothing = 'x'"),
    said: ['survey 3 relevant: expression-reference "${nothing = \'x\'"'],
  },
  { it: 'has a sign that means nothing', survey: aThenB('${a} = 5 ; 6'), said: ['survey 3 relevant: expression-not-understood ";"'] },
  {
    it: 'is deeper than anybody can follow',
    survey: aThenB(`${'('.repeat(500)}1${')'.repeat(500)}`),
    said: ['survey 3 relevant: expression-too-long "("'],
  },
  { it: 'measures places', survey: aThenB('area(${a}) > 3'), said: ['survey 3 relevant: function-not-supported "area"'] },
  {
    it: 'looks behind itself in a pattern',
    survey: aThenB("regex(${a}, '(?<=x)y')"),
    said: ['survey 3 relevant: pattern-not-supported "(?<=x)y"'],
  },
];

const findingsIn = ({ survey, choices, settings, files, more }: Mistake): readonly Finding[] =>
  readingOf({ survey, ...(choices && { choices }), ...(settings && { settings }), ...more }, files).findings;

describe.each([
  ['in rows', inRows],
  ['in columns', inColumns],
  ['in expressions', inExpressions],
  ['in choices', inChoices],
  ['in files', inFiles],
  ['in languages', inLanguages],
  ['that are passed over', passedOver],
  ['that nobody understands', notUnderstood],
] as const)('mistakes %s', (_, mistakes) => {
  test.each(mistakes.map((mistake) => [mistake.it, mistake] as const))('a form that %s', (_it, mistake) => {
    const findings = findingsIn(mistake);
    expect(findings.map(told)).toEqual(mistake.said);
    expect(findings.flatMap(leftBlank)).toEqual([]);
  });
});
