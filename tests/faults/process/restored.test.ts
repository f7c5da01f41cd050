/**
 * The endpoint is put back to an older state, by its backup and by a plain copy of its files, and the devices come back in
 * any order: whatever any of them holds is there again, once, also when others wrote past the old places before.
 */
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Headless } from '../../../demo/headless.ts';
import { run } from '../../support/builtPrograms.ts';
import { type DatabaseAtHand, databases } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { isLong, numbers } from '../../support/faults/length.ts';
import { aTeam, deviceAt, type Ground, letInto, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';
import { program } from '../../support/process.ts';

/** Keeps what there is now; what it gives puts the endpoint back to it. Both while the endpoint is stopped. */
type KeepNow = (database: DatabaseAtHand) => Promise<() => Promise<void>>;

const command = (name: 'backup' | 'restore' | 'verify', args: readonly string[], { env, dataDir }: DatabaseAtHand) =>
  run(join(dirname(program), `${name}.js`), args, { ...env, DATA_DIR: dataDir });

const byBackup: KeepNow = async (database) => {
  const file = `${database.dataDir}.backup`;
  expect(await command('backup', [file], database)).toMatchObject({ code: 0 });
  return async () => void expect(await command('restore', [file, '--replace'], database)).toMatchObject({ code: 0 });
};
const byCopiedFiles: KeepNow = (database) => database.copied();

type Name = 'laptop' | 'first' | 'second' | 'newcomer';
type Devices = Readonly<Record<Name, Headless>>;
const names: readonly Name[] = ['laptop', 'first', 'second', 'newcomer'];
/** Who was there already when the copy was made, and so may write at once. */
const oldHands: readonly Name[] = ['laptop', 'first', 'second'];

/** Every order in which they may come back. */
const orders = (left: readonly Name[]): readonly (readonly Name[])[] =>
  left.length === 0 ? [[]] : left.flatMap((name) => orders(left.filter((other) => other !== name)).map((rest) => [name, ...rest]));

/** A share takes of each way what is hardest for it. */
const ways: readonly {
  readonly way: string;
  readonly keepNow: KeepNow;
  readonly back: readonly (readonly Name[])[];
  readonly past: readonly Name[];
}[] = [
  {
    way: 'by npm run restore',
    keepNow: byBackup,
    back: isLong ? orders(names) : [['newcomer', 'first', 'laptop', 'second']],
    past: isLong ? oldHands : [],
  },
  { way: 'by copied files', keepNow: byCopiedFiles, back: isLong ? orders(names) : [], past: isLong ? oldHands : ['second'] },
];

const roundsUntilAllIsThere = 5;

interface PutBack {
  readonly devices: Devices;
  readonly notes: string[];
  /** Ids that were acknowledged before it was put back. */
  readonly acknowledged: readonly string[];
}

/** A team of four that has sent all it wrote; then the endpoint is put back to when the last of them was not there yet. */
const putBackInTime = async ({ database, endpoint }: Ground, keepNow: KeepNow): Promise<PutBack> => {
  const { laptop, field: first } = await aTeam(endpoint);
  const second = await letInto(laptop, 'worker', 'Thuy', deviceAt(endpoint.origin));
  const notes: string[] = [];
  const sends = async (device: Headless, note: string) => {
    notes.push(note);
    await writes(device, note);
    expect((await device.exchange()).waiting).toBe(0);
  };
  for (const device of [first, second, laptop]) await sends(device, `before, ${notes.length}`);
  await endpoint.stop();
  const putBack = await keepNow(database);
  await endpoint.start();
  const newcomer = await letInto(laptop, 'worker', 'Arif', deviceAt(endpoint.origin));
  for (const device of [first, newcomer, second, laptop, first]) await sends(device, `since, ${notes.length}`);
  await laptop.exchange();
  await endpoint.stop();
  const { ids } = await lookAt(database);
  await putBack();
  await endpoint.start();
  return { devices: { laptop, first, second, newcomer }, notes, acknowledged: ids };
};

const allComeBack = async (ground: Ground, order: readonly Name[], { devices, notes, acknowledged }: PutBack): Promise<void> => {
  for (const _round of numbers(1, roundsUntilAllIsThere)) for (const name of order) await devices[name].exchange();
  for (const name of names) expect([name, (await devices[name].exchange()).waiting]).toEqual([name, 0]);
  expect(await notesAt(devices.laptop)).toEqual([...notes].sort());
  await ground.endpoint.stop();
  const kept = await lookAt(ground.database);
  expect(kept.wrong).toEqual([]);
  expect(acknowledged.filter((id) => !kept.ids.includes(id))).toEqual([]);
  expect(new Set(kept.ids).size).toBe(kept.ids.length);
  expect((await command('verify', [], ground.database)).err).toBe('');
};

describe.each(databases)('over $name', (kind) => {
  describe.each(ways)('put back $way', ({ keepNow, back, past }) => {
    test.each(back.map((order) => [order.join(', '), order] as const))('they come back as %s', (_, order) =>
      overEndpoint(kind, async (ground) => allComeBack(ground, order, await putBackInTime(ground, keepNow))),
    );

    test.each(past)('%s writes past the old places before the others come back', (name) =>
      overEndpoint(kind, async (ground) => {
        const back = await putBackInTime(ground, keepNow);
        for (const at of numbers(1, 12)) {
          back.notes.push(`past, ${String(at).padStart(2, '0')}`);
          await writes(back.devices[name], `past, ${String(at).padStart(2, '0')}`);
        }
        await back.devices[name].exchange();
        await allComeBack(ground, names, back);
      }),
    );
  });
});
