/** The organisation that a load is made for: founded, its devices let in, and in the end read by its supervisor's device. */
import { type Bytes, fromHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { encodeSyncBatch, parseSyncAnswer, type SyncAnswer } from '../../src/protocol/exchange.ts';
import { addLink, encodeLink, encodeLinkBody, type LinkBody, linkStatement, type Roster } from '../../src/protocol/roster.ts';
import { type UnpackedEntry, unpackRuns } from '../../src/protocol/runs.ts';
import { createPost } from '../../src/sync/post.ts';
import type { PostInSession } from '../../src/sync/session.ts';
import { makeSealingKey, sealingKeyFrom, signWith } from '../../src/vault/keys.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { type Introduced, type Member, makeMember, sessionOf } from './member.ts';
import { patiently } from './patiently.ts';

export interface Office {
  readonly org: Bytes;
  readonly orgKey: { readonly publicKey: Bytes; readonly privateKey: CryptoKey };
  readonly admit: (newcomer: Introduced) => Promise<void>;
  readonly roster: () => Roster;
  /** Everything the endpoint has, in its order. */
  readonly pull: (take: (entry: UnpackedEntry) => Promise<void>) => Promise<void>;
}

const seconds = () => Math.floor(Date.now() / 1000);

const signedLink = async ({ signingKey }: Member, body: LinkBody): Promise<Bytes> => {
  const bytes = encodeLinkBody(body);
  return encodeLink(bytes, await signWith(signingKey, linkStatement(bytes)));
};

const grown = async (roster: Roster | null, link: Bytes): Promise<Roster> => {
  const result = await addLink(primitives, roster, link);
  if (!result.ok) throw new Error(`a link of our own does not hold: ${result.failure.type}`);
  return result.value;
};

export const foundOffice = async (origin: string): Promise<Office> => {
  const supervisor = await makeMember('supervisor');
  const made = await makeSealingKey();
  const { device, person, keys } = supervisor;
  const says = { act: 'found' as const, orgKey: made.publicKey, person, device, keys };
  const first = await signedLink(supervisor, { n: 0, previous: new Uint8Array(32), at: seconds(), by: device, says });
  await patiently(() => createPost({ fetch: (...args) => fetch(...args), origin })('/api/found', encodeCbor({ link: first })));
  let roster = await grown(null, first);
  const org = fromHex(roster.org);
  const post = sessionOf(origin, org, supervisor);
  return {
    org,
    orgKey: { publicKey: made.publicKey, privateKey: await sealingKeyFrom(made.pkcs8) },
    roster: () => roster,
    admit: async (newcomer) => {
      const body: LinkBody = {
        n: roster.links,
        previous: roster.head,
        at: seconds(),
        by: device,
        says: { act: 'admit', role: 'worker', invitation: randomBytes(16), ...newcomer },
      };
      const link = await signedLink(supervisor, body);
      await patiently(() => post('/api/roster', encodeCbor({ link })));
      roster = await grown(roster, link);
    },
    pull: (take) => pullAll(post, roster.links, take),
  };
};

const pullAll = async (post: PostInSession, links: number, take: (entry: UnpackedEntry) => Promise<void>): Promise<void> => {
  let [seenUpTo, generation]: [number, string] = [0, ''];
  let told: SyncAnswer['told'] = null;
  for (;;) {
    const body = encodeSyncBatch({ protocol: 2, generation, seenUpTo, told, rosterLinks: links, runs: [], proofs: [] });
    const answer = parseSyncAnswer(await patiently(() => post('/api/sync', body)));
    if (!answer.ok) throw new Error('the endpoint answered what is no answer');
    const { page } = answer.value;
    const entries = await entriesIn(page);
    for (const entry of entries) await take(entry);
    [seenUpTo, generation, told] = [page.from + entries.length - 1, answer.value.generation, answer.value.told];
    if (!page.more) return;
  }
};

const entriesIn = async ({ items }: SyncAnswer['page']): Promise<UnpackedEntry[]> => {
  const runs = items.flatMap((item) => ('own' in item ? [] : [item]));
  const entries = await unpackRuns(primitives, runs, Number.POSITIVE_INFINITY);
  return entries.ok ? entries.value : [];
};
