/** The promises every store behind the endpoint makes. A new store is added by one line in serverStore.test.ts. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PageAsk, ServerStore } from '../../server/store/store.ts';
import { type Bytes, toHex } from '../../src/protocol/bytes.ts';
import { anEntry, random, some } from '../support/newEntries.ts';
import { serverStoreKnowsItsHistory } from './serverStoreHistory.ts';

const lettingIn = (follower: Bytes | null = random(16)) => ({ invitation: random(16), follower });

export const serverStoreKeepsItsPromises = (name: string, open: () => Promise<ServerStore>): void => {
  serverStoreKnowsItsHistory(name, open);
  describe(`the ${name} store`, () => {
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

    test('has a generation and a secret of its own', async () => {
      expect(store.generation).toMatch(/^[0-9a-f]{32}$/);
      expect(store.secret).toHaveLength(32);
      expect(store.receiptKey.length).toBeGreaterThan(100);
      await expect(store.isAlive()).resolves.toBeUndefined();
    });

    test('numbers entries from 1 without gaps and gives the same bytes back', async () => {
      const entries = some(device, 47);
      expect((await store.keep(org, entries.slice(0, 21))).map((kept) => kept.is !== 'fork' && kept.place)).toEqual(
        entries.slice(0, 21).map((_, at) => at + 1),
      );
      await store.keep(org, entries.slice(21));
      const page = await pageOf();
      expect(page.more).toBe(false);
      expect(page.entries.map(({ place }) => place)).toEqual(entries.map((_, at) => at + 1));
      expect(page.entries.map(({ id, bytes }) => [toHex(id), bytes && toHex(bytes)])).toEqual(
        entries.map(({ id, bytes }) => [toHex(id), toHex(bytes)]),
      );
    });

    test('keeps bytes that are a view into a larger buffer, and the largest numbers', async () => {
      const large = random(400);
      const sequence = Number.MAX_SAFE_INTEGER;
      await store.keep(org, [anEntry(device, sequence, { bytes: large.subarray(100, 200), id: large.subarray(0, 32) })]);
      expect(toHex((await pageOf()).entries[0]?.bytes ?? new Uint8Array())).toBe(toHex(large.subarray(100, 200)));
      expect((await store.known(org, [{ device, sequence }]))[0]?.place).toBe(1);
    });

    test('has what it was given before, and keeps each once', async () => {
      const entries = some(device, 30);
      await store.keep(org, entries);
      expect(await store.keep(org, entries)).toEqual(entries.map((_, at) => ({ is: 'had', place: at + 1 })));
      expect(await store.lastPlace(org, null)).toBe(30);
    });

    test('has the second of two equal entries of one batch', async () => {
      const entry = anEntry(device, 1);
      expect(await store.keep(org, [entry, entry])).toEqual([
        { is: 'kept', place: 1 },
        { is: 'had', place: 1 },
      ]);
    });

    test('keeps the first entry at a number and calls another a fork, without wasting a place', async () => {
      await store.keep(org, [anEntry(device, 1)]);
      expect(await store.keep(org, [anEntry(device, 1), anEntry(device, 2)])).toEqual([{ is: 'fork' }, { is: 'kept', place: 2 }]);
      expect((await store.counts()).entries).toBe(2);
    });

    test('keeps what is all new, and nothing of a batch in which one number is taken', async () => {
      const entries = some(device, 30);
      const first = entries.slice(0, 20);
      expect(await store.keepNew(org, first)).toEqual(first.map((_, at) => ({ is: 'kept', place: at + 1 })));
      const before = await store.counts();
      for (const taken of [entries, [...entries.slice(20), anEntry(device, 5)], [anEntry(device, 31), anEntry(device, 31)]])
        expect(await store.keepNew(org, taken)).toBe(null);
      expect(await store.counts()).toEqual(before);
      expect(await store.lastPlace(org, null)).toBe(20);
      expect((await store.keep(org, entries)).map(({ is }) => is)).toEqual(entries.map((_, at) => (at < 20 ? 'had' : 'kept')));
    });

    test('gives every place once when batches come at the same time', async () => {
      const batches = Array.from({ length: 8 }, () => some(random(16), 25));
      await Promise.all(batches.map((entries) => store.keep(org, entries)));
      const places = (await pageOf()).entries.map(({ place }) => place);
      expect(places).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    });

    test('gives every place once when a batch for the office alone comes in the middle of one for a phone', async () => {
      const phone = random(16);
      const long = Promise.all(
        Array.from({ length: 6 }, () =>
          store.keep(
            org,
            some(random(16), 10).map((entry) => ({ ...entry, stream: phone })),
          ),
        ),
      );
      const short: Promise<unknown>[] = [];
      for (let moment = 0; moment < 60; moment += 1) {
        await Promise.resolve();
        short.push(store.keepNew(org, some(random(16), 2)));
      }
      await Promise.all([long, ...short]);
      expect((await pageOf()).entries.map(({ place }) => place)).toEqual(Array.from({ length: 180 }, (_, at) => at + 1));
      expect(await store.lastPlace(org, phone)).toBe(60);
    });

    test('keeps nothing of an empty batch', async () => {
      expect(await store.keep(org, [])).toEqual([]);
      expect(await store.lastPlace(org, null)).toBe(0);
    });

    test('keeps the same batch once when it comes twice at the same time', async () => {
      const entries = some(device, 25);
      const both = await Promise.all([store.keep(org, entries), store.keep(org, entries)]);
      expect(both.flat().filter(({ is }) => is === 'kept')).toHaveLength(25);
      expect(await store.lastPlace(org, null)).toBe(25);
    });

    test('says what stands at a number, also among hundreds', async () => {
      const entries = some(device, 450);
      await store.keep(org, entries);
      const other = random(16);
      const asked = [...entries, anEntry(device, 451), anEntry(other, 1)];
      const known = await store.known(org, asked);
      expect(known.map((one) => one?.place ?? null)).toEqual([...entries.map((_, at) => at + 1), null, null]);
      expect(await store.known(random(16), asked)).toEqual(asked.map(() => null));
      expect(await store.known(org, [])).toEqual([]);
    });

    test('numbers a device stream by itself and gives only what is in it', async () => {
      const phone = random(16);
      const entries = some(device, 10).map((entry, at) => ({ ...entry, stream: at % 3 === 0 ? phone : null }));
      await store.keep(org, entries);
      const page = await pageOf({ stream: phone });
      expect(page.entries.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
      expect(page.entries.map(({ id }) => toHex(id))).toEqual(entries.filter(({ stream }) => stream).map(({ id }) => toHex(id)));
      expect(await store.lastPlace(org, phone)).toBe(4);
      expect((await pageOf({ stream: random(16) })).entries).toEqual([]);
    });

    const idsOf = (entries: readonly { readonly id: Bytes }[]) => entries.map(({ id }) => toHex(id));
    const inStreamOf = async (phone: Bytes) => idsOf((await pageOf({ stream: phone })).entries);

    test('gives what is for everybody to every follower, in its own stream and without gaps', async () => {
      const [ana, ben, supervisor] = [random(16), random(16), random(16)];
      await store.addRosterLink(org, 1, random(200), lettingIn(ana));
      await store.addRosterLink(org, 2, random(200), lettingIn(ben));
      await store.addRosterLink(org, 3, random(200), lettingIn(null));
      const entries = some(device, 6).map((entry, at) => ({ ...entry, stream: [org, ana, null][at % 3] ?? null }));
      await store.keep(org, entries);
      const [first, toAna, , again, alsoToAna] = idsOf(entries);
      expect(await inStreamOf(ana)).toEqual([first, toAna, again, alsoToAna]);
      expect(await inStreamOf(ben)).toEqual([first, again]);
      expect(await inStreamOf(supervisor)).toEqual([]);
      expect((await pageOf({ stream: ben })).entries.map(({ place }) => place)).toEqual([1, 2]);
      expect(await store.lastPlace(org, ben)).toBe(2);
      expect((await pageOf()).entries).toHaveLength(6);
    });

    test('gives a follower let in later all there was for everybody, in its order, once', async () => {
      const late = random(16);
      const entries = some(device, 450, { stream: org });
      await store.keep(org, entries.slice(0, 440));
      await store.keep(org, some(random(16), 3));
      const link = random(200);
      expect(await store.addRosterLink(org, 1, link, lettingIn(late))).toBe(true);
      expect(await store.addRosterLink(org, 1, link, lettingIn(late))).toBe(true);
      await store.keep(org, entries.slice(430));
      expect(await inStreamOf(late)).toEqual(idsOf(entries));
      expect(await store.lastPlace(org, late)).toBe(450);
    });

    test('a link that does not stand lets nobody follow', async () => {
      const late = random(16);
      await store.addRosterLink(org, 1, random(200), lettingIn());
      await store.keep(org, some(device, 2, { stream: org }));
      expect(await store.addRosterLink(org, 1, random(200), lettingIn(late))).toBe(false);
      expect(await inStreamOf(late)).toEqual([]);
    });

    test('nothing for everybody falls between letting in and keeping at the same time', async () => {
      const phones = Array.from({ length: 6 }, () => random(16));
      const batches = Array.from({ length: 6 }, () => some(random(16), 5, { stream: org }));
      await Promise.all(
        phones.flatMap((phone, at) => [
          store.keep(org, batches[at] ?? []),
          store.addRosterLink(org, at + 1, random(200), lettingIn(phone)),
        ]),
      );
      const all = idsOf((await pageOf()).entries);
      expect(all).toHaveLength(30);
      for (const phone of phones) expect(await inStreamOf(phone)).toEqual(all);
    });

    test('what is for everybody of one organisation reaches no follower of another', async () => {
      const phone = random(16);
      await store.addRosterLink(random(16), 1, random(200), lettingIn(phone));
      await store.keep(org, some(device, 2, { stream: org }));
      expect((await pageOf({ stream: phone })).entries).toEqual([]);
    });

    test('pages by count, by bytes and from a cursor', async () => {
      await store.keep(org, some(device, 10));
      const first = await pageOf({ mostEntries: 4 });
      expect([first.entries.length, first.more]).toEqual([4, true]);
      const rest = await pageOf({ after: 4, mostEntries: 6 });
      expect([rest.entries[0]?.place, rest.entries.length, rest.more]).toEqual([5, 6, false]);
      const heavy = await pageOf({ mostBytes: 350 });
      expect([heavy.entries.length, heavy.more]).toEqual([3, true]);
      expect((await pageOf({ mostBytes: 1 })).entries).toHaveLength(1);
      expect(await pageOf({ after: 10 })).toEqual({ entries: [], more: false });
    });

    test('leaves out the bytes of what the reader wrote', async () => {
      const other = random(16);
      await store.keep(org, [anEntry(device, 1), anEntry(other, 1), anEntry(device, 2), anEntry(other, 2)]);
      expect((await pageOf({ reader: device })).entries.map(({ bytes }) => bytes !== null)).toEqual([false, true, false, true]);
    });

    test('never shows one organisation to another', async () => {
      await store.keep(org, some(device, 3));
      const elsewhere = random(16);
      expect(await store.keep(elsewhere, some(device, 1))).toEqual([{ is: 'kept', place: 1 }]);
      expect(
        (await store.page(elsewhere, { stream: null, after: 0, reader: device, mostEntries: 9, mostBytes: 999 })).entries,
      ).toHaveLength(1);
    });

    test('founds the first organisation only, the same one again gladly', async () => {
      const link = random(200);
      expect(await store.found(org, link, 'first')).toBe('done');
      expect(await store.found(org, link, 'closed')).toBe('done');
      expect(await store.found(random(16), random(200), 'first')).toBe('closed');
      expect(await store.found(random(16), random(200), 'closed')).toBe('closed');
      expect(await store.found(random(16), random(200), 'open')).toBe('done');
    });

    test('lets one of two first founders win', async () => {
      const said = await Promise.all([store.found(org, random(200), 'first'), store.found(random(16), random(200), 'first')]);
      expect(said.sort()).toEqual(['closed', 'done']);
    });

    test('adds a roster link at its place once', async () => {
      const [first, second] = [random(200), random(200)];
      await store.found(org, first, 'open');
      expect(await store.addRosterLink(org, 1, second, lettingIn())).toBe(true);
      expect(await store.addRosterLink(org, 1, second, lettingIn())).toBe(true);
      expect(await store.addRosterLink(org, 1, random(200), lettingIn())).toBe(false);
      expect((await store.rosterLinks(org, 0)).map(toHex)).toEqual([toHex(first), toHex(second)]);
      expect(await store.rosterLinks(org, 2)).toEqual([]);
    });

    test('keeps an invitation, its first request and its wrong keys, until somebody is admitted by it', async () => {
      const left = { org, invitation: random(16), guard: random(32), card: random(90), expires: 1000 };
      const limits = { most: 20, wrongKeys: 5, forgetBefore: 0 };
      expect(await store.leaveInvitation(left, 0)).toBe(true);
      expect(await store.leaveInvitation(left, 0)).toBe(true);
      expect(await store.leaveInvitation({ ...left, org: random(16) }, 0)).toBe(false);
      expect(await store.findInvitation(left.invitation)).toEqual({ ...left, wrongKeys: 0, request: null });
      expect(await store.findInvitation(random(16))).toBeNull();
      await store.countWrongKey(left.invitation);
      const request = random(300);
      expect(await store.asking(org, limits)).toEqual([]);
      expect(await store.ask(left.invitation, request, 1)).toBe(true);
      expect(await store.ask(left.invitation, request, 2)).toBe(true);
      expect(await store.ask(left.invitation, random(300), 3)).toBe(false);
      expect(await store.findInvitation(left.invitation)).toEqual({ ...left, wrongKeys: 1, request });
      expect(await store.asking(org, limits)).toEqual([{ invitation: left.invitation, request }]);
      expect(await store.asking(random(16), limits)).toEqual([]);
      expect(await store.asking(org, { ...limits, wrongKeys: 1 })).toEqual([]);
      await store.addRosterLink(org, 1, random(200), { ...lettingIn(), invitation: left.invitation });
      expect(await store.asking(org, limits)).toEqual([]);
    });

    test('forgets invitations that are long over', async () => {
      const left = { org, invitation: random(16), guard: random(32), card: random(9), expires: 1000 };
      await store.leaveInvitation(left, 0);
      await store.leaveInvitation({ ...left, invitation: random(16), expires: 9000 }, 1001);
      expect(await store.findInvitation(left.invitation)).toBeNull();
      expect((await store.counts()).invitations).toBe(1);
    });
  });
};
