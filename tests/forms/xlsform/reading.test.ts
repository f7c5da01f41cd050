/** What an author meant, in the spellings that forms in the wild have. */
import { describe, expect, test } from 'vitest';
import { csvFile, readingOf, told } from '../../support/sheets.ts';

const typesOf = (...types: readonly string[]): readonly (readonly [string, string])[] => {
  const { checklist, calledTypes } = readingOf({
    survey: [['type', 'name', 'label'], ...types.map((type, row) => [type, `q${row}`, 'What?'])],
    choices: [
      ['list_name', 'name', 'label'],
      ['l', 'x', 'X'],
    ],
  });
  return checklist.items
    .filter(({ name }) => /^q\d+$/.test(name))
    .map((item, row) => [types[row] ?? '', calledTypes.get(`/${item.name}`) ?? item.type]);
};

describe('types', () => {
  test.each([
    ['text', 'string', 'TEXT', ' text ', 'q string', 'add text prompt', 'phone number'],
    ['integer', 'int', 'Integer', 'q int', 'add integer prompt'],
    ['dateTime', 'datetime', 'DateTime', 'date time', 'q date time'],
    ['acknowledge', 'trigger', 'Acknowledge'],
    ['image', 'photo', 'add photo prompt', 'q picture'],
    ['geopoint', 'gps', 'location', 'q location'],
    ['hidden', 'hidden string', 'hidden int', 'hidden geopoint'],
    ['deviceid', 'imei', 'device id', 'get device id'],
    ['phonenumber', 'get phone number'],
    ['start', 'start time', 'get start time'],
    [
      'select_one',
      'select_one l',
      'select one l',
      'select1 l',
      'select one from l',
      'Select_One l',
      'add select one prompt using l',
      'select_one  l  or_other',
    ],
    [
      'select_multiple',
      'select_multiple l',
      'select multiple l',
      'select all that apply l',
      'select all that apply from l',
      'add select multiple prompt using l',
      'select_multiple l or specify other',
    ],
    ['rank', 'rank l', 'Rank l'],
    ['select_one_external', 'select_one_external l', 'select one external l'],
    ['select_one_from_file', 'select_one_from_file f.csv', 'select one from file f.csv'],
    ['select_multiple_from_file', 'select_multiple_from_file f.csv'],
  ])('%s has other spellings', (canonical, ...spellings) => {
    expect(typesOf(...spellings)).toEqual(spellings.map((spelling) => [spelling, canonical]));
  });

  test.each([
    ['begin group', 'end group'],
    ['begin_group', 'end_group'],
    ['Begin Group', 'END GROUP'],
    ['begin group', 'end_group'],
  ])('%s is ended by %s', (begin, end) => {
    const { paths, findings } = readingOf({
      survey: [['type', 'name', 'label'], [begin, 'g', 'G'], ['text', 'a', 'What?'], [end], ['text', 'b', 'And?']],
    });
    expect([paths, findings]).toEqual([['/g', '/g/a', '/b'], []]);
  });

  test('looped groups of old forms are repeats, and a loop over a list is asked once', () => {
    const { item, findingsOf } = readingOf({
      survey: `
        type | name | label
        begin looped group | r | R
        text | a | What?
        end looped group | |
        begin loop over l | o | O
        text | b | And?
        end loop | |`,
    });
    expect([item('/r').type, item('/o').type]).toEqual(['repeat', 'group']);
    expect(findingsOf('loop-as-group')).toHaveLength(1);
  });
});

describe('columns', () => {
  test.each([
    ['relevant', 'relevance', 'Relevant', 'bind::relevant', 'bind:relevant', ' RELEVANT '],
    ['constraint', 'Constraint', 'bind::constraint'],
    ['calculation', 'calculate', 'bind::calculate'],
    ['required', 'Required', 'bind::required'],
    ['appearance', 'control::appearance', 'body::appearance'],
    ['repeatCount', 'repeat_count', 'count', 'jr:count', 'control::jr:count', 'repeat count'],
    ['choiceFilter', 'choice_filter', 'choice filter', 'Choice_Filter'],
    ['readonly', 'read_only', 'readonly', 'read only', 'bind::readonly'],
    ['default', 'default', 'Default'],
  ] as const)('%s has other headings', (field, ...headings) => {
    for (const heading of headings) {
      const { item } = readingOf({
        survey: [
          ['type', 'name', 'label', heading],
          ['begin_repeat', 'r', 'R', '1 = 1'],
          ['text', 'a', 'A', ''],
        ],
      });
      expect([heading, item('/r')[field]]).toEqual([heading, '1 = 1']);
    }
  });

  test.each([
    'constraint_message',
    'constraint message',
    'constraining message',
    'jr:constraintMsg',
    'bind::jr:constraintMsg',
    'Constraint_Message',
  ])('%s holds the message', (heading) => {
    const { item } = readingOf({
      survey: [
        ['type', 'name', 'label', heading],
        ['text', 'a', 'What?', 'No.'],
      ],
    });
    expect(item('/a').constraintMessages).toEqual({ default: 'No.' });
  });

  test('a message has a language too', () => {
    const { item } = readingOf({
      survey: [
        ['type', 'name', 'label::en', 'jr:constraintMsg::en', 'required_message::en', 'guidance_hint::en'],
        ['text', 'a', 'What?', 'No.', 'Please.', 'Softly.'],
      ],
    });
    expect(item('/a')).toMatchObject({
      constraintMessages: { en: 'No.' },
      requiredMessages: { en: 'Please.' },
      guidance: { en: 'Softly.' },
    });
  });

  test('old headings of the first XLSForms still count', () => {
    const { item } = readingOf({ survey: 'Command | Tag | Caption\ntext | a | What?', choices: 'list name | value | caption\nl | x | X' });
    expect(item('/a')).toMatchObject({ type: 'text', labels: { default: 'What?' } });
  });

  test('yes and no in all their spellings', () => {
    const said = (word: string) =>
      readingOf({
        survey: [
          ['type', 'name', 'label', 'required'],
          ['text', 'a', 'What?', word],
        ],
      }).item('/a').required;
    expect(['yes', 'Yes', 'TRUE', 'true', 'true()', '1', 'T'].map(said)).toEqual(Array.from({ length: 7 }, () => 'true()'));
    expect(['no', 'No', 'FALSE', 'false', 'false()', '0'].map(said)).toEqual(Array.from({ length: 6 }, () => 'false()'));
    expect(said("${a} = 'x'")).toBe("${a} = 'x'");
    expect(said('maybe')).toBeUndefined();
  });
});

test('yes alone is a condition, and remarks beside the choices are not choices', () => {
  const { item, findings } = readingOf({
    survey: 'type | name | label | relevant | calculation\nselect_one l | a | What? | yes |\ncalculate | b | | | TRUE',
    choices: 'list_name | name | label | remark\nl | x | Ex |\n | | | ask Ana about this list',
  });
  expect([item('/a').relevant, item('/b').calculation, findings]).toEqual(['true()', 'true()', []]);
});

describe('or_other', () => {
  test('asks which, in each language of the form', () => {
    const { paths, item, checklist } = readingOf({
      survey: `
        type | name | label::English (en) | label::한국어 (ko) | label::Elvish
        begin_group | g | G | G | G
        select_one l or_other | a | What? | 무엇? | Mana?
        text | b | And? | 그리고? | Ar?
        end_group`,
      choices: 'list_name | name | label::English (en)\nl | x | Ex',
    });
    expect(paths).toEqual(['/g', '/g/a', '/g/a_other', '/g/b']);
    expect(item('/g/a_other')).toMatchObject({ type: 'text', relevant: "selected(../a, 'other')" });
    expect(item('/g/a_other').labels).toEqual({
      'English (en)': 'Specify other.',
      '한국어 (ko)': '기타 내용을 적어 주세요.',
      Elvish: 'Specify other.',
    });
    expect(checklist.lists.l?.map(({ name }) => name)).toEqual(['x', 'other']);
  });

  test('a list that has a choice "other" keeps its own', () => {
    const { checklist } = readingOf({
      survey: 'type | name | label\nselect_one l or_other | a | What?',
      choices: 'list_name | name | label\nl | other | Something else',
    });
    expect(checklist.lists.l).toHaveLength(1);
  });
});

describe('choices', () => {
  test('a name with spaces is changed where several can be chosen, and what waits for it still finds it', () => {
    const { item, checklist } = readingOf({
      survey: `
        type | name | label | relevant
        select_multiple ways | a | How? |
        text | b | And? | selected(\${a}, 'by force')`,
      choices: 'list_name | name | label\nways | by force | By force',
    });
    expect(checklist.lists.ways?.[0]?.name).toBe('by_force');
    expect(item('/b').relevant).toBe("selected(${a}, 'by_force')");
  });

  test('where only one can be chosen, it stays', () => {
    const { checklist } = readingOf({
      survey: 'type | name | label\nselect_one ways | a | How?',
      choices: 'list_name | name | label\nways | by force | By force',
    });
    expect(checklist.lists.ways?.[0]?.name).toBe('by force');
  });

  test('twice the same name is no mistake where a filter tells the two apart, or the settings allow it', () => {
    const choices = 'list_name | name | label | county\nl | other | Other | cook\nl | other | Other | lake';
    const filtered = readingOf({ survey: "type | name | label | choice_filter\nselect_one l | a | What? | county = 'cook'", choices });
    const allowed = readingOf({
      survey: 'type | name | label\nselect_one l | a | What?',
      choices,
      settings: 'allow_choice_duplicates\nyes',
    });
    expect([filtered.findings, allowed.findings]).toEqual([[], []]);
  });

  test('external choices are lists like any other', () => {
    const { checklist, item } = readingOf({
      survey: 'type | name | label | choice_filter\ntext | county | County? |\nselect_one_external town | a | Town? | county = ${county}',
      external_choices: 'list_name | name | label | county\ntown | cicero | Cicero | cook',
    });
    expect([item('/a').type, checklist.lists.town?.[0]?.columns]).toEqual(['select_one', { county: 'cook' }]);
  });

  test('a list from a file that came is there; without it the question cannot be answered', () => {
    const survey = 'type | name | label\nselect_one_from_file towns.csv | a | Town?';
    const withFile = readingOf({ survey }, [csvFile('towns.csv', 'name,label\ncicero,Cicero\n')]);
    expect([withFile.item('/a').supported, withFile.checklist.tables.towns, withFile.findings]).toEqual([
      true,
      { columns: ['name', 'label'], rows: [['cicero', 'Cicero']] },
      [],
    ]);
    const without = readingOf({ survey });
    expect([without.item('/a').why, without.findings.map(told)]).toEqual(['list-missing', ['survey 2 type: file-missing "towns.csv"']]);
  });
});

describe('what is not collected', () => {
  test.each([
    ['image', 'picture-or-sound'],
    ['audio', 'picture-or-sound'],
    ['file', 'picture-or-sound'],
    ['geopoint', 'place-on-a-map'],
    ['geoshape', 'place-on-a-map'],
    ['start-geopoint', 'place-on-a-map'],
    ['deviceid', 'about-the-device'],
    ['username', 'about-the-device'],
    ['audit', 'about-the-device'],
  ] as const)('%s is kept, not asked, and its author is told why', (type, why) => {
    const { item, findings } = readingOf({
      survey: [
        ['type', 'name', 'label'],
        [type, 'a', 'What?'],
      ],
    });
    expect(item('/a')).toMatchObject({ type, supported: false, why });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([[why, 'note']]);
  });

  test('the answers of the person before are never taken over, in a default or in a calculation', () => {
    const { item, findingsOf } = readingOf({
      survey: `
        type | name | label | default | calculation
        text | town | Town? | \${last-saved#town} |
        calculate | before | | | concat(\${last-saved#town}, 'x')`,
    });
    expect(item('/town')).toMatchObject({ supported: true });
    expect(item('/town').default).toBeUndefined();
    expect(item('/before')).toMatchObject({ supported: false, why: 'kept-from-another-person' });
    expect(item('/before').calculation).toBeUndefined();
    expect(findingsOf('kept-from-another-person').map(({ row }) => row)).toEqual([2, 3]);
  });
});
