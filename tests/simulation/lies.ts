/**
 * A hostile endpoint: real answers, changed in one place at a time before they reach a phone. It forges, leaves out, puts back and
 * swaps fields; what the phone must not do is believe it, or keep half of it.
 */
import { type Bytes, sameBytes } from '../../src/protocol/bytes.ts';
import { encodeSyncAnswer, parseSyncAnswer, type SyncAnswer } from '../../src/protocol/exchange.ts';
import type { Run } from '../../src/protocol/runs.ts';
import type { Answered, Asked } from './network.ts';

type Item = SyncAnswer['page']['items'][number];
type Lie = (answer: SyncAnswer, x: number) => SyncAnswer;
type Lies = Readonly<Record<string, Lie>>;

const flipped = (bytes: Bytes, x: number): Bytes => {
  const changed = bytes.slice();
  const at = x % Math.max(1, changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << (x & 7));
  return changed;
};

const flippedAt = (bytes: Bytes, at: number): Bytes => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

const isRun = (item: Item): item is Run => Array.isArray(item);

/** Changes one of the items, if there is one. */
const inItems =
  (change: (item: Item, x: number) => readonly Item[]): Lie =>
  (answer, x) => {
    const { items } = answer.page;
    const at = x % Math.max(1, items.length);
    return { ...answer, page: { ...answer.page, items: items.flatMap((item, index) => (index === at ? change(item, x >> 4) : [item])) } };
  };

const inRun = (change: (run: Run, x: number) => Run): Lie => inItems((item, x) => [isRun(item) ? change(item, x) : item]);

const swapped = <T>(list: readonly T[], x: number, change: (one: T) => T): T[] =>
  list.map((one, at) => (at === x % list.length ? change(one) : one));

const aboutItems: Lies = {
  'a bit of a body': inRun(
    (run, x) =>
      run.with(
        8,
        swapped(run[8], x, (body) => flipped(body, x >> 3)),
      ) as Run,
  ),
  'the suite': inRun((run) => run.with(1, 7) as Run),
  'whose organisation it is': inRun((run, x) => run.with(2, flipped(run[2], x)) as Run),
  'to whom it was': inRun((run, x) => run.with(3, run[3] ? null : flipped(run[2], x)) as Run),
  'who wrote it': inRun((run, x) => run.with(4, flipped(run[4], x)) as Run),
  'its number': inRun((run) => run.with(5, run[5] + 1) as Run),
  'what came before it': inRun((run, x) => run.with(6, flipped(run[6], x)) as Run),
  'its key': inRun((run, x) => run.with(7, run[7] ? flipped(run[7], x) : new Uint8Array(16)) as Run),
  'an entry left out': inRun((run) => (run[8].length > 1 ? (run.with(8, run[8].slice(1)) as Run) : run)),
  'items left out': inItems(() => []),
  'items sent twice': inItems((item) => [item, item]),
  'ids of nothing': inItems((item, x) => ['own' in item ? { own: item.own.map((id) => flipped(id, x)) } : item]),
};

const aboutThePage: Lies = {
  'a page from further on': (answer, x) => ({ ...answer, page: { ...answer.page, from: answer.page.from + 1 + (x % 5) } }),
  'a page from the beginning': (answer) => ({ ...answer, page: { ...answer.page, from: 1 } }),
  'always more': (answer) => ({ ...answer, page: { ...answer.page, more: true } }),
};

const aboutReceipts: Lies = {
  'a receipt less': (answer) => ({ ...answer, receipts: answer.receipts.slice(1) }),
  'a receipt more': (answer) => ({ ...answer, receipts: [...answer.receipts, { is: 'had', place: 1 }] }),
  'another place': (answer, x) => ({
    ...answer,
    receipts: answer.receipts.map((receipt) => (receipt.is === 'set-aside' ? receipt : { ...receipt, place: receipt.place + 1 + (x % 9) })),
  }),
  'kept what it set aside': (answer) => ({ ...answer, receipts: answer.receipts.map(() => ({ is: 'kept', place: 1 })) }),
  'set aside what it kept': (answer) => ({ ...answer, receipts: answer.receipts.map(() => ({ is: 'set-aside', reason: 'malformed' })) }),
};

const aboutTheRoster: Lies = {
  'a link of the roster': (answer, x) => ({ ...answer, roster: answer.roster.map((link) => flipped(link, x)) }),
  'who signed a link': (answer, x) => ({
    ...answer,
    roster: answer.roster.map((link) => flippedAt(link, link.length - 1 - (x % 60))),
  }),
  'a roster of nobody': (answer) => ({ ...answer, roster: [new Uint8Array(40), ...answer.roster] }),
};

const aboutItself: Lies = {
  'how far it is': (answer, x) => ({ ...answer, told: answer.told ? [answer.told[0] + 1 + (x % 9), answer.told[1]] : null }),
  'its own key': (answer, x) => ({ ...answer, endpoint: flipped(answer.endpoint, x) }),
  'its signature': (answer, x) => ({ ...answer, signature: flipped(answer.signature, x) }),
  'another generation': (answer) => ({ ...answer, generation: 'another' }),
  'another history': (answer) => ({ ...answer, history: 'other' }),
};

const aboutWhoAsks: Lies = {
  'who asks': (answer, x) => ({
    ...answer,
    asking: answer.asking.map(({ invitation, request }) => ({ invitation, request: flipped(request, x) })),
  }),
};

/** What an answer can be wrong about: each is as likely as the others, however many ways there are to lie about it. */
const subjects = [aboutItems, aboutReceipts, aboutTheRoster, aboutItself, aboutThePage, aboutWhoAsks].map((some) => Object.entries(some));
const turned = <T>(list: readonly T[], by: number): readonly T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];

/** The first lie, in an order of that number, that changes something of this answer. */
const toldInstead = (answer: SyncAnswer, x: number): { readonly name: string; readonly body: Bytes } | null => {
  const truth = encodeSyncAnswer(answer);
  for (const [name, lie] of turned(subjects, x).flatMap((subject) => turned(subject, x >> 3))) {
    const body = encodeSyncAnswer(lie(answer, x >> 6));
    if (!sameBytes(body, truth)) return { name, body };
  }
  return null;
};

export const createLiar = (trace: (event: string) => void) => {
  const armed = new Map<string, { readonly x: number; left: number }>();
  return {
    arm: (device: string, x: number, answers: number): void => void armed.set(device, { x, left: answers }),
    honest: (): void => armed.clear(),
    look: ({ path }: Asked, answered: Answered, device: string): Answered => {
      const lying = armed.get(device);
      if (!lying || path !== '/api/sync' || answered.status !== 200) return answered;
      lying.left -= 1;
      if (lying.left <= 0) armed.delete(device);
      const answer = parseSyncAnswer(answered.body);
      if (!answer.ok) return answered;
      const told = toldInstead(answer.value, lying.x);
      if (!told) return answered;
      trace(`${device} is lied to about ${told.name}`);
      return { ...answered, body: told.body };
    },
  };
};
export type Liar = ReturnType<typeof createLiar>;
