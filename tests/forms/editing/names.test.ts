import { describe, expect, test } from 'vitest';
import type { Checklist, Item } from '../../../src/domain/checklist.ts';
import { addItem, boundsOf, newKinds, ruleOf } from '../../../src/forms/editing/newItems.ts';
import { isUsableName, renameItem, whoSpeaksOf } from '../../../src/forms/editing/references.ts';
import { loadChecklist } from '../../../src/forms/engine/load.ts';
import { problemsIn } from '../../../src/forms/engine/problems.ts';

const item = (name: string, more: Partial<Item> = {}): Item => ({ name, type: 'text', supported: true, labels: {}, hints: {}, ...more });

/** Invented. */
const ferry: Checklist = {
  id: 'ferry',
  version: '1',
  titles: {},
  wording: 'own',
  meantFor: 'adult',
  languages: [{ name: 'default', code: null, direction: 'ltr', wording: 'source' }],
  defaultLanguage: 'default',
  items: [
    item('boat'),
    item('crew', {
      type: 'group',
      relevant: "${ boat } != ''",
      children: [item('deck', { trigger: ['boat'], calculation: 'concat(${boat}, ${boatswain})' })],
    }),
    item('boatswain', { labels: { default: 'Who steers ${boat}?' }, constraint: '. != ${boat}' }),
  ],
  lists: {},
  tables: {},
};

describe('names', () => {
  test('a question that is renamed is renamed wherever it is spoken of, and nothing that only begins alike', () => {
    const renamed = renameItem(ferry, '/boat', 'vessel');
    expect(renamed.items.map(({ name }) => name)).toEqual(['vessel', 'crew', 'boatswain']);
    expect(renamed.items[1]).toMatchObject({
      relevant: "${vessel} != ''",
      children: [{ trigger: ['vessel'], calculation: 'concat(${vessel}, ${boatswain})' }],
    });
    expect(renamed.items[2]).toMatchObject({ labels: { default: 'Who steers ${vessel}?' }, constraint: '. != ${vessel}' });
    expect(problemsIn(loadChecklist(renamed))).toEqual(problemsIn(loadChecklist(ferry)));
  });

  test('a name with a dollar in the new place is put in as it stands', () => {
    expect(renameItem(ferry, '/boat', 'a$&b').items[1]?.relevant).toBe("${a$&b} != ''");
  });

  test('who would miss it, and with a section who would miss what is in it', () => {
    expect(whoSpeaksOf(ferry, '/boat')).toEqual(['/crew', '/crew/deck', '/boatswain']);
    expect(whoSpeaksOf(ferry, '/crew')).toEqual([]);
    expect(whoSpeaksOf(ferry, '/boatswain')).toEqual(['/crew/deck']);
  });

  test.each(['age', 'a-b', 'tuổi', '나이', '_x', 'a.1'])('%s can be a name', (name) => expect(isUsableName(name)).toBe(true));
  test.each(['', '1a', 'a b', 'a/b', "a'b", '${a}', 'a'.repeat(101)])('%s cannot', (name) => expect(isUsableName(name)).toBe(false));
});

describe('new items', () => {
  const yesNo = { yes: { default: 'Yes' }, no: { default: 'No' }, unsure: { default: 'Not sure' } };

  test('each kind has a name and a list of its own, and the engine takes all of them', () => {
    const full = newKinds.reduce(
      (checklist, kind) => addItem(checklist, { kind, parent: '', at: checklist.items.length, yesNo }).checklist,
      ferry,
    );
    const names = full.items.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(full.lists).length).toBe(3);
    expect(problemsIn(loadChecklist(full))).toEqual(problemsIn(loadChecklist(ferry)));
  });

  test('two questions of yes and no share one list', () => {
    const once = addItem(ferry, { kind: 'yes-no', parent: '/crew', at: 0, yesNo });
    expect(once.path).toBe('/crew/question-1');
    const twice = addItem(once.checklist, { kind: 'yes-no', parent: '', at: 0, yesNo: { yes: {}, no: {}, unsure: {} } });
    expect(twice.checklist.lists).toEqual({
      'yes-no': [
        { name: 'yes', labels: { default: 'Yes' } },
        { name: 'no', labels: { default: 'No' } },
        { name: 'unsure', labels: { default: 'Not sure' } },
      ],
    });
  });
});

describe('bounds of a number', () => {
  test.each([
    [{ least: 0, most: 24 }, '. >= 0 and . <= 24'],
    [{ least: -2.5, most: null }, '. >= -2.5'],
    [{ least: null, most: 7 }, '. <= 7'],
    [{ least: null, most: null }, undefined],
  ])('%j', (bounds, rule) => {
    expect(ruleOf(bounds)).toBe(rule);
    expect(boundsOf(rule)).toEqual(bounds);
  });

  test('a rule that says more is left to its author', () => {
    expect(boundsOf('. >= 0 and . <= ${hours}')).toBeNull();
    expect(boundsOf('. > 3')).toBeNull();
  });
});
