import { describe, expect, test } from 'vitest';
import { fromBytes, toBytes } from '../../server/copy/format.ts';
import { putCopy } from '../../server/copy/putCopy.ts';
import type { CopyItem } from '../../server/copy/shape.ts';
import { openSqliteAsItIs, openSqliteStore } from '../../server/store/sqlite.ts';
import type { ServerStore } from '../../server/store/store.ts';
import { type Bytes, concat, toHex } from '../../src/protocol/bytes.ts';
import { aBusyOffice, copyOf, findingsIn, inPieces, readBack } from '../support/copies.ts';
import { random } from '../support/device.ts';
import { aFile } from '../support/folder.ts';
import { aServer } from '../support/server.ts';

const putInto = async (file: string, bytes: Bytes) => {
  const opened = openSqliteAsItIs(file);
  if (!opened.ok) throw new Error(opened.failure.type);
  const putting = { items: fromBytes(inPieces(bytes)), tell: () => undefined };
  return putCopy((work) => opened.value.transaction().execute(work), putting).finally(() => opened.value.destroy());
};
const opened = async (file: string): Promise<ServerStore> => {
  const store = await openSqliteStore(file);
  if (!store.ok) throw new Error(store.failure.type);
  return store.value;
};
const rowsIn = (items: readonly CopyItem[]) => items.filter((item) => item.is === 'rows');

describe('a copy of a database', () => {
  test('holds all of it and holds together', async () => {
    const server = await aServer();
    await aBusyOffice(server);
    const { items, failure } = await readBack(await copyOf(server.store));
    expect(failure).toBeNull();
    expect(items[0]).toMatchObject({ is: 'head' });
    const counts = await server.store.counts();
    const { locks: _locks, migrations: _migrations, meta: _meta, ...copied } = counts;
    expect(items.at(-1)).toMatchObject({ is: 'end', rows: copied });
    expect(await findingsIn(items)).toEqual([]);
    await server.close();
  });

  test('does not hold what sessions are signed with, nor the name of the history', async () => {
    const server = await aServer();
    await aBusyOffice(server);
    const bytes = await copyOf(server.store);
    expect(Buffer.from(bytes).includes(Buffer.from(server.store.secret))).toBe(false);
    expect(Buffer.from(bytes).includes(toHex(server.store.secret))).toBe(false);
    expect(Buffer.from(bytes).includes(server.store.generation)).toBe(false);
    await server.close();
  });

  test('is of one moment, though devices go on writing while it is made', async () => {
    const server = await aServer();
    const { office, workers } = await aBusyOffice(server);
    const [worker] = workers;
    for (let times = 0; times < 3; times += 1) await worker?.syncs(server, worker.writes(200, { length: 1500 }));
    const before = await server.store.counts();
    const items: CopyItem[] = [];
    let meanwhile = 0;
    for await (const item of server.store.copy(server.now)) {
      items.push(item);
      if (item.is !== 'rows' || item.table !== 'entries') continue;
      meanwhile += 1;
      await worker?.syncs(server, worker.writes(3));
      await office.supervisor.syncs(server, office.supervisor.writes(1, { stream: office.supervisor.org }));
      await office.admits();
    }
    expect(meanwhile).toBeGreaterThan(3);
    expect(items.at(-1)).toMatchObject({ is: 'end', rows: { entries: before.entries, stream_places: before.stream_places } });
    expect(await findingsIn(items)).toEqual([]);
    await server.close();
  });

  test('comes in small pieces, so that the endpoint never stands still for long', async () => {
    const server = await aServer();
    const { workers } = await aBusyOffice(server);
    for (let times = 0; times < 3; times += 1) await workers[0]?.syncs(server, workers[0].writes(10, { length: 90_000 }));
    for await (const part of toBytes(server.store.copy(server.now))) expect(part.length).toBeLessThan(600_000);
    await server.close();
  });

  test('is put into an empty database whole, with a history and a secret of its own and the same key for receipts', async () => {
    const server = await aServer();
    await aBusyOffice(server);
    const bytes = await copyOf(server.store);
    const file = aFile();
    expect(await putInto(file, bytes)).toEqual({ ok: true, value: undefined });
    const restored = await opened(file);
    expect(rowsIn((await readBack(await copyOf(restored))).items)).toEqual(rowsIn((await readBack(bytes)).items));
    expect(restored.generation).not.toBe(server.store.generation);
    expect(restored.generation.length).toBeGreaterThan(20);
    expect(restored.secret).not.toEqual(server.store.secret);
    expect(restored.receiptKey).toEqual(server.store.receiptKey);
    await restored.close();
    await server.close();
  });

  test('a copy that breaks off leaves the database it was put into as empty as before', async () => {
    const server = await aServer();
    await aBusyOffice(server);
    const bytes = await copyOf(server.store);
    const file = aFile();
    expect(await putInto(file, bytes.slice(0, bytes.length - 10))).toEqual({ ok: false, failure: { type: 'cut-short' } });
    const after = await opened(file);
    expect((await after.counts()).entries).toBe(0);
    await after.close();
    await server.close();
  });

  test('with any byte changed, anything cut off or anything put behind it is refused', async () => {
    const server = await aServer();
    await server.store.found(random(16), random(40), 'open');
    const bytes = await copyOf(server.store);
    const refusals = new Set<string | null>();
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      refusals.add((await readBack(changed)).failure);
      refusals.add((await readBack(bytes.slice(0, at))).failure);
    }
    refusals.add((await readBack(concat(bytes, random(1)))).failure);
    expect([...refusals].sort()).toEqual(['cut-short', 'damaged', 'newer', 'not-a-copy']);
    await server.close();
  });

  test('parts of two copies, or of one in another order, do not pass for one', async () => {
    const server = await aServer();
    await aBusyOffice(server);
    const parts: Bytes[] = [];
    for await (const part of toBytes(server.store.copy(server.now))) parts.push(part);
    const swapped = parts.map((part, at) => (at === 2 ? parts[3] : at === 3 ? parts[2] : part) ?? part);
    const lacking = parts.filter((_, at) => at !== 4);
    const twice = parts.flatMap((part, at) => (at === 4 ? [part, part] : [part]));
    for (const wrong of [swapped, lacking, twice]) expect((await readBack(concat(...wrong))).failure).toBe('damaged');
    await server.close();
  });

  test('of a newer version is refused as such', async () => {
    const head = async function* (): AsyncGenerator<CopyItem> {
      yield { is: 'head', at: 1, migrations: ['001-beginning', '999-of-tomorrow'] };
    };
    const parts: Bytes[] = [];
    for await (const part of toBytes(head())) parts.push(part);
    expect((await readBack(concat(...parts))).failure).toBe('newer');
  });
});
