/** A phone that has a double is let in anew: it keeps everything, and what it could not send under its old name reaches the office once. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Headless, settled } from '../../demo/headless.ts';
import { createRenewing } from '../../src/compose/renewing.ts';
import { office } from '../../src/domain/entry.ts';
import { contactIn } from '../../src/domain/records.ts';
import { failed } from '../../src/domain/result.ts';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import { readState } from '../../src/store/database.ts';
import { linksLettingIn } from '../../src/store/renewing.ts';
import { loadRoster } from '../../src/store/rosterRows.ts';
import { createPost } from '../../src/sync/post.ts';
import { copyOf, putBackTo } from '../support/oldCopy.ts';
import { aRoad, aTeam, letInto, type Road, type Team } from '../support/road.ts';

const words = 'field words for stories';
const origin = 'http://office.test';

const writes = async (device: Headless, note: string): Promise<string> => {
  const record = device.notebook().newId();
  const says = { person: device.notebook().newId(), day: '2026-03-02', note };
  device.must(await device.notebook().write({ kind: 'contact', record, says, audience: office }));
  return record;
};
const amends = async (device: Headless, record: string, note: string): Promise<void> => {
  const says = { fields: { note }, reason: 'mistake' };
  device.must(await device.notebook().write({ kind: 'amendment', record, says, audience: office }));
};
const notesOn = async (device: Headless): Promise<readonly string[]> => {
  await device.exchange();
  await settled();
  await device.notebook().catchUp();
  return device
    .notebook()
    .recordsOf('contact')
    .map((record) => contactIn(record)?.note ?? '')
    .sort();
};
const disputedOn = (device: Headless): number =>
  device
    .notebook()
    .recordsOf('contact')
    .filter(({ fields }) => [...fields.values()].some(({ disagrees }) => disagrees)).length;

/** Put back to a copy in which `waiting` had not been sent yet; the phone as it was has sent it, and one more, since. */
const aDouble = async (): Promise<Team & { readonly road: Road }> => {
  const road = await aRoad();
  const team = await aTeam(road);
  await writes(team.field, 'before');
  await team.field.exchange();
  await writes(team.field, 'waiting');
  const putBack = await copyOf(team.field);
  await writes(team.field, 'after the copy');
  await team.field.exchange();
  await putBackTo(team.field, putBack, words);
  return { ...team, road };
};

const letInAnew = async ({ office: laptop, field }: Team, role: 'worker' | 'supervisor' = 'worker'): Promise<void> => {
  const shown = await field.askAnew((await laptop.invite(role)).link);
  const [asking] = await laptop.asking();
  expect(asking?.words).toEqual(shown);
  await laptop.letIn(asking?.invitation ?? '');
  await field.goOnAnew();
};

describe('let in anew', () => {
  test('what waited reaches the office once, whether the double had sent it or not', async () => {
    const team = await aDouble();
    const { office: laptop, field } = team;
    const forked = await writes(field, 'written on the copy');
    await field.exchange();
    await amends(field, forked, 'written on the copy, and corrected');
    await writes(field, 'written after it was noticed');
    const said = await notesOn(field);
    await letInAnew(team);
    await field.exchange();
    await field.exchange();
    expect(await notesOn(laptop)).toEqual([
      'after the copy',
      'before',
      'waiting',
      'written after it was noticed',
      'written on the copy, and corrected',
    ]);
    // No disagreement between what was written and what was written anew, and no number of the old chain missing.
    expect([disputedOn(laptop), laptop.notebook().missing(), laptop.notebook().unopened()]).toEqual([0, 0, 0]);
    expect(await notesOn(field)).toEqual(said);
    expect(field.notebook().delivery()).toMatchObject({ waiting: 0, setAside: [] });
    expect(field.notebook().twin()).toBe(false);
  });

  test('noticed before it had lost a number: what was written under the old name loses it afterwards, and that is no double of the new one', async () => {
    const team = await aDouble();
    const { office: laptop, field } = team;
    // Nothing is to be sent but what its double has sent as well; the answer tells that there is one.
    await field.exchange();
    expect(field.notebook().twin()).toBe(true);
    await writes(field, 'written on the copy');
    await letInAnew(team);
    for (let times = 0; times < 3; times += 1) {
      await field.exchange();
      await settled();
    }
    expect(field.notebook().twin()).toBe(false);
    expect(await notesOn(laptop)).toEqual(['after the copy', 'before', 'waiting', 'written on the copy']);
    expect(field.notebook().delivery()).toMatchObject({ waiting: 0, setAside: [] });
  });

  test('a link that does not go on from the roster, shown behind the one that lets it in, is not kept', async () => {
    const { office: laptop, field } = await aDouble();
    await field.askAnew((await laptop.invite('worker')).link);
    await laptop.letIn((await laptop.asking())[0]?.invitation ?? '');
    const links = (await field.renewing.look()) ?? [];
    expect(links.length).toBeGreaterThan(0);
    expect(await linksLettingIn(field.db, await loadRoster(field.db), [...links, new Uint8Array([1, 2, 3])])).toEqual(links);
  });

  test('asked while the office has too much to do, it asks again with the same keys; an invitation that is over is forgotten', async () => {
    const { office: laptop, field, road } = await aDouble();
    const { link } = await laptop.invite('worker');
    let instead: RefusalCode | null = 'too-many';
    const through = createPost({ fetch: async (url, init) => road.app(new Request(String(url), init), { address: '192.0.2.7' }), origin });
    const renewing = createRenewing({
      db: field.db,
      post: async (path, body, token) =>
        instead && path === '/api/join/ask' ? failed({ type: 'refused', code: instead, waitSeconds: 1 }) : through(path, body, token),
    });
    const asked = async () => {
      expect((await renewing.open(link)).ok).toBe(true);
      await renewing.ask(field.vault());
      return (await readState(field.db, 'renewing'))?.device;
    };
    const first = await asked();
    expect(first).toBeDefined();
    instead = null;
    expect(await asked()).toBe(first);
    instead = 'invitation-closed';
    expect(await asked()).toBeUndefined();
  });

  test('the office sees the same person, with one phone more, and an answer reaches the new one', async () => {
    const team = await aDouble();
    const { office: laptop, field } = team;
    const [before] = field.notebook().recordsOf('contact');
    await letInAnew(team);
    await field.exchange();
    await notesOn(laptop);
    const [joon, ...others] = laptop
      .notebook()
      .members()
      .filter(({ name }) => name === 'Joon');
    expect([joon?.devices.length, others.length]).toEqual([2, 0]);
    const record = before?.record ?? '';
    const audience = { devices: [laptop.notebook().writerDeviceOf(record) ?? ''] };
    laptop.must(await laptop.notebook().write({ kind: 'review', record, says: { conclusion: 'noted' }, audience }));
    await laptop.exchange();
    await notesOn(field);
    expect([field.notebook().standingOf(record), field.notebook().twin()]).toEqual(['seen', false]);
  });

  test('the double that was ahead goes on as it was', async () => {
    const road = await aRoad();
    const team = await aTeam(road);
    const { office: laptop, field } = team;
    await writes(field, 'before');
    await field.exchange();
    const asItWas = await copyOf(field);
    await writes(field, 'by the first');
    await field.exchange();
    const ahead = await copyOf(field);
    await putBackTo(field, asItWas, words);
    await writes(field, 'by the second');
    await field.exchange();
    await letInAnew(team);
    await field.exchange();
    await field.exchange();
    await putBackTo(field, ahead, words);
    await writes(field, 'by the first, later');
    expect((await field.exchange()).failure).toBeNull();
    expect(await readState(field.db, 'twin')).toBeNull();
    expect(await notesOn(laptop)).toEqual(['before', 'by the first', 'by the first, later', 'by the second']);
    expect([disputedOn(laptop), laptop.notebook().missing()]).toEqual([0, 0]);
  });

  test("a supervisor's laptop: what its double wrote comes too, and nothing is missing in any chain", async () => {
    const road = await aRoad();
    const { office: laptop, field } = await aTeam(road);
    const second = await letInto(road, laptop, 'supervisor', 'Arif');
    await writes(second, 'before');
    await second.exchange();
    const putBack = await copyOf(second);
    await writes(second, 'by the double');
    await second.exchange();
    await putBackTo(second, putBack, words);
    const late = await letInto(road, laptop, 'worker', 'Late');
    await writes(second, 'on the copy');
    await second.exchange();
    await letInAnew({ office: laptop, field: second }, 'supervisor');
    await second.exchange();
    await writes(late, 'from a phone');
    await late.exchange();
    const all = ['before', 'by the double', 'from a phone', 'on the copy'];
    expect(await notesOn(second)).toEqual(all);
    expect(await notesOn(laptop)).toEqual(all);
    expect([second, laptop].map((device) => [disputedOn(device), device.notebook().missing(), device.notebook().unopened()])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(await notesOn(field)).toEqual([]);
  });

  test.each(['before it has asked', 'between vault and database'])('killed %s, it goes on from there', async (when) => {
    const team = await aDouble();
    const { office: laptop, field } = team;
    await writes(field, 'on the copy');
    await field.exchange();
    const { link } = await laptop.invite('worker');
    if (when === 'before it has asked') {
      team.road.cutRequestsAfter(1);
      await expect(field.askAnew(link)).rejects.toThrow('no-connection');
    }
    await field.askAnew(link);
    const [asking] = await laptop.asking();
    await laptop.letIn(asking?.invitation ?? '');
    const links = (await field.renewing.look()) ?? [];
    if (when === 'between vault and database') {
      const rows = await field.db.state.toArray();
      field.must(await field.renewing.takeUp(field.vault(), links));
      await field.db.state.bulkPut(rows);
      field.lock();
      await field.unlock(words);
    } else await field.goOnAnew();
    expect(await readState(field.db, 'renewing')).toBeNull();
    await field.exchange();
    await field.exchange();
    expect(await notesOn(laptop)).toEqual(['after the copy', 'before', 'on the copy', 'waiting']);
  });

  test('killed or raced while it writes anew, nothing is written twice', async () => {
    const team = await aDouble();
    const { office: laptop, field } = team;
    for (const note of ['one', 'two', 'three']) await writes(field, note);
    await field.exchange();
    await field.askAnew((await laptop.invite('worker')).link);
    const [asking] = await laptop.asking();
    await laptop.letIn(asking?.invitation ?? '');
    field.must(await field.renewing.takeUp(field.vault(), (await field.renewing.look()) ?? []));
    // Two tabs at once.
    await Promise.all([field.unlock(words), field.unlock(words)]);
    await field.exchange();
    await notesOn(laptop);
    const histories = laptop
      .notebook()
      .recordsOf('contact')
      .map(({ history }) => history.length);
    expect(histories).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test.each<[string, 'other-organisation' | 'other-role']>([
    ['of another organisation', 'other-organisation'],
    ['for another part in the work', 'other-role'],
  ])('an invitation %s is refused, and nothing has changed', async (_, type) => {
    const team = await aDouble();
    const { office: laptop, field } = team;
    const link = type === 'other-role' ? (await laptop.invite('supervisor')).link : null;
    if (link) await expect(field.askAnew(link)).rejects.toThrow(type);
    else {
      field.must(await field.renewing.open((await laptop.invite('worker')).link));
      const elsewhere = await aDouble();
      expect(await field.renewing.ask(elsewhere.field.vault())).toEqual({ ok: false, failure: { type } });
    }
    expect(await readState(field.db, 'renewing')).toBeNull();
  });
});
