/** What holds for every checklist of our own: its shape, its order, its conditions, and what it never asks. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Checklist, type Item, itemsWithPaths, legalElements, noneOfThese } from '../../src/domain/checklist.ts';
import { unanswered } from '../../src/domain/screening.ts';
import { loadChecklist } from '../../src/forms/engine/load.ts';
import { problemsIn } from '../../src/forms/engine/problems.ts';
import { findInLibrary, library } from '../../src/forms/library/library.ts';
import { openIn, ourQuestions, runOf } from '../support/ourChecklists.ts';

const named = library.map((checklist) => [checklist.id, checklist] as const);
const interviews = named.filter(([, { meantFor }]) => meantFor !== 'under-18');

/** What a condition asks for: `${question} = 'answer'` and `selected(${question}, 'answer')`. */
const asksFor = (condition: string): readonly (readonly [string, string])[] =>
  [...condition.matchAll(/\$\{([^}]+)\}(?: = |, )'([^']+)'/g)].map(([, question = '', answer = '']) => [question, answer] as const);

test('the library holds what outreach needs, each found by its id', () => {
  expect(library.map(({ id }) => id)).toEqual([
    'adult',
    'first-contact',
    'household-care',
    'restaurant-food',
    'salon-spa',
    'forced-criminality',
    'family-servitude',
    'young-adult',
    'under-18',
  ]);
  for (const checklist of library) expect(findInLibrary(checklist.id)).toBe(checklist);
  expect(findInLibrary('nothing-of-ours')).toBeUndefined();
});

test('a question that several checklists ask is one and the same, so that talks with a person compare', () => {
  const seen = new Map<string, Item>();
  for (const { item } of library.flatMap(ourQuestions)) {
    const { relevant: _, ...first } = seen.get(item.name) ?? item;
    const { relevant: __, ...here } = item;
    expect(here).toEqual(first);
    seen.set(item.name, item);
  }
  expect(seen.size).toBeLessThan(library.flatMap(ourQuestions).length);
});

describe.each(named)('%s', (id, checklist) => {
  const all = itemsWithPaths(checklist.items);
  const questions = ourQuestions(checklist);

  test('is a checklist the app reads, with nothing wrong in it', () => {
    expect(v.parse(Checklist, checklist)).toEqual(checklist);
    expect(problemsIn(loadChecklist(checklist))).toEqual([]);
  });

  test('names everything once, so that a condition means one question', () => {
    const names = all.map(({ item }) => item.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is of a size that can be asked in one talk', () => {
    const bounds: Record<string, number> = { 'first-contact': 8, adult: 32 };
    const most = bounds[id] ?? 28;
    const open = openIn(runOf(checklist)).length;
    expect(open).toBeLessThanOrEqual(most);
    expect(open).toBeGreaterThanOrEqual(Math.min(most, 12));
  });

  test('has conditions that look back, at answers that can be given', () => {
    const conditional = all.filter(({ item }) => item.relevant !== undefined);
    for (const { path, item } of conditional) {
      const asked = asksFor(item.relevant ?? '');
      expect(asked, path).not.toEqual([]);
      for (const [question, answer] of asked) {
        const before = all
          .slice(
            0,
            all.findIndex((each) => each.path === path),
          )
          .find((each) => each.item.name === question);
        expect(before, `${path} looks back at ${question}`).toBeDefined();
        expect(questions.find((each) => each.id === question)?.choices).toContain(answer);
      }
    }
  });

  test('opens what is conditional on each answer that its condition names', () => {
    for (const { path, item } of all.filter((each) => each.item.relevant !== undefined)) {
      for (const [question, answer] of asksFor(item.relevant ?? '')) {
        const run = runOf(checklist);
        const asked = questions.find((each) => each.id === question);
        expect(run.state(path)?.relevant, `${path} is closed at first`).toBe(false);
        run.set(asked?.path ?? '', answer);
        expect(run.state(path)?.relevant, `${path} after ${answer}`).toBe(true);
      }
    }
  });

  test('says of each question what it is about in law, and what is noted can be answered', () => {
    for (const { marks, choices, path } of questions) {
      const counted = [...marks.notedWhen, ...(marks.urgentWhen?.answers ?? []), ...(marks.alone ?? [])];
      expect(choices, path).toEqual(expect.arrayContaining(counted));
      for (const why of unanswered) expect(counted).not.toContain(why);
      expect(marks.topic).toBe(path.split('/').at(-1));
      const isOfTheLaw = legalElements.some((element) => element === marks.element);
      if (isOfTheLaw) expect(marks.notedWhen, path).not.toEqual([]);
    }
  });

  test('can answer every list to tick from with none of these', () => {
    for (const { item, marks, choices } of questions.filter((each) => each.item.type === 'select_multiple')) {
      expect(choices.at(-1), item.name).toBe(noneOfThese);
      expect(marks.alone).toEqual([noneOfThese]);
    }
  });

  test('takes no words, no numbers, no dates: nobody can be named in it, and nothing must be answered', () => {
    for (const { item } of questions) {
      expect(['select_one', 'select_multiple']).toContain(item.type);
      expect(item.required).toBeUndefined();
    }
  });
});

describe.each(interviews)('the talk %s', (id, { items }) => {
  const elementsOf = (item: Item | undefined) => item?.children?.map(({ marks }) => marks?.element) ?? [];

  test('ends with safety, and then with wishes', () => {
    expect(elementsOf(items.at(-2))).toEqual(items.at(-2)?.children?.map(() => 'safety'));
    expect(items.at(-1)?.name).toBe('wishes');
    expect(items.at(-1)?.children?.map(({ name }) => name)).toContain('wants');
  });

  test('opens with what is calm, or with a lawyer where the law is the worry', () => {
    expect(items[0]?.pause ?? false).toBe(id === 'forced-criminality');
    expect(elementsOf(items[0])).not.toContain('safety');
  });

  test('pauses before everything that weighs', () => {
    const weighs = [
      'threats-of-harm',
      'violence',
      'home-too-close',
      'law-say-no',
      'private-say-no',
      'marriage-choice',
      'thoughts-of-dying',
    ];
    const sectionsThatWeigh = items.filter(({ children = [] }) => children.some(({ name }) => weighs.includes(name)));
    for (const { name, pause } of sectionsThatWeigh) expect([name, pause]).toEqual([name, true]);
    expect(sectionsThatWeigh.length > 0).toBe(id !== 'first-contact');
  });

  test('can be left with a safe way to be in touch, or none', () => {
    expect(items.at(-2)?.children?.at(-1)?.name).toBe('safe-contact');
  });
});

describe('what is not asked where', () => {
  const questionsIn = (id: string) => library.filter((checklist) => checklist.id === id).flatMap(ourQuestions);

  test('of people in salons, as of everybody at work, nothing intimate', () => {
    for (const id of ['salon-spa', 'restaurant-food', 'first-contact', 'household-care']) {
      expect(questionsIn(id)).not.toEqual([]);
      expect(questionsIn(id).filter((question) => /^private-|^pushed-to$/.test(question.id))).toEqual([]);
    }
  });

  test('of a young person nothing at all: it is what the worker saw or heard', () => {
    const noticed = questionsIn('under-18');
    expect(noticed.every(({ id, marks }) => /^(seen|heard)-/.test(id) && !marks.asksTime)).toBe(true);
    const asked = library.filter(({ id }) => id !== 'under-18').flatMap(ourQuestions);
    expect(asked.filter(({ id }) => /^(seen|heard)-/.test(id))).toEqual([]);
  });

  test('of somebody who may have broken the law, a lawyer before everything', () => {
    expect(questionsIn('forced-criminality')[0]?.id).toBe('lawyer-first');
  });
});

describe('docs/library.md', () => {
  const doc = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8');
  const rows = doc.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  const codesIn = (line: string) => [...line.matchAll(/`([a-z0-9-]+)`/g)].map(([, code = '']) => code);

  test('says of every question which law it comes from, and of no other', () => {
    const cited = rows.filter((line) => !library.some(({ id }) => line.startsWith(`| \`${id}\` `))).flatMap(codesIn);
    const asked = new Set(library.flatMap(ourQuestions).map(({ id }) => id));
    expect([...new Set(cited)].sort()).toEqual([...asked].sort());
  });

  test('says how long each checklist is', () => {
    for (const checklist of library) {
      const row = rows.find((line) => line.startsWith(`| \`${checklist.id}\` `));
      expect(row?.split('|').map((cell) => cell.trim())).toContain(
        `${openIn(runOf(checklist)).length} / ${ourQuestions(checklist).length}`,
      );
    }
  });
});
