/**
 * What the office could not take of a phone, as that phone tells it, and what a supervisor decided about it. Each report is the
 * whole of what stands, one more entry of a record that is that phone's alone. A decision is an entry to that phone.
 */
import * as v from 'valibot';
import type { OpenedEntry, ToWrite } from './entry.ts';
import { ancestry, type RecordState } from './fold.ts';
import { Id } from './id.ts';
import type { RecordsOf } from './library.ts';
import { writtenFirst } from './records.ts';

export const reportKind = 'set-aside';
export const decisionKind = 'set-aside-decision';

/** What the phone itself can do: say it anew, only offer it as it is, or neither, because it cannot read it any more. */
export const abilities = ['anew', 'again', 'neither'] as const;
export type Ability = (typeof abilities)[number];

/** How many are named one by one; the others follow when these are settled. */
export const mostTold = 200;
export const mostCarriedOut = 64;
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ToldEntry = v.looseObject({
  id: Id,
  /** The endpoint's own word; one of a newer endpoint is kept as it came. */
  reason: v.pipe(v.string(), v.maxLength(40)),
  /** What a newer phone can do that we do not know, we do not ask for. */
  can: v.fallback(v.picklist(abilities), 'neither'),
  kind: v.optional(v.pipe(v.string(), v.maxLength(40))),
  record: v.optional(Id),
  since: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type ToldEntry = v.InferOutput<typeof ToldEntry>;

export const SetAsideReport = v.looseObject({
  count: Count,
  entries: v.pipe(v.array(ToldEntry), v.maxLength(mostTold)),
  /** Written anew since: these numbers of its chain will never come. */
  settled: v.optional(Count),
  /** Records of the decisions that this phone has carried out. */
  carriedOut: v.pipe(v.array(Id), v.maxLength(mostCarriedOut)),
});
export type SetAsideReport = v.InferOutput<typeof SetAsideReport>;

export const asked = ['again', 'anew'] as const;
export type Asked = (typeof asked)[number];

export const SetAsideDecision = v.looseObject({
  device: Id,
  ask: v.picklist(asked),
  entries: v.pipe(v.array(Id), v.maxLength(mostTold)),
});
export type SetAsideDecision = v.InferOutput<typeof SetAsideDecision>;

export interface Decided {
  readonly record: Id;
  readonly decision: SetAsideDecision;
  readonly by: string;
  readonly at: string;
}

/** A decision is said once and never changed: what its first entry says is what counts. Only supervisors' are here (fold.ts). */
const decidedIn = (state: RecordState): readonly Decided[] => {
  const first = writtenFirst(state);
  const said = v.safeParse(SetAsideDecision, first?.body.says);
  return first && said.success ? [{ record: state.record, decision: said.output, by: first.body.by.name, at: first.body.writtenAt }] : [];
};

export const decisionsFor = (device: Id, records: RecordsOf): readonly Decided[] =>
  records(decisionKind)
    .flatMap(decidedIn)
    .filter(({ decision }) => decision.device === device);

interface Said {
  readonly entry: OpenedEntry;
  readonly report: SetAsideReport;
}

/** The record's id is known to that person's phone and the office alone; it stays the same when the phone is let in anew. */
const saidIn = ({ history }: RecordState): readonly Said[] => {
  const person = history[0]?.body.by.person;
  return history.flatMap((entry) => {
    const { kind, by, says } = entry.body;
    const report = v.safeParse(SetAsideReport, kind === reportKind && by.person === person ? says : null);
    return report.success ? [{ entry, report: report.output }] : [];
  });
};

/** What no later report has replaced: one, unless two phones go by one name, or did; then what each of them says stands. */
const standingIn = (state: RecordState, said: readonly Said[]): readonly Said[] => {
  const before = ancestry(state.history);
  const replaced = new Set(said.flatMap(({ entry }) => [...(before.get(entry.id) ?? [])]));
  return said.filter(({ entry }) => !replaced.has(entry.id));
};

export interface Standing extends ToldEntry {
  /** As the phone noticed it, by its own clock, or when it told of it first. */
  readonly heldSince: string;
  /** `asked`: a decision is on its way there. `tried`: one was carried out, and the office refused it again. */
  readonly state: 'open' | 'asked' | 'tried';
}

export interface PhoneReport {
  readonly device: Id;
  readonly person: Id;
  readonly name: string;
  /** All that stands on that phone, also what is not named here yet. */
  readonly count: number;
  readonly entries: readonly Standing[];
  /** The newest decision that is on its way there. */
  readonly onItsWay: Decided | null;
  /** When it was told last, by that phone's clock. */
  readonly toldAt: string;
  /** Numbers of its chain that are missing at the office: of what stands, and of what was written anew, which will never come. */
  readonly lacking: { readonly standing: number; readonly settled: number };
}

const stateOf = (id: Id, decided: readonly Decided[], done: ReadonlySet<Id>): Standing['state'] => {
  const mine = decided.filter(({ decision }) => decision.entries.includes(id));
  if (mine.some(({ record }) => !done.has(record))) return 'asked';
  return mine.length > 0 ? 'tried' : 'open';
};

const firstTold = (id: Id, said: readonly Said[]): string => {
  for (const { entry, report } of said) {
    const told = report.entries.find((one) => one.id === id);
    if (told) return told.since ?? entry.body.writtenAt;
  }
  return '';
};

/** The number of a fork is not missing: the double's entry has it. What a phone has forgotten of its old ones it has told before. */
const lackingOf = (said: readonly Said[], device: Id, standing: readonly Said[]): PhoneReport['lacking'] => {
  const settled = said.flatMap(({ entry, report }) => (entry.device === device ? (report.settled ?? 0) : []));
  const open = standing.map(({ report }) => report.count - report.entries.filter(({ reason }) => reason === 'fork').length);
  return { standing: Math.max(0, ...open), settled: Math.max(0, ...settled) };
};

const phoneOf = (standing: readonly Said[], said: readonly Said[], records: RecordsOf): readonly PhoneReport[] => {
  const last = standing.at(-1);
  if (!last) return [];
  const { device, body } = last.entry;
  const decided = decisionsFor(device, records);
  const done = new Set(said.flatMap(({ report }) => report.carriedOut));
  const told = new Map(standing.flatMap(({ report }) => report.entries.map((one) => [one.id, one] as const)));
  const waiting = decided.filter(({ record, decision }) => !done.has(record) && decision.entries.some((id) => told.has(id)));
  return [
    {
      device,
      person: body.by.person,
      name: body.by.name,
      count: Math.max(...standing.map(({ report }) => report.count)),
      entries: [...told.values()].map((one) => ({ ...one, heldSince: firstTold(one.id, said), state: stateOf(one.id, decided, done) })),
      onItsWay: waiting.reduce<Decided | null>((newest, one) => (newest && newest.at > one.at ? newest : one), null),
      toldAt: body.writtenAt,
      lacking: lackingOf(said, device, standing),
    },
  ];
};

/** Every phone that has told of something, also when it is over. */
export const phoneReports = (records: RecordsOf): readonly PhoneReport[] =>
  records(reportKind).flatMap((state) => {
    const said = saidIn(state);
    const standing = standingIn(state, said);
    const devices = new Set(standing.map(({ entry }) => entry.device));
    return [...devices].flatMap((device) =>
      phoneOf(
        standing.filter(({ entry }) => entry.device === device),
        said,
        records,
      ),
    );
  });

/** `later`: offered again, but something at the office comes first. `bring`: nothing that can be asked for from here helps. */
export const waysOut = ['again', 'later', 'anew', 'bring'] as const;
export type WayOut = (typeof waysOut)[number];

/** The office's own computer must know more first; the same words written anew would be refused for the same reason. */
const officeFirst: ReadonlySet<string> = new Set(['not-yours', 'unknown-suite', 'unknown-stream']);
/**
 * `too-large`: the same words are as long as before. `fork`: a phone with a double sends nothing more of its own, and one that was
 * let in anew has written anew whatever it can open.
 */
const helpless: ReadonlySet<string> = new Set(['too-large', 'fork']);

export const wayOutOf = ({ reason, can, state }: Pick<Standing, 'reason' | 'can' | 'state'>): WayOut => {
  if (can === 'neither' || helpless.has(reason)) return 'bring';
  if (officeFirst.has(reason)) return 'later';
  if (reason === 'malformed' && can === 'anew') return 'anew';
  if (state !== 'tried') return 'again';
  return can === 'anew' ? 'anew' : 'bring';
};

export const askedBy = (way: WayOut): Asked | null => {
  if (way === 'bring') return null;
  return way === 'anew' ? 'anew' : 'again';
};

/** For `notebook.write`: to that phone alone, and to the office. */
export const decide = (record: Id, decision: SetAsideDecision): ToWrite => ({
  kind: decisionKind,
  record,
  says: { ...decision },
  audience: { devices: [decision.device] },
});
