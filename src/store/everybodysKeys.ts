/**
 * Which seal keys are everybody's, and which devices were handed them. A phone let in since a key was made lacks it; any
 * supervisor's device that sees so hands it over, so it does not matter which of them let the phone in.
 *
 * A key is everybody's when an entry to everybody opened under it: the stream stands in what is sealed, and only who holds
 * the key could have sealed it. A grant's own stream proves nothing; its signature does not speak of it, so an endpoint
 * could send the grant of an office's key round again as if it had been to everybody.
 */
import { everybody } from '../domain/entry.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import type { Grant } from '../protocol/grant.ts';
import type { Roster } from '../protocol/roster.ts';
import type { SealedEntry } from '../protocol/sealedEntry.ts';
import { readerIdOf } from '../vault/hpke.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { RingKey } from '../vault/vaultFile.ts';
import { everybodysName, type PhoneKey, phonesFor } from './audiences.ts';
import type { Handing } from './chain.ts';

export interface ReadGrantEntry {
  readonly entry: SealedEntry;
  readonly grant: Grant;
}

interface Phone extends PhoneKey {
  readonly reader: string;
}

/** What one round hands over at most; the next goes on. */
const mostAtOnce = 200;

export const createEverybodysKeys = (vault: OpenVault) => {
  const opened = new Set<string>();
  /** By the key's id: the readers of all its grants. Wrongly full, it only means that nobody hands a key over again. */
  const readers = new Map<string, Set<string>>();
  const phones = new Map<string, Phone>();
  /** With how many links of the roster nothing was missing; until a grant, a key or a link comes, there is nothing to look for. */
  let completeAt: number | null = null;

  const phonesIn = async (roster: Roster): Promise<readonly Phone[]> => {
    for (const phone of phonesFor(everybody, roster))
      if (!phones.has(phone.device)) phones.set(phone.device, { ...phone, reader: toHex(await readerIdOf(phone.seal)) });
    return [...phones.values()];
  };

  const isMine = (device: Bytes): boolean => toHex(device) === toHex(vault.contents().device);
  const isOwn = ({ audience, device }: RingKey): boolean => audience === everybodysName && isMine(device);
  const has = ({ id }: RingKey, reader: string): boolean => readers.get(toHex(id))?.has(reader) === true;

  const toPhones = async (keys: readonly RingKey[], roster: Roster): Promise<readonly Handing[]> => {
    const all = await phonesIn(roster);
    return keys.flatMap((key) =>
      all.filter(({ reader }) => !has(key, reader)).map(({ seal, device }): Handing => ({ key, reader: seal, to: fromHex(device) })),
    );
  };

  /** An own key can have gone to phones before any entry took it to the office: a save that failed leaves it in the vault alone. */
  const toOffice = async (keys: readonly RingKey[], { orgKey }: Roster): Promise<readonly Handing[]> => {
    const organisation = toHex(await readerIdOf(orgKey));
    return keys.filter((key) => isOwn(key) && !has(key, organisation)).map((key) => ({ key, reader: orgKey, to: null }));
  };

  return {
    saw: ({ entry: { header }, grant }: ReadGrantEntry): void => {
      if (header.stream === null && !isMine(header.device)) return;
      completeAt = null;
      const known = readers.get(toHex(grant.grant)) ?? new Set();
      for (const { reader } of grant.wraps) known.add(toHex(reader));
      readers.set(toHex(grant.grant), known);
    },
    /** An entry to everybody, by a supervisor's device, opened under this key. */
    openedUnder: (key: string): void => {
      if (opened.has(key)) return;
      opened.add(key);
      completeAt = null;
    },
    /** Keys that this device holds and that some phone, or the office, was never handed. */
    missing: async (roster: Roster): Promise<readonly Handing[]> => {
      if (completeAt === roster.links) return [];
      const keys = vault.contents().ring.filter((key) => isOwn(key) || opened.has(toHex(key.id)));
      const handings = [...(await toOffice(keys, roster)), ...(await toPhones(keys, roster))];
      if (handings.length === 0) completeAt = roster.links;
      return handings.slice(0, mostAtOnce);
    },
  };
};
