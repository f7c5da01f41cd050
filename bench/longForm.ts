/** An invented form as long as wished, of the kind that fills a screening: groups that hide, totals that go on, cascades, constraints. */
import type { Checklist, Choice, Item } from '../src/domain/checklist.ts';
import type { RunDeps } from '../src/forms/engine/run.ts';

const row = (name: string, type: string, rest: Partial<Item> = {}): Item => ({
  name,
  type,
  supported: true,
  labels: { English: `What about ${name}?` },
  hints: {},
  ...rest,
});

/** Ten rows that hang on each other and on the ten before. */
const partOf = (part: number): Item => {
  const before = part - 1;
  const named = (letter: string, of = part) => `\${${letter}${of}}`;
  const children = [
    row(`a${part}`, 'select_one', { list: 'yesNo', required: 'true()' }),
    row(`b${part}`, 'integer', { relevant: `${named('a')} = 'yes'`, constraint: '. >= 0 and . < 120' }),
    row(`c${part}`, 'text', { relevant: `${named('b')} > 17` }),
    row(`d${part}`, 'select_multiple', { list: 'signs' }),
    row(`e${part}`, 'text', { relevant: `selected(${named('d')}, 'c')` }),
    row(`f${part}`, 'calculate', {
      calculation: `${part === 0 ? '0' : `coalesce(${named('f', before)}, 0)`} + coalesce(${named('b')}, 0)`,
    }),
    row(`g${part}`, 'select_one', { list: 'states' }),
    row(`h${part}`, 'select_one', { list: 'cities', choiceFilter: `state = ${named('g')}` }),
    row(`i${part}`, 'text', { required: `${named('h')} != ''` }),
    row(`j${part}`, 'calculate', { calculation: `if(${named('f')} > 10, 'much', 'little')` }),
  ];
  return row(`part${part}`, 'group', { children, ...(part > 0 && { relevant: `${named('a', before)} != 'no'` }) });
};

const choices = (names: readonly string[], state?: string): Choice[] =>
  names.map((name) => ({ name, labels: { English: name }, ...(state !== undefined && { columns: { state } }) }));

export const longForm = (questions: number): Checklist => ({
  id: 'long',
  version: '1',
  titles: { English: 'Long' },
  wording: 'own',
  meantFor: 'adult',
  languages: [{ name: 'English', code: 'en', direction: 'ltr', wording: 'source' }],
  defaultLanguage: 'English',
  items: Array.from({ length: Math.ceil(questions / 10) }, (_, part) => partOf(part)),
  lists: {
    yesNo: choices(['yes', 'no']),
    signs: choices(['a', 'b', 'c', 'd']),
    states: choices(['il', 'in', 'wi']),
    cities: [...choices(['chicago', 'peoria'], 'il'), ...choices(['gary'], 'in'), ...choices(['madison', 'racine'], 'wi')],
  },
  tables: {},
});

export const benchDeps: RunDeps = { now: () => '2026-03-01T12:00:00.000Z', random: () => 0.5, newId: () => 'id' };
