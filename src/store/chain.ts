/**
 * Saving: seal and chain outside any transaction (IndexedDB closes one that waits for the cipher), then one strict
 * transaction that adds the entries, their outbox places and the chain's head, if the head is still the one chained to.
 */
import type { Audience, EntryBody } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { packBody } from '../protocol/body.ts';
import { type Bytes, fromHex, sameBytes, toHex } from '../protocol/bytes.ts';
import type { GrantedKeys } from '../protocol/grant.ts';
import { entryProtocol, maxEntryBytes, suiteNumber } from '../protocol/numbers.ts';
import type { Roster } from '../protocol/roster.ts';
import { encodeEntry, firstPrevious, type Header, headStatement, type SealedEntry } from '../protocol/sealedEntry.ts';
import { sealBody } from '../vault/entrySeal.ts';
import { signWith } from '../vault/keys.ts';
import { primitives, randomBytes } from '../vault/primitives.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { RingKey } from '../vault/vaultFile.ts';
import { audienceName, phonesFor, readersOf, streamOf } from './audiences.ts';
import { type FieldbookDatabase, isOpenAside, readState } from './database.ts';
import { freshId } from './freshId.ts';
import { makeGrant, sealKeyGrant } from './grants.ts';
import type { SaveFailure } from './notebook.ts';
import { bytesPerSignature, entriesPerSignature } from './proving.ts';
import { attempt } from './saving.ts';

export interface ChainDeps {
  readonly db: FieldbookDatabase;
  readonly vault: OpenVault;
  readonly signingKey: CryptoKey;
  readonly roster: () => Roster;
  /**
   * Ids (hex) of own ring keys whose grant to the office is known to lie in the chain. A key may reach the vault and its grant not
   * the database (the browser died between): then the grant goes out again with the next entry. Twice does no harm, never would.
   */
  readonly granted: Set<string>;
  /** Days since 1970 on this device's calendar. */
  readonly day: () => number;
}

export interface ToSeal {
  readonly body: EntryBody;
  readonly audience: Audience;
}
export interface Saved {
  readonly id: string;
  readonly body: EntryBody;
  /** Its row in this database. */
  readonly n: number;
}

/** A seal key for a device that has come since it was granted. */
export interface Handing {
  readonly key: RingKey;
  readonly reader: Bytes;
  /** `null`: the office. */
  readonly to: Bytes | null;
}

interface Link {
  readonly id: Bytes;
  readonly bytes: Bytes;
  readonly entry: SealedEntry;
  readonly body: EntryBody | null;
}
/** Something that is written once, in whichever tab: asked in the very transaction that keeps it, and noted there. */
export interface Once {
  readonly isDue: () => Promise<boolean>;
  readonly note: (last: { readonly id: string; readonly n: number }) => Promise<void>;
}
/** What the transaction that keeps an entry settles besides: the draft it came from, the own row whose place it takes. */
interface GoingWith {
  readonly draftRow?: string | undefined;
  readonly replaced?: number;
  readonly once?: Once | undefined;
}
interface Head {
  readonly sequence: number;
  readonly id: Bytes;
}

export const createChain = (deps: ChainDeps) => {
  const { db, vault } = deps;
  const { org, device } = vault.contents();
  const from = { org, device, signingKey: deps.signingKey };
  let queue: Promise<unknown> = Promise.resolve();

  const currentHead = () => attempt(async (): Promise<Head> => (await readState(db, 'head')) ?? { sequence: 0, id: firstPrevious });

  /** The ring's key for today and this audience, or a new one. */
  const ringKeyFor = async (audience: Audience): Promise<Result<RingKey, SaveFailure>> => {
    if (!vault.isOpen()) return failed({ type: 'locked' });
    const day = deps.day();
    const name = audienceName(audience);
    const held = vault.contents().ring.find((key) => key.day === day && key.audience === name && sameBytes(key.device, device));
    if (held) return ok(held);
    const key: RingKey = {
      id: fromHex(freshId(device, (id) => vault.findRingKey(id) !== undefined)),
      key: randomBytes(32),
      device,
      day,
      audience: name,
    };
    const kept = await vault.change((contents) => ({ ...contents, ring: [...contents.ring, key] }));
    if (kept.ok) return ok(key);
    if (!vault.isOpen()) return failed({ type: 'locked' });
    return failed({ type: kept.failure.type === 'storage-full' ? 'storage-full' : 'storage-failed' });
  };

  const linkAfter = async (
    head: Head,
    make: (header: Omit<Header, 'length'>) => Promise<SealedEntry>,
    over: { key: Bytes | null; stream: Bytes | null },
    body: EntryBody | null,
  ): Promise<Link> => {
    const entry = await make({
      protocol: entryProtocol,
      suite: suiteNumber,
      org,
      device,
      sequence: head.sequence + 1,
      previous: head.id,
      ...over,
    });
    const bytes = encodeEntry(entry);
    return { id: await primitives.sha256(bytes), bytes, entry, body };
  };

  /** The grant of one seal key to some readers: it bears the key's own id. */
  const grantAfter = async (head: Head, key: RingKey, readers: readonly Bytes[], stream: Bytes | null): Promise<Link> => {
    const grant = await makeGrant(from, key.id, readers, sealKeyGrant(key));
    return linkAfter(head, async (header) => ({ header: { ...header, length: grant.length }, body: grant }), { key: null, stream }, null);
  };

  const sealAll = async (head: Head, items: readonly ToSeal[], packed: readonly Bytes[]): Promise<Result<Link[], SaveFailure>> => {
    const links: Link[] = [];
    const grantedHere = new Set<string>();
    let last = head;
    const add = (link: Link) => {
      links.push(link);
      last = { sequence: link.entry.header.sequence, id: link.id };
    };
    for (const [at, { body, audience }] of items.entries()) {
      const ring = await ringKeyFor(audience);
      if (!ring.ok) return ring;
      const key = ring.value;
      const name = toHex(key.id);
      const stream = streamOf(audience, org);
      if (!deps.granted.has(name) && !grantedHere.has(name)) {
        // What opens an entry must travel before the first one under that key.
        add(await grantAfter(last, key, readersOf(audience, deps.roster()), audience.everybody ? null : stream));
        for (const { seal, device: to } of phonesFor(audience, deps.roster())) add(await grantAfter(last, key, [seal], fromHex(to)));
      }
      grantedHere.add(name);
      const ready = await vault.ringKey(name);
      if (!ready) return failed({ type: 'locked' });
      add(await linkAfter(last, (header) => sealBody(ready, header, packed[at] as Bytes), { key: key.id, stream }, body));
    }
    return ok(links);
  };

  const signatures = async (links: readonly Link[]): Promise<readonly (Bytes | undefined)[]> => {
    let [bytes, entries] = [0, 0];
    return Promise.all(
      links.map((link, at) => {
        bytes += link.bytes.length;
        entries += 1;
        if (at < links.length - 1 && bytes < bytesPerSignature && entries < entriesPerSignature) return undefined;
        [bytes, entries] = [0, 0];
        return signWith(deps.signingKey, headStatement({ org, device, sequence: link.entry.header.sequence, id: link.id }));
      }),
    );
  };

  /** The rows' own counts, or `null` when another tab moved the head first. */
  const keep = (
    head: Head,
    links: readonly Link[],
    signed: readonly (Bytes | undefined)[],
    { draftRow, replaced, once }: GoingWith = {},
  ): Promise<readonly number[] | null> =>
    db.transaction('rw', [db.entries, db.outbox, db.state, db.drafts], async () => {
      // A browser that cleared this database under us opens an empty one: what is written there would never be sent.
      // Nor is it this one's when another tab has let the device in anew: this tab holds the keys of the old name.
      if ((await readState(db, 'device'))?.device !== toHex(device)) throw new Error('the database is not this device’s any more');
      const now = await readState(db, 'head');
      if ((now?.sequence ?? 0) !== head.sequence) return null;
      if (replaced !== undefined && !isOpenAside(await db.outbox.get(replaced))) return [];
      if (once && !(await once.isDue())) return [];
      const ns = await db.entries.bulkAdd(
        links.map(({ id, bytes }) => ({ id: toHex(id), bytes })),
        { allKeys: true },
      );
      await db.outbox.bulkAdd(ns.map((n, at) => ({ n, ...(signed[at] ? { signature: signed[at] } : {}) })));
      const last = links[links.length - 1] as Link;
      await db.state.put({ name: 'head', value: { sequence: last.entry.header.sequence, id: last.id } satisfies Head });
      if (draftRow !== undefined) await db.drafts.delete(draftRow);
      if (replaced !== undefined) await db.outbox.update(replaced, { resolved: true, anew: toHex(last.id) });
      await once?.note({ id: toHex(last.id), n: ns[ns.length - 1] as number });
      return ns;
    });

  const saveAll = async (items: readonly ToSeal[], going: GoingWith): Promise<Result<Saved[], SaveFailure>> => {
    const packed = items.map(({ body }) => packBody(body));
    if (packed.some(({ length }) => length + 1024 > maxEntryBytes)) return failed({ type: 'too-large' });
    for (;;) {
      if (!vault.isOpen()) return failed({ type: 'locked' });
      const head = await currentHead();
      if (!head.ok) return head;
      const links = await sealAll(head.value, items, packed);
      if (!links.ok) return links;
      const signed = await signatures(links.value);
      const kept = await attempt(() => keep(head.value, links.value, signed, going));
      if (!kept.ok) return kept;
      if (!kept.value) continue;
      if (kept.value.length === 0) return ok([]);
      for (const { entry } of links.value) if (entry.header.key) deps.granted.add(toHex(entry.header.key));
      const ns = kept.value;
      return ok(links.value.flatMap(({ id, body }, at) => (body ? [{ id: toHex(id), body, n: ns[at] as number }] : [])));
    }
  };

  const saveLinks = async (make: (head: Head) => Promise<readonly Link[]>): Promise<Result<void, SaveFailure>> => {
    for (;;) {
      const head = await currentHead();
      if (!head.ok) return head;
      const links = await make(head.value);
      const kept = await attempt(async () => keep(head.value, links, await signatures(links)));
      if (!kept.ok) return kept;
      if (kept.value) return ok(undefined);
    }
  };

  /** A grant of its own accord: hands held keys to a newly admitted reader. */
  const saveGrant = (readers: readonly Bytes[], keys: GrantedKeys, stream: Bytes | null) =>
    saveLinks(async (head) => {
      const grant = await makeGrant(from, randomBytes(16), readers, keys);
      const make = async (header: Omit<Header, 'length'>) => ({ header: { ...header, length: grant.length }, body: grant });
      return [await linkAfter(head, make, { key: null, stream }, null)];
    });

  /** Seal keys, each in a grant of its own and each to one device. */
  const saveHanded = (handed: readonly Handing[]) =>
    saveLinks(async (head) => {
      const links: Link[] = [];
      let last = head;
      for (const { key, reader, to } of handed) {
        const link = await grantAfter(last, key, [reader], to);
        links.push(link);
        last = { sequence: link.entry.header.sequence, id: link.id };
      }
      return links;
    });

  /** One save at a time within a tab; between tabs the head decides. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    save: (items: readonly ToSeal[], draftRow?: string, once?: Once) => inTurn(() => saveAll(items, { draftRow, once })),
    /** One entry in the place of one that was set aside: both are known in one transaction, so it is written anew once, in whichever tab. */
    replace: (item: ToSeal, n: number) => inTurn(() => saveAll([item], { replaced: n })),
    grant: (readers: readonly Bytes[], keys: GrantedKeys, to: Bytes | null) => inTurn(() => saveGrant(readers, keys, to)),
    hand: (handed: readonly Handing[]) => inTurn(() => saveHanded(handed)),
  };
};
export type Chain = ReturnType<typeof createChain>;
