/**
 * A bare device: real keys, a real chain, real signatures, and bodies of noise, because the endpoint cannot tell
 * noise from a sealed record. For tests of the endpoint alone; the app's own device is built elsewhere.
 */
import { randomBytes } from 'node:crypto';
import { nodePrimitives } from '../../server/primitives.ts';
import type { Role } from '../../src/domain/entry.ts';
import { type Bytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import {
  OldSyncAnswer,
  type OldSyncBatch,
  parseSyncAnswer,
  parseWith,
  type SyncAnswer,
  type SyncBatch,
} from '../../src/protocol/exchange.ts';
import { loginStatement, parseChallengeAnswer, parseLoginAnswer } from '../../src/protocol/login.ts';
import { entryProtocol, protocolNumber } from '../../src/protocol/numbers.ts';
import { type DeviceKeys, encodeLink, encodeLinkBody, type LinkBody, linkStatement, orgIdOf } from '../../src/protocol/roster.ts';
import { packRuns, type UnpackedEntry, unpackRuns } from '../../src/protocol/runs.ts';
import { encodeEntry, firstPrevious, headStatement, type SealedEntry } from '../../src/protocol/sealedEntry.ts';
import { bytesOf, outcomeOf, type TestServer } from './server.ts';

/** All that a bare device needs of an endpoint, in this process or not. */
export type Door = Pick<TestServer, 'post'>;

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;
interface Pair {
  readonly publicKey: Bytes;
  readonly sign: (statement: Bytes) => Promise<Bytes>;
}
export const makePair = async (): Promise<Pair> => {
  const pair = await crypto.subtle.generateKey(signing, true, ['sign', 'verify']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (statement) => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, statement)),
  };
};

export interface WriteWishes {
  readonly stream?: Bytes | null;
  readonly length?: number;
  readonly change?: (entry: SealedEntry) => SealedEntry;
}

export interface RawDevice {
  readonly device: Bytes;
  readonly person: Bytes;
  readonly keys: DeviceKeys;
  readonly sign: Pair['sign'];
  readonly signLogin: Pair['sign'];
  org: Bytes;
  token: string;
  sequence: number;
  previous: Bytes;
  readonly writes: (count: number, wishes?: WriteWishes) => UnpackedEntry[];
  readonly batch: (entries: readonly UnpackedEntry[], changes?: Partial<SyncBatch>) => Promise<SyncBatch>;
  readonly logsIn: (server: Door) => Promise<string>;
  readonly syncs: (server: Door, entries?: readonly UnpackedEntry[], changes?: Partial<SyncBatch>) => Promise<SyncAnswer>;
}

export const aDevice = async (org: Bytes = random(16)): Promise<RawDevice> => {
  const [sign, seal, login] = [await makePair(), await makePair(), await makePair()];
  const self: RawDevice = {
    device: random(16),
    person: random(16),
    sign: sign.sign,
    signLogin: login.sign,
    org,
    token: '',
    sequence: 0,
    previous: firstPrevious,
    keys: { sign: sign.publicKey, seal: seal.publicKey, login: login.publicKey },
    writes: (count, wishes = {}) => Array.from({ length: count }, () => writeOne(self, wishes)),
    batch: (entries, changes = {}) => batchOf(self, entries, changes),
    logsIn: async (server) => {
      const { org: orgId, device } = self;
      const asked = parseChallengeAnswer(await bytesOf(await server.post('/api/challenge', { org: orgId, device })));
      if (!asked.ok) throw new Error('no challenge');
      const { challenge } = asked.value;
      const response = await server.post('/api/login', {
        org: orgId,
        device,
        challenge,
        signature: await login.sign(loginStatement(orgId, device, challenge)),
      });
      const answer = parseLoginAnswer(await bytesOf(response.clone()));
      if (answer.ok) self.token = answer.value.token;
      return outcomeOf(response);
    },
    syncs: async (server, entries = [], changes = {}) =>
      answerOf(await server.post('/api/sync', await self.batch(entries, changes), { token: self.token })),
  };
  return self;
};

export const answerOf = async (response: Response): Promise<SyncAnswer> => {
  const answer = parseSyncAnswer(await bytesOf(response.clone()));
  if (!answer.ok) throw new Error(`no answer to a batch: ${await outcomeOf(response)}`);
  return answer.value;
};

const writeOne = (self: RawDevice, { stream = null, length = 60, change = (entry) => entry }: WriteWishes): UnpackedEntry => {
  const body = random(length);
  const header = {
    protocol: entryProtocol,
    suite: 1,
    org: self.org,
    stream,
    device: self.device,
    sequence: self.sequence + 1,
    previous: self.previous,
    key: new Uint8Array(16).fill(7),
    length,
  };
  const entry = change({ header, body });
  const bytes = encodeEntry(entry);
  const id = nodePrimitives.sha256(bytes);
  self.sequence = entry.header.sequence;
  self.previous = id;
  return { id, bytes, entry };
};

export const proofOf = (signer: Pick<RawDevice, 'sign'>, { id, entry: { header } }: UnpackedEntry): Promise<Bytes> =>
  signer.sign(headStatement({ ...header, id }));

const batchOf = async (self: RawDevice, entries: readonly UnpackedEntry[], changes: Partial<SyncBatch>): Promise<SyncBatch> => {
  const last = entries[entries.length - 1];
  return {
    protocol: protocolNumber,
    generation: '',
    seenUpTo: 0,
    rosterLinks: 0,
    told: null,
    runs: packRuns(entries),
    proofs: last ? [[entries.length - 1, await proofOf(self, last)]] : [],
    ...changes,
  };
};

/** The same batch as a phone of the first release sends it. */
export const asProtocol1 = ({ told: _, ...batch }: SyncBatch): OldSyncBatch => ({ ...batch, protocol: 1 });

const parseOldAnswer = parseWith(OldSyncAnswer);
export const oldAnswerOf = async (response: Response): Promise<OldSyncAnswer> => {
  const answer = parseOldAnswer(await bytesOf(response.clone()));
  if (!answer.ok) throw new Error(`no answer to a batch of protocol 1: ${await outcomeOf(response)}`);
  return answer.value;
};

export const signedLink = async (signer: RawDevice, body: LinkBody): Promise<Bytes> => {
  const bytes = encodeLinkBody(body);
  return encodeLink(bytes, await signer.sign(linkStatement(bytes)));
};

export const foundingLink = async (founder: RawDevice, changes: Partial<LinkBody> = {}): Promise<Bytes> => {
  const orgKey = (await makePair()).publicKey;
  const { person, device, keys } = founder;
  return signedLink(founder, {
    n: 0,
    previous: firstPrevious,
    at: 1_780_000_000,
    by: device,
    says: { act: 'found', orgKey, person, device, keys },
    ...changes,
  });
};

export interface Admission {
  readonly links: readonly Bytes[];
  readonly newcomer: RawDevice;
  readonly role?: Role;
  readonly invitation?: Bytes;
}

export const admissionLink = (
  signer: RawDevice,
  { links, newcomer, role = 'worker', invitation = random(16) }: Admission,
  changes: Partial<LinkBody> = {},
): Promise<Bytes> => {
  const { person, device, keys } = newcomer;
  const previous = nodePrimitives.sha256(links[links.length - 1] ?? new Uint8Array());
  return signedLink(signer, {
    n: links.length,
    previous,
    at: 1_780_000_100,
    by: signer.device,
    says: { act: 'admit', role, invitation, person, device, keys },
    ...changes,
  });
};

export interface Office {
  readonly supervisor: RawDevice;
  readonly links: Bytes[];
  readonly admits: (role?: Role) => Promise<RawDevice>;
}

/** An organisation founded at this endpoint, its supervisor logged in. */
export const anOffice = async (server: Door): Promise<Office> => {
  const supervisor = await aDevice();
  const first = await foundingLink(supervisor);
  supervisor.org = fromHex(orgIdOf(toHex(nodePrimitives.sha256(first))));
  const founded = await outcomeOf(await server.post('/api/found', { link: first }));
  if (founded !== '200') throw new Error(`founding failed: ${founded}`);
  await supervisor.logsIn(server);
  const links = [first];
  return {
    supervisor,
    links,
    admits: async (role = 'worker') => {
      const newcomer = await aDevice(supervisor.org);
      const link = await admissionLink(supervisor, { links, newcomer, role });
      const admitted = await outcomeOf(await server.post('/api/roster', { link }, { token: supervisor.token }));
      if (admitted !== '200') throw new Error(`admission failed: ${admitted}`);
      links.push(link);
      await newcomer.logsIn(server);
      return newcomer;
    },
  };
};

/** The ids a page brings, in place order, the device's own included. */
export const idsIn = async ({ page }: { readonly page: Pick<SyncAnswer['page'], 'items'> }): Promise<string[]> => {
  const ids: string[] = [];
  for (const item of page.items) {
    if ('own' in item) ids.push(...item.own.map(toHex));
    else {
      const run = await unpackRuns(nodePrimitives, [item], 10_000);
      if (run.ok) ids.push(...run.value.map(({ id }) => toHex(id)));
    }
  }
  return ids;
};
export const idsOf = (entries: readonly { readonly id: Bytes }[]): string[] => entries.map(({ id }) => toHex(id));
