/** What came back, against what was sent: each id once. And of each device one record is opened, as a supervisor would. */
import { type Bytes, toHex } from '../../src/protocol/bytes.ts';
import type { Roster } from '../../src/protocol/roster.ts';
import type { UnpackedEntry } from '../../src/protocol/runs.ts';
import { type Reader, readerOf, readGrant } from '../../src/store/grants.ts';
import { openBody } from '../../src/vault/entrySeal.ts';
import { aesKeyFrom } from '../../src/vault/seal.ts';
import type { Office } from './office.ts';

export interface Tally {
  readonly lost: number;
  readonly doubled: number;
  /** Devices of which not one record could be opened. */
  readonly shut: number;
}

const idLength = 32;

export const tally = async ({ orgKey, roster, pull }: Office, sent: readonly Bytes[], devices: number): Promise<Tally> => {
  const times = new Map<string, number>();
  for (const ids of sent) for (let at = 0; at < ids.length; at += idLength) times.set(toHex(ids.subarray(at, at + idLength)), 0);
  const opener = createOpener(roster(), await readerOf(orgKey.privateKey, orgKey.publicKey));
  let doubled = 0;
  await pull(async (entry) => {
    const id = toHex(entry.id);
    const before = times.get(id);
    if (before !== undefined) times.set(id, before + 1);
    if (before === 1) doubled += 1;
    await opener.look(entry);
  });
  return { lost: [...times.values()].filter((count) => count === 0).length, doubled, shut: devices - opener.opened() };
};

/** The grant comes first in each device's chain; the first record under it is opened, and the others are left shut. */
const createOpener = (roster: Roster, reader: Reader) => {
  const keys = new Map<string, Bytes>();
  let opened = 0;
  return {
    opened: () => opened,
    look: async ({ entry }: UnpackedEntry): Promise<void> => {
      const device = toHex(entry.header.device);
      if (!entry.header.key) {
        const granted = await readGrant(roster, [reader], entry);
        const key = granted.ok ? granted.value.seal[0]?.key : undefined;
        if (key) keys.set(device, key);
        return;
      }
      const key = keys.get(device);
      if (!key) return;
      keys.delete(device);
      if ((await openBody(await aesKeyFrom(key), entry)).ok) opened += 1;
    },
  };
};
