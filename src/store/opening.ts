/**
 * Opening: from sealed rows to entries. Grants are read first in the order they came, then bodies; what cannot be opened
 * yet is kept aside and tried again when more keys have come. An entry whose writer is not who it says is not shown.
 */
import type { OpenedEntry } from '../domain/entry.ts';
import { type Bytes, toHex } from '../protocol/bytes.ts';
import { type Grant, parseGrant } from '../protocol/grant.ts';
import type { Roster } from '../protocol/roster.ts';
import { headerOf, parseEntry, type SealedEntry } from '../protocol/sealedEntry.ts';
import { openBody } from '../vault/entrySeal.ts';
import { isPrivateKeyOf, readerIdOf } from '../vault/hpke.ts';
import { sealingKeyFrom } from '../vault/keys.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { RingKey } from '../vault/vaultFile.ts';
import { everybodysName, isToEverybody } from './audiences.ts';
import { createChains } from './chains.ts';
import type { EntryRow } from './database.ts';
import { createEverybodysKeys, type ReadGrantEntry } from './everybodysKeys.ts';
import { type Reader, readerOf, readGrant } from './grants.ts';
import { createNewcomers } from './newcomers.ts';

export interface OpenerDeps {
  readonly vault: OpenVault;
  readonly roster: () => Roster;
  readonly granted: Set<string>;
}

interface Waiting {
  readonly id: string;
  readonly entry: SealedEntry;
}
const isTo = ({ wraps }: Grant, reader: string): boolean => wraps.some((wrap) => toHex(wrap.reader) === reader);

/** Entries opened at once, so that the screen can draw between. */
const atOnce = 250;

export const createOpener = ({ vault, roster, granted }: OpenerDeps) => {
  const me = toHex(vault.contents().device);
  const chains = createChains();
  const everybodys = createEverybodysKeys(vault);
  const newcomers = createNewcomers(vault);
  let waiting: Waiting[] = [];
  /** A supervisor's device that was just let in gets these before the organisation's key, and reads them when it has come. */
  const unread: ReadGrantEntry[] = [];
  /** What no key will ever open: bytes that are no entry, a seal that was changed, a writer who is somebody else. */
  let damaged = 0;

  const readers = async (): Promise<Reader[]> => {
    const { seal, orgKey } = vault.contents();
    const pairs = orgKey ? [seal, orgKey] : [seal];
    return Promise.all(pairs.map(async ({ pkcs8, publicKey }) => readerOf(await sealingKeyFrom(pkcs8), publicKey)));
  };

  const organisationsId = async (): Promise<string> => toHex(await readerIdOf(roster().orgKey));

  const readGrants = (entries: readonly SealedEntry[]): readonly ReadGrantEntry[] =>
    entries.flatMap((entry) => {
      const grant = parseGrant(entry.body);
      return grant.ok ? [{ entry, grant: grant.value }] : [];
    });

  /** Keys from grants that are not in the ring yet go into the vault in one write. */
  const learn = async (grants: readonly ReadGrantEntry[]): Promise<void> => {
    const found = new Map<string, RingKey>();
    let orgPkcs8: Bytes | null = null;
    const [mine, organisation] = await Promise.all([readers(), organisationsId()]);
    for (const seen of grants) {
      everybodys.saw(seen);
      newcomers.saw(roster(), seen);
      // One that went to a phone alone says nothing of the office, which opens nothing under this key without a grant of its own.
      if (toHex(seen.entry.header.device) === me && isTo(seen.grant, organisation)) granted.add(toHex(seen.grant.grant));
    }
    for (const { entry, grant } of bundlesFirst(grants)) {
      if (!alreadyHeld(grant, found)) {
        const keys = await readGrant(roster(), mine, entry);
        if (!keys.ok && keys.failure.type === 'not-for-me' && mine.length === 1) unread.push({ entry, grant });
        if (!keys.ok) continue;
        const audience = (await staysHere(entry, grant)) ? { audience: everybodysName } : {};
        for (const key of keys.value.seal) if (!vault.findRingKey(toHex(key.id))) found.set(toHex(key.id), { ...key, ...audience });
        const { org } = keys.value;
        // A key that is not the organisation's would be in the way of the right one at every unlock from now on.
        if (org && (await isPrivateKeyOf(roster().orgKey, org))) orgPkcs8 = org;
      }
    }
    if (found.size > 0 || (orgPkcs8 && !vault.contents().orgKey)) await keep([...found.values()], orgPkcs8);
    if (unread.length > 0 && vault.contents().orgKey) await learn(unread.splice(0));
  };

  /**
   * Everybody's keys tell of no person, and a phone keeps them. They are handed out by a supervisor's device without the
   * organisation's key among the readers (audiences.ts); any other key that a phone receives is about somebody, and goes.
   */
  const staysHere = async ({ header }: SealedEntry, grant: Grant): Promise<boolean> => {
    if (vault.contents().role !== 'worker' || roster().devices.get(toHex(header.device))?.role !== 'supervisor') return false;
    return !isTo(grant, await organisationsId());
  };

  /** What was sent to this very device comes first: one bundle of many keys spares opening each key's own grant. */
  const bundlesFirst = (grants: readonly ReadGrantEntry[]): readonly ReadGrantEntry[] => {
    const others = grants.filter(({ entry: { header } }) => toHex(header.device) !== me);
    const isToMe = ({ entry: { header } }: ReadGrantEntry) => header.stream !== null && toHex(header.stream) === me;
    return [...others.filter(isToMe), ...others.filter((one) => !isToMe(one))];
  };

  /** A grant of one seal key carries that key's id, so a key already in the ring costs no HPKE at the next unlock. */
  const alreadyHeld = ({ grant }: Grant, found: ReadonlyMap<string, RingKey>): boolean => {
    const id = toHex(grant);
    return found.has(id) || vault.findRingKey(id) !== undefined;
  };

  const keep = async (keys: readonly RingKey[], orgPkcs8: Bytes | null): Promise<void> => {
    const publicKey = roster().orgKey;
    await vault.change((contents) => {
      const held = new Set(contents.ring.map(({ id }) => toHex(id)));
      const orgKey = contents.orgKey ?? (orgPkcs8 ? { publicKey, pkcs8: orgPkcs8 } : null);
      return { ...contents, orgKey, ring: [...contents.ring, ...keys.filter(({ id }) => !held.has(toHex(id)))] };
    });
  };

  const openOne = async ({ id, entry }: Waiting): Promise<OpenedEntry | 'no-key' | 'damaged'> => {
    const keyId = entry.header.key && toHex(entry.header.key);
    const ring = keyId ? vault.findRingKey(keyId) : undefined;
    const key = keyId && ring ? await vault.ringKey(keyId) : null;
    if (!keyId || !ring || !key) return 'no-key';
    const device = toHex(entry.header.device);
    const writer = roster().devices.get(device);
    if (!writer || toHex(ring.device) !== device) return 'damaged';
    if (isToEverybody(entry.header) && writer.role !== 'supervisor') return 'damaged';
    const body = await openBody(key, entry);
    if (!body.ok || body.value.by.person !== writer.person) return 'damaged';
    if (isToEverybody(entry.header)) everybodys.openedUnder(keyId);
    return { id, device, role: writer.role, body: body.value };
  };

  const openAll = async (entries: readonly Waiting[], tell: (opened: readonly OpenedEntry[]) => void): Promise<void> => {
    const still: Waiting[] = [];
    for (let at = 0; at < entries.length; at += atOnce) {
      const some = entries.slice(at, at + atOnce);
      const results = await Promise.all(some.map(openOne));
      results.forEach((result, index) => {
        if (result === 'no-key') still.push(some[index] as Waiting);
        else if (result === 'damaged') damaged += 1;
      });
      tell(results.filter((result): result is OpenedEntry => typeof result === 'object'));
    }
    waiting = still;
  };

  /** Set apart after it was opened once: its place in the chain and its key's readers are known without opening it again. */
  const passBy = ({ id, bytes }: EntryRow): void => {
    const header = headerOf(bytes);
    if (!header) return;
    chains.saw(id, header);
    const isSupervisors = roster().devices.get(toHex(header.device))?.role === 'supervisor';
    if (header.key && isSupervisors && isToEverybody(header)) everybodys.openedUnder(toHex(header.key));
  };

  return {
    /** Opens rows as they come, and whatever waited for a key; tells in portions. `isKnown`: written here a moment ago, so nothing to open. */
    open: async (
      rows: readonly EntryRow[],
      tell: (opened: readonly OpenedEntry[]) => void,
      isKnown: (id: string) => boolean,
    ): Promise<void> => {
      const parsed = rows.flatMap((row) => {
        const { id, bytes } = row;
        if (row.apart !== undefined) {
          passBy(row);
          return [];
        }
        const entry = parseEntry(bytes);
        if (!entry.ok) damaged += 1;
        if (entry.ok) chains.saw(id, entry.value.header);
        return entry.ok ? [{ id, entry: entry.value }] : [];
      });
      const grants = parsed.filter(({ entry }) => entry.header.key === null);
      if (grants.length > 0) await learn(readGrants(grants.map(({ entry }) => entry)));
      await openAll([...waiting, ...parsed.filter(({ id, entry }) => entry.header.key !== null && !isKnown(id))], tell);
    },
    openRow: async ({ id, bytes }: Pick<EntryRow, 'id' | 'bytes'>): Promise<OpenedEntry | null> => {
      const entry = parseEntry(bytes);
      const opened = entry.ok ? await openOne({ id, entry: entry.value }) : 'damaged';
      return typeof opened === 'object' ? opened : null;
    },
    missing: chains.missing,
    /** Everybody's keys that some phone was never handed. */
    notHanded: () => everybodys.missing(roster()),
    /** Supervisors' devices that this person let in and that have no keys yet. */
    newcomers: () => newcomers.waiting(roster()),
    handedTo: newcomers.handedTo,
    unopened: () => waiting.length + damaged,
  };
};
export type Opener = ReturnType<typeof createOpener>;
