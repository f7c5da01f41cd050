/** What every store promises about proofs, about the history it holds and about who wrote last. Part of serverStore.ts. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PageAsk, ServerStore } from '../../server/store/store.ts';
import { type Bytes, toHex } from '../../src/protocol/bytes.ts';
import { anEntry, random, some } from '../support/newEntries.ts';

export const serverStoreKnowsItsHistory = (name: string, open: () => Promise<ServerStore>): void => {
  describe(`the ${name} store knows its history`, () => {
    let store: ServerStore;
    let org: Bytes;
    let device: Bytes;
    const pageOf = (ask: Partial<PageAsk> = {}) =>
      store.page(org, { stream: null, after: 0, reader: random(16), mostEntries: 1000, mostBytes: 1 << 20, ...ask });

    beforeEach(async () => {
      store = await open();
      [org, device] = [random(16), random(16)];
      return () => store.close();
    });

    test('gives a proof back with the bytes it is about, in every stream and to everybody but its writer', async () => {
      const phone = random(16);
      const proof = random(64);
      await store.keep(org, [anEntry(device, 1), anEntry(device, 2, { proof, stream: phone }), anEntry(random(16), 1, { stream: phone })]);
      const proofsIn = async (ask: Partial<PageAsk>) => (await pageOf(ask)).entries.map((entry) => entry.proof && toHex(entry.proof));
      expect(await proofsIn({})).toEqual([null, toHex(proof), null]);
      expect(await proofsIn({ stream: phone })).toEqual([toHex(proof), null]);
      expect(await proofsIn({ reader: device })).toEqual([null, null, null]);
    });

    test('keeps a proof once, with the entry that was kept and not with one that was had', async () => {
      const entry = anEntry(device, 1, { proof: random(64) });
      await Promise.all([store.keep(org, [entry]), store.keep(org, [entry])]);
      await store.keep(org, [{ ...entry, proof: random(64) }]);
      expect((await store.counts()).proofs).toBe(1);
    });

    test('leaves a mark where each commit ended, and knows it again', async () => {
      expect(await store.lastMark(org)).toBeNull();
      await store.keep(org, some(device, 3));
      const first = await store.lastMark(org);
      expect([first?.place, first?.mark.length]).toEqual([3, 16]);
      await store.keep(org, some(device, 3));
      expect(await store.lastMark(org)).toEqual(first);
      await store.keep(org, [anEntry(device, 4)]);
      const second = await store.lastMark(org);
      expect(second?.place).toBe(4);
      if (!first || !second) throw new Error('two marks were left');
      expect([await store.stands(org, first), await store.stands(org, second)]).toEqual([true, true]);
      for (const mark of [
        { ...first, mark: second.mark },
        { ...first, place: 2 },
        { ...second, place: 9 },
      ])
        expect(await store.stands(org, mark)).toBe(false);
      expect(await store.stands(random(16), first)).toBe(false);
    });

    test('leaves other marks in another database with the very same entries', async () => {
      const entries = some(device, 3);
      await store.keep(org, entries);
      const twin = await open();
      await twin.keep(org, entries);
      const mark = await twin.lastMark(org);
      await twin.close();
      expect(mark && (await store.stands(org, mark))).toBe(false);
    });

    test('says which is the newest entry of a device, by its number', async () => {
      const [second, first] = [anEntry(device, 2), anEntry(device, 1)];
      await store.keep(org, [second, first, anEntry(random(16), 9)]);
      expect(await store.newestOf(org, device)).toEqual({ sequence: 2, id: second.id });
      expect(await store.newestOf(org, random(16))).toBeNull();
      expect(await store.newestOf(random(16), device)).toBeNull();
    });
  });
};
