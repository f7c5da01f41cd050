/** An office with one of everything an endpoint keeps, copies of it as bytes, and what a check says of them. */
import type { CopyFailure } from '../../server/copy/format.ts';
import { fromBytes, toBytes } from '../../server/copy/format.ts';
import type { CopyItem } from '../../server/copy/shape.ts';
import type { ServerStore } from '../../server/store/store.ts';
import type { Finding } from '../../server/verify/finding.ts';
import { createVerifier } from '../../server/verify/verify.ts';
import { type Bytes, concat } from '../../src/protocol/bytes.ts';
import { anOffice, type Door, type Office, type RawDevice, random } from './device.ts';

const when = () => 1_790_000_000_000;

/** Supervisor, two workers; entries for the office, for one phone and for everybody; somebody waiting to be let in. */
export const aBusyOffice = async (server: Door): Promise<{ readonly office: Office; readonly workers: readonly RawDevice[] }> => {
  const office = await anOffice(server);
  const { supervisor } = office;
  const first = await office.admits();
  await first.syncs(server, first.writes(20));
  await supervisor.syncs(server, [
    ...supervisor.writes(3, { stream: supervisor.org }),
    ...supervisor.writes(2, { stream: first.device }),
    ...supervisor.writes(2),
  ]);
  const second = await office.admits();
  await second.syncs(server, second.writes(5, { length: 4000 }));
  await first.syncs(server, first.writes(1));
  const invitation = { invitation: random(16), guard: random(32), card: random(90), hours: 4 };
  await server.post('/api/invitations', invitation, { token: supervisor.token });
  return { office, workers: [first, second] };
};

export const copyOf = async (store: ServerStore): Promise<Bytes> => {
  const parts: Bytes[] = [];
  for await (const part of toBytes(store.copy(when))) parts.push(part);
  return concat(...parts);
};

export async function* inPieces(bytes: Bytes, size = 1000): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export interface ReadBack {
  readonly items: readonly CopyItem[];
  readonly failure: CopyFailure['type'] | null;
}
export const readBack = async (bytes: Bytes): Promise<ReadBack> => {
  const items: CopyItem[] = [];
  for await (const item of fromBytes(inPieces(bytes))) {
    if (!item.ok) return { items, failure: item.failure.type };
    items.push(item.value);
  }
  return { items, failure: null };
};

export const findingsIn = async (items: Iterable<CopyItem> | AsyncIterable<CopyItem>): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  const verifier = createVerifier((finding) => findings.push(finding));
  for await (const item of items) await verifier.take(item);
  return findings;
};
