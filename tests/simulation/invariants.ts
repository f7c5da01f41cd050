/**
 * What must hold once the faults have stopped (safety.md 5): at most five rounds of exchange, and then everything that anybody was
 * told is so. Each check names its invariant.
 */
import { disagreementsIn, type RecordState, spelled } from '../../src/domain/fold.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { parseEntry } from '../../src/protocol/sealedEntry.ts';
import type { ReceiptsRow } from '../../src/store/database.ts';
import type { OpenedNotebook } from '../../src/store/openNotebook.ts';
import type { Device, Tab } from './device.ts';
import { bytesIn, checkLog, type Logged, readLog } from './endpointLog.ts';
import { findGone } from './gone.ts';
import { canary, holdsCanary, type Written } from './ledger.ts';
import { checkLockedPhones, putBackAtLast } from './lockedPhones.ts';
import { entriesOf, outboxOf, stateOf } from './rows.ts';
import type { World } from './world.ts';

export interface Calm {
  readonly rounds: number;
}

const mostRounds = 5;

/** The faults stop: the network works, disks are healthy, the endpoint runs; phones that had a tab keep it. */
const quiet = (world: World): void => {
  world.endpoint.calm();
  world.cryptography.repeatNext(0);
  for (const device of world.devices) {
    device.link.calm();
    device.disk.healthy();
    device.lockless = false;
  }
  // What was under way comes to its end: the longest is a request that nobody answers.
  world.scheduler.runFor(20 * 60_000);
};

/** Begun anew where the seed says so, else with what is still open. */
const openTabs = (world: World): readonly (readonly [Device, Tab])[] =>
  world.devices.flatMap((device, at) => {
    if ((world.seed + at) % 3 === 0) device.kill();
    const there = device.tabs[0];
    const tab = there ?? world.runs(device, () => world.boot(device));
    if (there && !there.notebook) world.runs(device, () => device.unlock(there));
    return tab ? [[device, tab] as const] : [];
  });

const exchangeRounds = (world: World, open: readonly (readonly [Device, Tab])[], wasLiedTo = false): number => {
  for (let round = 1; round <= mostRounds; round += 1) {
    for (const [device, tab] of open) {
      world.runs(device, () => tab.exchange.now());
      const { failure } = tab.view();
      if (failure)
        world.fails(`I11: ${device.name} cannot exchange although all is well: ${failure.type} ${'code' in failure ? failure.code : ''}`);
      world.runs(device, async () => tab.notebook?.catchUp());
    }
    const waits = open.some(([{ disk }]) => outboxOf(disk).some(({ setAside }) => setAside === undefined));
    const isQuiet = !waits && (wasLiedTo ? round >= 3 : isLevel(world, open));
    if (isQuiet) return round;
  }
  world.fails(`I11: after ${mostRounds} rounds something still waits`);
  return mostRounds;
};

/** Everybody has seen all there is. */
const isLevel = (world: World, open: readonly (readonly [Device, Tab])[]): boolean =>
  open.every(([device, tab]) => {
    const cursor = stateOf(device.disk, 'cursor');
    return cursor?.seenUpTo === lastPlaceFor(world, device, tab);
  });

const lastPlaceFor = (world: World, device: Device, tab: Tab): number => {
  const stream = device.role === 'supervisor' ? 'office' : (tab.notebook?.me.device ?? '');
  return Number(world.endpoint.disk.rows('select last from counters where stream = ?', stream)[0]?.last ?? 0);
};

/** I1, I3, I21: what was called saved is in the log once, or visibly set aside; nothing honest is. */
const checkDelivered = (world: World, open: readonly (readonly [Device, Tab])[], log: readonly Logged[]): void => {
  const ids = new Map<string, number>();
  for (const { id } of log) ids.set(id, (ids.get(id) ?? 0) + 1);
  for (const { fate, id, text } of world.ledger.written) {
    if (fate !== 'saved') continue;
    if (id === null) world.fails(`I6: what was saved is not on the shelf: ${text}`);
    else if (!ids.has(id)) world.fails(`I1: lost: ${text}`);
    else if (ids.get(id) !== 1) world.fails(`I1: doubled: ${text}`);
  }
  for (const [device, tab] of open) {
    const rows = entriesOf(device.disk);
    const left = outboxOf(device.disk);
    const unreadable = new Set(rows.filter(({ bytes }) => !parseEntry(bytes).ok).map(({ n }) => n));
    for (const { n, setAside } of left) {
      // I10: what cannot be read steps aside, and holds nobody up.
      if (setAside === 'malformed' && unreadable.has(n)) continue;
      world.fails(setAside === undefined ? 'I11: an outbox is not empty' : `I21: set aside: ${setAside}`);
    }
    const me = tab.notebook?.me.device;
    for (const { id, bytes } of rows) {
      const entry = parseEntry(bytes);
      if (entry.ok && toHex(entry.value.header.device) === me && !ids.has(id))
        world.fails('I3: an own entry left the outbox and is not in the log');
    }
  }
};

/** What a phone holds of receipts and roster is what the endpoint has: nothing else could be shown later. */
const checkWord = (world: World, open: readonly (readonly [Device, Tab])[], log: readonly Logged[]): void => {
  const places = new Map(log.map(({ id, place }) => [id, place]));
  const links = world.endpoint.disk.rows('select link from roster_links order by n').map(({ link }) => toHex(bytesIn(link)));
  const generation = world.endpoint.disk.rows("select value from meta where key = 'generation'")[0]?.value;
  for (const [device] of open) {
    const held = stateOf(device.disk, 'roster')?.links ?? [];
    if (held.some((link, at) => toHex(link) !== links[at])) world.fails(`I14: ${device.name} holds another roster`);
    const receipts = world.wasPutBack() ? [] : (device.disk.rows('receipts') as readonly ReceiptsRow[]);
    for (const receipt of receipts)
      for (const [id, place] of receipt.places)
        if (receipt.generation === generation && places.get(toHex(id)) !== place)
          world.fails(`I3: ${device.name} holds a receipt that is not so`);
  }
};

/** A record as bytes: what stands of it and where it came from. */
const spelledRecord = ({ record, kind, fields, history, heads }: RecordState): string =>
  spelled({
    record,
    kind,
    heads,
    history: history.map(({ id }) => id),
    fields: Object.fromEntries([...fields].map(([field, { value, disagrees }]) => [field, { value, disagrees }])),
  });

const recordsIn = (world: World, book: OpenedNotebook): ReadonlyMap<string, string> => {
  const records = new Set(world.ledger.written.map(({ record }) => record));
  return new Map(
    [...records].sort().flatMap((record) => {
      const state = book.record(record);
      return state ? [[record, spelledRecord(state)] as const] : [];
    }),
  );
};

const textsIn = (book: OpenedNotebook, record: string): readonly string[] =>
  (book.record(record)?.history ?? []).map(({ body }) => JSON.stringify(body.says).match(new RegExp(`${canary}\\d+`))?.[0] ?? '');

const supervisorsOf = (open: readonly (readonly [Device, Tab])[]) =>
  open.flatMap(([device, { notebook }]) => (device.role === 'supervisor' && notebook ? [{ device, book: notebook }] : []));

/** I4, I5, I6: every supervisor sees all that was saved, once, and the same as the other. */
const checkSupervisors = (world: World, open: readonly (readonly [Device, Tab])[], gone: number): void => {
  const supervisors = supervisorsOf(open);
  const first = supervisors[0];
  if (!first) return;
  for (const { device, book } of supervisors) {
    if (book.unopened() > 0) world.fails(`I6: ${device.name} cannot open ${book.unopened()}`);
    if (book.missing() > gone) world.fails(`I9: ${device.name} misses ${book.missing()}`);
    for (const item of world.ledger.written) checkSeen(world, book, item);
    const [mine, theirs] = [recordsIn(world, book), recordsIn(world, first.book)];
    for (const [record, state] of theirs) if (mine.get(record) !== state) world.fails(`I5: two supervisors see a record differently`);
  }
};

const checkSeen = (world: World, book: OpenedNotebook, { record, text, fate }: Written): void => {
  const times = textsIn(book, record).filter((there) => there === text).length;
  if (fate === 'saved' && times === 0) world.fails(`I6: a supervisor does not see ${text}`);
  if (fate === 'refused' && times > 0) world.fails(`I22: ${text} was refused and is there all the same`);
  if (times > 1) world.fails(`I4: ${text} is there ${times} times`);
};

/** I7: of two values of one field neither of whose writers had seen the other, none goes unseen. Worked out from who saw what, and nothing else. */
const checkDisagreements = (world: World, open: readonly (readonly [Device, Tab])[]): void => {
  const book = supervisorsOf(open)[0]?.book;
  if (!book) return;
  for (const record of new Set(world.ledger.written.map((item) => item.record))) {
    const state = book.record(record);
    if (!state) continue;
    const notes = state.history.flatMap(({ id, body }) => {
      const said =
        body.kind === 'amendment'
          ? (body.says.fields as { note?: unknown } | undefined)?.note
          : body.kind === 'review'
            ? undefined
            : body.says.note;
      return said === undefined ? [] : [{ id, said }];
    });
    const sees = (from: string, to: string): boolean => {
      const after = state.history.find(({ id }) => id === from)?.body.after ?? [];
      return after.includes(to) || after.some((one) => sees(one, to));
    };
    const standing = notes.filter(({ id }) => !notes.some((other) => other.id !== id && sees(other.id, id)));
    const differ = new Set(standing.map(({ said }) => said)).size > 1;
    if (differ !== disagreementsIn(state).includes('note')) world.fails('I7: a disagreement is not shown as one');
  }
};

/** What is for a worker reaches their phone: replies, records shared with them, and what is for everybody. */
const checkWorkers = (world: World, open: readonly (readonly [Device, Tab])[], untimely: boolean): void => {
  for (const [device, { notebook: book }] of open) {
    if (!book || device.role !== 'worker') continue;
    for (const { audience, record, text, fate, device: writer } of world.ledger.written) {
      const isTheirs = audience === 'everybody' || (!untimely && (audience === book.me.device || writer === book.me.device));
      const times = textsIn(book, record).filter((there) => there === text).length;
      if (fate === 'saved' && isTheirs && times === 0)
        world.fails(`I15: ${device.name} does not see ${text}, for ${audience === 'everybody' ? audience : 'them'}`);
      if (times > 1) world.fails(`I4: ${device.name} sees ${text} ${times} times`);
      if (times > 0 && audience !== 'everybody' && audience !== book.me.device && writer !== book.me.device)
        world.fails(`I15: ${device.name} sees what was not for them`);
    }
  }
};

/** I22: a draft that was kept is there until a save has taken it. */
const checkDrafts = (world: World, open: readonly (readonly [Device, Tab])[]): void => {
  for (const [device] of open) device.kill();
  for (const [device] of open) {
    const tab = world.runs(device, () => world.boot(device));
    for (const { device: of, id, text, state } of world.ledger.drafts.values()) {
      if (of !== device.name) continue;
      const there = tab?.notebook?.drafts.find(id);
      if (state === 'kept' && JSON.stringify(there?.value) !== JSON.stringify({ note: text }))
        world.fails(`I22: the draft ${text} is gone`);
      if (state === 'given' && there) world.fails(`I22: the draft ${text} was saved and is still there`);
    }
  }
};

/** I17: what people write is nowhere outside a seal: not at the endpoint, not on a phone's disk (world.ts looks at what is sent). */
const checkCanaries = (world: World): void => {
  for (const { name } of world.endpoint.disk.rows("select name from sqlite_master where type = 'table'"))
    if (world.endpoint.disk.rows(`select * from ${String(name)}`).some(holdsCanary)) world.fails('I17: a canary in the endpoint');
  for (const { name, disk } of world.devices) if (disk.everything().some(holdsCanary)) world.fails(`I17: a canary on ${name}`);
};

/**
 * I14, after an endpoint that lied: nothing is shown that nobody wrote, what is missing is noticed, and what was saved is at the
 * endpoint or visibly waits or was visibly set aside on the phone that wrote it.
 */
export const settleAfterLies = (world: World): Calm => {
  quiet(world);
  world.liar.honest();
  const open = openTabs(world);
  const rounds = exchangeRounds(world, open, true);
  const log = readLog(world.endpoint.disk, world.fails);
  checkLog(world.endpoint.disk, log, world.fails);
  checkWord(world, open, log);
  const ids = new Set(log.map(({ id }) => id));
  for (const [device, tab] of open) {
    const rows = entriesOf(device.disk);
    const left = outboxOf(device.disk);
    const visible = new Set(left.map(({ n }) => rows.find((row) => row.n === n)?.id));
    const me = tab.notebook?.me.device;
    for (const { device: writer, fate, id, text } of world.ledger.written)
      if (writer === me && fate === 'saved' && id !== null && !ids.has(id) && !visible.has(id)) world.fails(`I14: lost to a lie: ${text}`);
    for (const record of new Set(world.ledger.written.map((item) => item.record)))
      for (const entry of tab.notebook?.record(record)?.history ?? [])
        if (!ids.has(entry.id) && !visible.has(entry.id)) world.fails(`I14: ${device.name} shows what nobody wrote`);
  }
  for (const { device, book } of supervisorsOf(open)) {
    const unseen = world.ledger
      .saved()
      .filter(({ id, record }) => id !== null && ids.has(id) && !book.record(record)?.history.some((entry) => entry.id === id));
    if (unseen.length > 0 && book.missing() + book.unopened() === 0)
      world.fails(`I14: ${device.name} does not notice that ${unseen.length} are missing`);
  }
  checkCanaries(world);
  return { rounds };
};

export const settleAndCheck = (world: World, untimely: boolean): Calm => {
  quiet(world);
  putBackAtLast(world);
  checkLockedPhones(world);
  const open = openTabs(world);
  const rounds = exchangeRounds(world, open);
  const log = readLog(world.endpoint.disk, world.fails);
  const gone = untimely ? findGone(world) : [];
  const goneIds = new Set(gone.map(({ id }) => id));
  for (const item of world.ledger.written) if (item.id !== null && goneIds.has(item.id)) item.fate = 'gone';
  checkLog(world.endpoint.disk, log, world.fails, gone);
  checkDelivered(world, open, log);
  checkWord(world, open, log);
  checkSupervisors(world, open, gone.length);
  checkDisagreements(world, open);
  checkWorkers(world, open, untimely);
  checkDrafts(world, open);
  checkCanaries(world);
  for (const fault of world.endpoint.faults) world.fails(`endpoint: ${fault}`);
  return { rounds };
};
