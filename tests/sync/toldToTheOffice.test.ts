/** What the office could not take, told to it: by the phone that wrote it, once per change, sealed, whatever else is refused. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { wayOutOf } from '../../src/domain/setAside.ts';
import { readState } from '../../src/store/database.ts';
import { copyOf, putBackTo } from '../support/oldCopy.ts';
import { aRefused, asideOn, decides, goesRound, notesAt, spoil, spoilNewest, takesIn, toldTo, words, writes } from '../support/refused.ts';
import { aRoad, aTeam, type Team } from '../support/road.ts';

/** The newest that waits cannot be read on this disk any more. */
const damageNewest = async (team: Team): Promise<number> => {
  const row = await team.field.db.entries.orderBy('n').last();
  if (!row?.n) throw new Error('no row');
  await team.field.db.entries.put({ ...row, bytes: new Uint8Array([1, 2, 3]) });
  team.field.lock();
  await team.field.unlock(words);
  return row.n;
};

/** A contact was refused, and so was what the phone told the office of that. */
const aRefusedReport = async (): Promise<{ readonly team: Team; readonly report: number }> => {
  const team = await aTeam(await aRoad());
  await writes(team.field, 'With it went the day’s key.');
  await takesIn(team.field);
  await writes(team.field, 'By the blue door.');
  await spoilNewest(team.field);
  await takesIn(team.field);
  const report = await spoilNewest(team.field);
  await takesIn(team.field);
  return { team, report };
};

describe('told to the office', () => {
  test('which entry it is, of what kind and about what, why and since when; sealed, so that the endpoint reads none of it', async () => {
    const team = await aRefused();
    const [phone, ...others] = toldTo(team);
    expect(others).toEqual([]);
    expect(phone).toMatchObject({ device: team.field.notebook().me.device, name: 'Joon', count: 1, onItsWay: null });
    expect([phone?.lacking.standing, team.office.notebook().missing()]).toEqual([1, 1]);
    const [told] = phone?.entries ?? [];
    const row = await team.field.db.entries.get(team.n);
    expect(told).toMatchObject({ id: row?.id, kind: 'contact', record: team.record, reason: 'unproven', can: 'anew', state: 'open' });
    expect(told?.heldSince).toBe((await team.field.db.outbox.get(team.n))?.since);
    expect(Date.parse(told?.heldSince ?? '')).not.toBeNaN();
    const rows = [...(await team.field.db.entries.toArray()), await team.field.db.state.get('asideTold')];
    for (const kept of rows) expect(JSON.stringify(kept)).not.toMatch(/unproven|contact|set-aside/);
  });

  test('once: nothing more is written however often it exchanges, is locked and opened, or is open in two tabs', async () => {
    const team = await aRefused();
    const written = await team.field.db.entries.count();
    await team.field.unlock(words);
    await goesRound(team);
    team.field.lock();
    await team.field.unlock(words);
    await goesRound(team);
    expect(await team.field.db.entries.count()).toBe(written);
    expect(team.office.notebook().recordsOf('set-aside')[0]?.history).toHaveLength(1);
  });

  test('when the key of the day was refused with it, the office can open the report all the same', async () => {
    const team = await aTeam(await aRoad());
    await writes(team.field, 'The first of the day.');
    await spoilNewest(team.field);
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 2, entries: [{ kind: 'grant' }, { kind: 'contact' }] }]);
    await decides(team, 'anew');
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 0 }]);
    expect(notesAt(team)).toEqual(['The first of the day.']);
  });

  test('tried again in vain by the worker: that is no news', async () => {
    const team = await aRefused();
    team.field.must(await team.field.notebook().tryAgain(team.n));
    await spoil(team.field, team.n);
    const written = await team.field.db.entries.count();
    await goesRound(team);
    expect([await team.field.db.entries.count(), asideOn(team).length]).toEqual([written, 1]);
  });

  test('by one of two tabs, when both notice it at once', async () => {
    const road = await aRoad();
    const team = await aTeam(road);
    await writes(team.field, 'With it went the day’s key.');
    await takesIn(team.field);
    const first = team.field.notebook();
    const second = await team.field.unlock(words);
    await writes(team.field, 'By the blue door.');
    await spoilNewest(team.field);
    await team.field.exchange();
    await Promise.all([first.catchUp(), second.catchUp()]);
    await goesRound(team);
    expect(
      team.office
        .notebook()
        .recordsOf('set-aside')
        .flatMap(({ history }) => history),
    ).toHaveLength(1);
  });

  test('a locked phone tells of it at its next unlock', async () => {
    const road = await aRoad();
    const team = await aTeam(road);
    await writes(team.field, 'With it went the day’s key.');
    await takesIn(team.field);
    await writes(team.field, 'By the blue door.');
    await spoilNewest(team.field);
    team.field.lock();
    await team.field.exchange();
    await team.field.unlock(words);
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 1, entries: [{ reason: 'unproven' }] }]);
  });

  test('a report that is refused itself is told of in no report; the next one says it all, and takes its place', async () => {
    const { team, report } = await aRefusedReport();
    const written = await team.field.db.entries.count();
    await goesRound(team);
    expect(await team.field.db.entries.count()).toBe(written);
    expect(asideOn(team).map(({ kind }) => kind)).toEqual(['contact', 'set-aside']);
    expect(toldTo(team)).toEqual([]);
    await writes(team.field, 'By the green door.');
    await spoilNewest(team.field);
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 2, entries: [{ kind: 'contact' }, { kind: 'contact' }] }]);
    expect(asideOn(team).map(({ kind }) => kind)).toEqual(['contact', 'contact']);
    expect(await team.field.db.outbox.get(report)).toMatchObject({ resolved: true });
  });

  test('a report that was refused, written anew by hand, says how it stands by then', async () => {
    const { team, report } = await aRefusedReport();
    team.field.must(await team.field.notebook().writeAnew(report));
    await spoilNewest(team.field);
    await goesRound(team);
    // Refused once more, it is a report all the same.
    expect(toldTo(team)).toEqual([]);
    const again = asideOn(team).find(({ kind }) => kind === 'set-aside');
    team.field.must(await team.field.notebook().writeAnew(again?.n ?? 0));
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 1, entries: [{ kind: 'contact' }] }]);
    expect(asideOn(team).map(({ kind }) => kind)).toEqual(['contact']);
  });

  test('a report whose bytes the disk has damaged does not call for another', async () => {
    const road = await aRoad();
    const team = await aTeam(road);
    await writes(team.field, 'With it went the day’s key.');
    await takesIn(team.field);
    await writes(team.field, 'By the blue door.');
    await spoilNewest(team.field);
    await takesIn(team.field);
    const report = await damageNewest(team);
    await goesRound(team);
    const written = await team.field.db.entries.count();
    await goesRound(team);
    expect([await team.field.db.entries.count(), asideOn(team).length]).toEqual([written, 2]);
    expect(written).toBe(report);
  });

  test('what cannot be read on that phone any more is told as such: the phone must be brought to the office', async () => {
    const team = await aTeam(await aRoad());
    await writes(team.field, 'With it went the day’s key.');
    await takesIn(team.field);
    await writes(team.field, 'Lost on this disk.');
    await damageNewest(team);
    await goesRound(team);
    const [phone] = toldTo(team);
    expect(phone?.entries).toMatchObject([{ reason: 'malformed', can: 'neither' }]);
    expect(phone?.entries.map(wayOutOf)).toEqual(['bring']);
    // Asked all the same, it changes nothing and comes to an end.
    await decides(team, 'anew');
    await goesRound(team);
    expect(toldTo(team)).toMatchObject([{ count: 1, onItsWay: null, entries: [{ state: 'tried' }] }]);
  });
});

const goesOnAnew = async (team: Team): Promise<void> => {
  await team.field.askAnew((await team.office.invite('worker')).link);
  await team.office.letIn((await team.office.asking())[0]?.invitation ?? '');
  await team.field.goOnAnew();
  await goesRound(team);
};

test('what still stands when a phone is let in anew is told again under the new name, and can be decided there', async () => {
  const team = await aTeam(await aRoad());
  await writes(team.field, 'With it went the day’s key.');
  await takesIn(team.field);
  await writes(team.field, 'Lost on this disk.');
  await damageNewest(team);
  await goesRound(team);
  const before = team.field.notebook().me.device;
  expect(toldTo(team)).toMatchObject([{ device: before, count: 1 }]);
  const putBack = await copyOf(team.field);
  await writes(team.field, 'after the copy');
  await takesIn(team.field);
  await putBackTo(team.field, putBack, words);
  await takesIn(team.field);
  await goesOnAnew(team);
  expect(team.field.notebook().me.device).not.toBe(before);
  expect(toldTo(team)).toMatchObject([{ device: team.field.notebook().me.device, count: 1 }]);
});

test('a phone with a double tells nothing; let in anew, it takes up its report under the new name', async () => {
  const team = await aRefused();
  const putBack = await copyOf(team.field);
  await writes(team.field, 'after the copy');
  await takesIn(team.field);
  await putBackTo(team.field, putBack, words);
  await writes(team.field, 'on the copy');
  await takesIn(team.field);
  expect(team.field.notebook().twin()).toBe(true);
  const written = await team.field.db.entries.count();
  await decides(team, 'anew');
  await goesRound(team);
  // What it did now would wait on it for ever.
  const row = await team.field.db.outbox.get(team.n);
  expect([row?.setAside, row?.resolved]).toEqual(['unproven', undefined]);
  expect((await readState(team.field.db, 'asideTold'))?.rows).toEqual([team.n]);
  await goesOnAnew(team);
  expect(await team.field.db.entries.count()).toBeGreaterThan(written);
  expect(notesAt(team)).toEqual(['By the blue door.', 'With it went the day’s key.', 'after the copy', 'on the copy']);
  expect(asideOn(team)).toEqual([]);
  expect(toldTo(team)).toMatchObject([{ device: team.field.notebook().me.device, count: 0 }]);
});
