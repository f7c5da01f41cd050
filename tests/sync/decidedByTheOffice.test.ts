/**
 * What the office could not take, from end to end: the endpoint refuses it, the phone tells of it, a supervisor decides, the phone
 * does it by itself, the office has the note exactly once, and the report is over.
 */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Asked, decide, decisionsFor, wayOutOf } from '../../src/domain/setAside.ts';
import { aRefused, asideOn, decides, goesRound, notesAt, spoil, spoilNewest, takesIn, toldTo, words, writes } from '../support/refused.ts';
import { aRoad, aTeam } from '../support/road.ts';

describe('decided by a supervisor', () => {
  test.each<Asked>(['anew', 'again'])(
    '%s: the phone does it by itself, the office has the note once, and the report is over',
    async (ask) => {
      const team = await aRefused();
      await decides(team, ask);
      expect(toldTo(team)).toMatchObject([{ count: 1, onItsWay: { by: 'Mina' }, entries: [{ state: 'asked' }] }]);
      await goesRound(team);
      expect(notesAt(team)).toEqual(['By the blue door.', 'With it went the day’s key.']);
      expect(team.office.notebook().record(team.record)?.history).toHaveLength(1);
      expect(asideOn(team)).toEqual([]);
      expect(toldTo(team)).toMatchObject([{ count: 0, entries: [], onItsWay: null }]);
      // A number of the chain that will never come is accounted for.
      expect(toldTo(team)[0]?.lacking).toEqual({ standing: 0, settled: team.office.notebook().missing() });
      // The worker's screen can say who asked for it.
      const [decision] = team.field.notebook().delivery().carriedOut;
      expect(decisionsFor(team.field.notebook().me.device, team.field.notebook().recordsOf)).toMatchObject([
        { record: decision, by: 'Mina' },
      ]);
      // In the end nobody writes anything more.
      const written = await team.field.db.entries.count();
      await goesRound(team);
      expect(await team.field.db.entries.count()).toBe(written);
    },
  );

  test('twice, by two decisions that cross: written anew once', async () => {
    const team = await aRefused();
    await decides(team, 'anew');
    await decides(team, 'anew');
    await goesRound(team);
    expect(team.office.notebook().record(team.record)?.history).toHaveLength(1);
    expect(team.field.notebook().delivery()).toMatchObject({ setAside: [], resolved: 1, waiting: 0 });
    expect(toldTo(team)).toMatchObject([{ count: 0 }]);
  });

  test.each<readonly [Asked, Asked]>([
    ['again', 'anew'],
    ['anew', 'again'],
  ])('%s by one supervisor and %s by another, both at once: the office has it once', async (first, second) => {
    const team = await aRefused();
    await decides(team, first);
    await decides(team, second);
    await goesRound(team);
    expect(team.office.notebook().record(team.record)?.history).toHaveLength(1);
    expect(toldTo(team)).toMatchObject([{ count: 0, onItsWay: null }]);
  });

  test('carried out and not noted before the phone died: done once more, and nothing is there twice', async () => {
    const team = await aRefused();
    await decides(team, 'anew');
    await goesRound(team);
    await team.field.db.state.delete('asideDone');
    team.field.lock();
    await team.field.unlock(words);
    await goesRound(team);
    expect(team.office.notebook().record(team.record)?.history).toHaveLength(1);
    expect(toldTo(team)).toMatchObject([{ count: 0 }]);
  });

  test('offered again and refused again: it is not tried for ever, and the supervisor is told', async () => {
    const team = await aRefused();
    await decides(team, 'again');
    await takesIn(team.office);
    await takesIn(team.field);
    await spoil(team.field, team.n);
    await goesRound(team);
    const [phone] = toldTo(team);
    expect(phone).toMatchObject({ count: 1, onItsWay: null, entries: [{ state: 'tried', reason: 'unproven' }] });
    expect(phone?.entries.map(wayOutOf)).toEqual(['anew']);
    expect(team.office.notebook().recordsOf('set-aside')[0]?.history).toHaveLength(2);
    const written = await team.field.db.entries.count();
    await goesRound(team);
    expect([await team.field.db.entries.count(), asideOn(team).length]).toEqual([written, 1]);
  });

  test('while the phone is locked it waits, and is done at the next unlock', async () => {
    const team = await aRefused();
    await decides(team, 'anew');
    await takesIn(team.office);
    team.field.lock();
    await team.field.exchange();
    expect(await team.field.db.outbox.get(team.n)).toMatchObject({ setAside: 'unproven' });
    await team.field.unlock(words);
    await goesRound(team);
    expect(notesAt(team)).toContain('By the blue door.');
    expect(toldTo(team)).toMatchObject([{ count: 0 }]);
  });

  test('by somebody who is no supervisor it is nobody’s decision', async () => {
    const team = await aRefused();
    const { device } = team.field.notebook().me;
    const entries = toldTo(team).flatMap((phone) => phone.entries.map(({ id }) => id));
    team.field.must(await team.field.notebook().write(decide(team.field.notebook().newId(), { device, ask: 'anew', entries })));
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 1, onItsWay: null, entries: [{ state: 'open' }] }]);
    expect(asideOn(team)).toHaveLength(1);
  });

  test('after the phone has forgotten its first report, the next one still takes its place', async () => {
    const road = await aRoad();
    const team = await aTeam(road);
    await writes(team.field, 'With it went the day’s key.');
    await takesIn(team.field);
    const record = await writes(team.field, 'By the blue door.');
    await spoilNewest(team.field);
    road.setDay('2026-03-03');
    await goesRound(team);
    road.setDay('2026-03-20');
    team.field.lock();
    await team.field.unlock(words);
    expect(team.field.notebook().recordsOf('set-aside')).toEqual([]);
    expect(toldTo(team)).toMatchObject([{ count: 1 }]);
    await decides(team, 'anew');
    await goesRound(team);
    expect(team.office.notebook().record(record)?.history).toHaveLength(1);
    expect(toldTo(team)).toMatchObject([{ count: 0 }]);
  });
});
