/** A bad line between a phone and the endpoint: cut at any byte of what goes up or comes down, reset, slow, late, or everything twice. */
import { describe, expect, test } from 'vitest';
import { type BadLink, layBadLink } from '../../support/faults/badLink.ts';
import { databases } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { isLong, numbers, someOf } from '../../support/faults/length.ts';
import { aTeam, type Ground, notesAt, overEndpoint, type Team, writes } from '../../support/faults/team.ts';

interface Line extends Ground, Team {
  readonly link: BadLink;
}

const overBadLine = (kind: (typeof databases)[number], story: (line: Line) => Promise<void>) =>
  overEndpoint(kind, async ({ database, endpoint }) => {
    const link = await layBadLink(endpoint.port);
    try {
      await story({ database, endpoint, link, ...(await aTeam(endpoint, link.origin)) });
      await endpoint.stop();
      expect((await lookAt(database)).wrong).toEqual([]);
    } finally {
      await link.close();
    }
  });

/** Below the endpoint's limit of requests in a minute: started again, it has counted none. */
const requestsPerLife = 400;
/** A fresh contact now and then, so that first sendings are cut as well as repeated ones. */
const cutsPerContact = 40;

/** How many bytes pass while one contact is sent on a good line. The first of a day takes its key with it. */
const bytesOfOneExchange = async ({ link, field }: Line) => {
  await writes(field, 'a first one');
  await field.exchange();
  await writes(field, 'a second one');
  link.be({});
  await field.exchange();
  return link.passed();
};

/** Sizes differ by a byte or two from one contact to the next, so at the very end a cut may come too late to be one. */
const nearTheEnd = 16;

interface Cuts {
  readonly way: 'up' | 'down';
  readonly abruptly: boolean;
}

/** Cuts one exchange after another, each at another byte, always with a contact that waits. Gives the notes of all that were written. */
const cutsAt = async (line: Line, { way, abruptly }: Cuts): Promise<readonly string[]> => {
  const { endpoint, link, field } = line;
  const whole = (await bytesOfOneExchange(line))[way];
  const notes = ['a first one', 'a second one'];
  let waiting = 0;
  for (const [at, byte] of someOf(numbers(0, whole - 1), 25).entries()) {
    link.be({});
    if (at % cutsPerContact === 0) waiting = (await field.exchange()).waiting;
    if (at % requestsPerLife === requestsPerLife - 1) {
      await endpoint.kill();
      await endpoint.start();
    }
    if (waiting === 0) notes.push(await writesNote(field, `cut at ${String(byte).padStart(5, '0')}`));
    link.be({ [way === 'up' ? 'upEndsAfter' : 'downEndsAfter']: byte, abruptly });
    const view = await field.exchange();
    if (byte < whole - nearTheEnd) expect([byte, view.failure?.type]).toEqual([byte, 'no-connection']);
    waiting = view.waiting;
  }
  link.be({});
  expect((await field.exchange()).waiting).toBe(0);
  return notes.sort();
};

const writesNote = async (device: Team['field'], note: string): Promise<string> => {
  await writes(device, note);
  return note;
};

const writesMany = async (device: Team['field'], count: number): Promise<readonly string[]> => {
  const notes = numbers(1, count).map((at) => `contact ${String(at).padStart(4, '0')}`);
  for (const note of notes) await writes(device, note);
  return notes;
};

const ways = [
  ['a phone sends', 'in order', { way: 'up', abruptly: false }],
  ['a phone sends', 'with a reset', { way: 'up', abruptly: true }],
  ['a phone is answered', 'in order', { way: 'down', abruptly: false }],
  ['a phone is answered', 'with a reset', { way: 'down', abruptly: true }],
] as const;

describe.each(databases)('a bad line, over $name', (kind) => {
  test.each(someOf(ways, 2))('cut at any byte of what %s, %s: nothing is lost, nothing doubled', (_what, _how, cuts) =>
    overBadLine(kind, async (line) => {
      const notes = await cutsAt(line, cuts);
      expect(await notesAt(line.laptop)).toEqual(notes);
    }),
  );

  test('everything arrives twice and at the same time: it is kept once', () =>
    overBadLine(kind, async ({ link, field, laptop }) => {
      link.breakAll();
      link.be({ twice: true });
      const notes = await writesMany(field, isLong ? 200 : 10);
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(notes);
    }));

  test('connections that were kept open are gone when the next exchange wants one: the one after brings all', () =>
    overBadLine(kind, async ({ endpoint, link, field, laptop }) => {
      const notes: string[] = [];
      for (const round of numbers(1, isLong ? 100 : 3)) {
        notes.push(await writesNote(field, `round ${String(round).padStart(3, '0')}`));
        if (round % 2 === 0) await endpoint.kill();
        link.breakAll();
        if (round % 2 === 0) await endpoint.start();
        await field.exchange();
      }
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(notes);
    }));

  test('five kilobytes in a second are enough', () =>
    overBadLine(kind, async ({ link, field, laptop }) => {
      const notes = await writesMany(field, isLong ? 300 : 6);
      link.be({ bytesPerSecond: 5000 });
      expect((await field.exchange()).waiting).toBe(0);
      link.be({});
      expect(await notesAt(laptop)).toEqual(notes);
    }));

  test('answers that come late are waited for; those that come too late are asked for again', () =>
    overBadLine(kind, async ({ link, field, laptop }) => {
      const notes = await writesMany(field, 5);
      link.be({ lateMs: isLong ? 40_000 : 700 });
      const late = await field.exchange();
      expect(late.waiting).toBe(isLong ? 5 : 0);
      link.be({});
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(notes);
    }));
});
