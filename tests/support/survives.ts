/** What every reading of a form must stand: it is parsed as whoever stores it would, its names are told apart, and it runs. */
import * as v from 'valibot';
import { expect } from 'vitest';
import { Checklist, type Item } from '../../src/domain/checklist.ts';
import { loadChecklist } from '../../src/forms/engine/load.ts';
import { openRun } from '../../src/forms/engine/open.ts';
import { type Lines, readingOf } from './sheets.ts';

const deps = { now: () => '2026-11-22T10:00:00.000-06:00', random: () => 0.5, newId: () => 'an-id' };

/** Names are one of a kind among siblings, all the way down. */
const namesAreOwn = (items: readonly Item[]): boolean =>
  new Set(items.map(({ name }) => name)).size === items.length && items.every(({ children }) => namesAreOwn(children ?? []));

/** Reads it, parses it as whoever stores it would, and runs it. */
export const survives = (sheets: Readonly<Record<string, Lines>>): ReturnType<typeof readingOf> => {
  const reading = readingOf(sheets);
  const parsed = v.safeParse(Checklist, reading.checklist);
  expect(parsed.issues?.map(({ message }) => message)).toBeUndefined();
  expect(namesAreOwn(reading.checklist.items)).toBe(true);
  expect(reading.findings.filter(({ values }) => Object.values(values).some((value) => typeof value !== 'string'))).toEqual([]);
  const run = openRun(loadChecklist(reading.checklist), deps);
  for (const path of run.paths().slice(0, 50)) run.set(path, 'x');
  return reading;
};
