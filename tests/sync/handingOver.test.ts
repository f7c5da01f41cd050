/** A screening is paused by one worker, handed to another by a supervisor, and gone on with: over the whole road. */
import { expect, test } from 'vitest';
import type { Headless } from '../../demo/headless.ts';
import { assignmentsFor, goingOn, handOver, takenBack } from '../../src/domain/assignment.ts';
import { office } from '../../src/domain/entry.ts';
import { disagreementsIn } from '../../src/domain/fold.ts';
import { openPaused } from '../../src/domain/pausedScreenings.ts';
import { screeningIn } from '../../src/domain/records.ts';
import { aRoad, aTeam, letInto, type Road } from '../support/road.ts';

const checklist = { id: 'harbour-kitchens', version: '2026-1' };
const begun = { outcome: 'paused', checklist, answers: { hours: { is: 'many' }, pay: { is: 'no' } }, paused: { stage: 'questions' } };

const pauses = async (device: Headless): Promise<string> => {
  const book = device.notebook();
  const record = book.newId();
  const says = { person: book.newId(), day: book.today(), ...begun };
  device.must(await book.write({ kind: 'screening', record, says, audience: office }));
  await device.exchange();
  return record;
};

const hands = async (laptop: Headless, record: string, to: string): Promise<void> => {
  await laptop.exchange();
  const book = laptop.notebook();
  const [screening, member] = [book.record(record), book.members().find(({ person }) => person === to)];
  if (!screening || !member) throw new Error('nothing to hand over, or nobody');
  const about = String(screening.fields.get('person')?.value);
  const handed = handOver(
    { screening, to: member, person: about, cue: 'Lantern-42, red scarf', day: book.today() },
    book.recordsOf,
    book.newId,
  );
  laptop.must(await book.writeTogether(handed));
  await laptop.exchange();
};

const handedTo = ({ notebook }: Headless) => {
  const book = notebook();
  return assignmentsFor(book.me.person, book.recordsOf, book.record);
};

/** Takes up what was handed to them and says more. */
const goesOn = async (device: Headless, more: Record<string, unknown>): Promise<void> => {
  const [mine] = handedTo(device);
  if (!mine?.stands) throw new Error('nothing was handed over');
  const { paused: _, ...stood } = mine.stands;
  const answers = { ...stood.answers, ...(more.answers as object) };
  device.must(await device.notebook().write(goingOn(mine, { ...stood, ...more, answers })));
};

const paused = (device: Headless) => openPaused(device.notebook().recordsOf);

const aTeamOfThree = async (road: Road) => {
  const team = await aTeam(road);
  return { ...team, other: await letInto(road, team.office, 'worker', 'Thuy') };
};

test('one worker pauses, another goes on where it stood, and the office has one screening', async () => {
  const road = await aRoad();
  const { office: laptop, field, other } = await aTeamOfThree(road);
  const record = await pauses(field);
  await laptop.exchange();
  expect(paused(laptop)).toMatchObject([{ record, since: '2026-03-02', by: { name: 'Joon' }, assigned: null }]);

  road.setDay('2026-03-04');
  await hands(laptop, record, other.notebook().me.person);
  expect(paused(laptop)).toMatchObject([{ record, assigned: { to: other.notebook().me.person, by: { name: 'Mina' }, day: '2026-03-04' } }]);
  await other.exchange();
  const [mine] = handedTo(other);
  expect(mine).toMatchObject({ screening: record, standing: 'open', stands: { ...begun, day: '2026-03-02' }, by: { name: 'Mina' } });
  expect(mine?.assignment.about.cue).toBe('Lantern-42, red scarf');

  // First only a little further, and another pause; then to the end, all without a connection.
  await goesOn(other, { outcome: 'paused', answers: { pay: { is: 'yes' } } });
  expect(handedTo(other)).toMatchObject([{ standing: 'open', stands: { answers: { hours: { is: 'many' }, pay: { is: 'yes' } } } }]);
  await goesOn(other, { outcome: 'completed', answers: { debt: { is: 'no' } }, decision: { step: 'review-soon', reason: 'pay is kept' } });
  expect(handedTo(other)).toMatchObject([{ standing: 'done' }]);
  await other.exchange();
  await laptop.exchange();

  const state = laptop.notebook().record(record);
  const screening = state && screeningIn(state);
  expect(screening).toMatchObject({
    outcome: 'completed',
    checklist,
    answers: { hours: { is: 'many' }, pay: { is: 'yes' }, debt: { is: 'no' } },
    decision: { step: 'review-soon' },
  });
  expect(screening?.paused).toBeUndefined();
  expect(state && disagreementsIn(state)).toEqual([]);
  expect(state?.heads).toHaveLength(1);
  expect(paused(laptop)).toEqual([]);
  expect(assignmentsFor(other.notebook().me.person, laptop.notebook().recordsOf, laptop.notebook().record)).toMatchObject([
    { standing: 'done' },
  ]);
});

test('the assigned phone learns of this screening and of nothing else, and the one that paused it of nobody’s assignment', async () => {
  const road = await aRoad();
  const { office: laptop, field, other } = await aTeamOfThree(road);
  const record = await pauses(field);
  await pauses(field);
  await hands(laptop, record, other.notebook().me.person);
  await other.exchange();
  await field.exchange();
  expect(other.notebook().record(record)).toBeUndefined();
  expect(other.notebook().recordsOf('screening')).toEqual([]);
  expect(field.notebook().recordsOf('assignment')).toEqual([]);
});

test('the one who paused goes on as well: both ends are kept, and somebody has to settle them', async () => {
  const road = await aRoad();
  const { office: laptop, field, other } = await aTeamOfThree(road);
  const record = await pauses(field);
  await hands(laptop, record, other.notebook().me.person);
  await other.exchange();
  const fields = { outcome: 'stopped', 'answers.pay': { is: 'unsure' } };
  field.must(await field.notebook().write({ kind: 'amendment', record, says: { fields }, audience: office }));
  await goesOn(other, { outcome: 'completed', answers: { pay: { is: 'yes' } } });
  for (const device of [other, field, laptop]) await device.exchange();
  const state = laptop.notebook().record(record);
  if (!state) throw new Error('the screening is gone');
  expect([...disagreementsIn(state)].sort()).toEqual(['answers.pay', 'outcome']);
  const said = state.fields.get('outcome')?.standing.map(({ value, entry }) => [entry.body.by.name, value]);
  expect(said?.sort()).toEqual([
    ['Joon', 'stopped'],
    ['Thuy', 'completed'],
  ]);
  expect(state.history).toHaveLength(3);
  laptop.must(
    await laptop.notebook().write({
      kind: 'amendment',
      record,
      says: { fields: { outcome: 'completed', 'answers.pay': { is: 'yes' } } },
      audience: office,
    }),
  );
  const settled = laptop.notebook().record(record);
  expect(settled && disagreementsIn(settled)).toEqual([]);
});

test('taken back and given to somebody else: the first is told, and only the second is shown as having it', async () => {
  const road = await aRoad();
  const { office: laptop, field, other } = await aTeamOfThree(road);
  const third = await letInto(road, laptop, 'worker', 'Arif');
  const record = await pauses(field);
  await hands(laptop, record, other.notebook().me.person);
  await other.exchange();
  expect(handedTo(other)).toMatchObject([{ standing: 'open' }]);
  await hands(laptop, record, third.notebook().me.person);
  for (const phone of [other, third]) await phone.exchange();
  expect(handedTo(other)).toMatchObject([{ standing: 'taken-back' }]);
  expect(handedTo(third)).toMatchObject([{ standing: 'open' }]);
  expect(paused(laptop)).toMatchObject([{ assigned: { to: third.notebook().me.person } }]);
  laptop.must(await laptop.notebook().writeTogether(takenBack(record, laptop.notebook().recordsOf)));
  expect(paused(laptop)).toMatchObject([{ assigned: null }]);
  await laptop.exchange();
  await third.exchange();
  expect(handedTo(third)).toMatchObject([{ standing: 'taken-back' }]);
  await hands(laptop, record, other.notebook().me.person);
  await other.exchange();
  expect(handedTo(other).map(({ standing }) => standing)).toEqual(['open', 'taken-back']);
});

test('what was handed over leaves the phone after a week, and can be handed over again', async () => {
  const road = await aRoad();
  const { office: laptop, field, other } = await aTeamOfThree(road);
  const record = await pauses(field);
  await hands(laptop, record, other.notebook().me.person);
  await other.exchange();
  await goesOn(other, { outcome: 'paused', answers: { pay: { is: 'yes' } } });
  await other.exchange();
  road.setDay('2026-03-12');
  other.lock();
  await other.unlock('field words for stories');
  expect([handedTo(other), other.vault().contents().ring]).toEqual([[], []]);
  await hands(laptop, record, other.notebook().me.person);
  await other.exchange();
  expect(handedTo(other)).toMatchObject([{ standing: 'open', stands: { answers: { pay: { is: 'yes' } } } }]);
  await goesOn(other, { outcome: 'completed', answers: {} });
  await other.exchange();
  await laptop.exchange();
  expect(paused(laptop)).toEqual([]);
});

test('a worker cannot hand anything over: what pretends to be an assignment is none', async () => {
  const road = await aRoad();
  const { field, other } = await aTeamOfThree(road);
  const record = await pauses(field);
  const [book, to] = [field.notebook(), other.notebook().me];
  const screening = book.record(record);
  if (!screening) throw new Error('nothing was saved');
  const member = { person: to.person, devices: [to.device] };
  const forged = handOver({ screening, to: member, person: book.newId(), day: book.today() }, book.recordsOf, book.newId);
  field.must(await book.writeTogether(forged));
  await field.exchange();
  await other.exchange();
  expect(forged).toHaveLength(1);
  expect(handedTo(other)).toEqual([]);
});
