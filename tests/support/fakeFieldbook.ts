/** The app's two interfaces in memory, for tests of screens and parts: no seals, no disk, no network. Every person in it is invented. */
import { type Signal, signal } from '@preact/signals';
import type { OpenedEntry, Role } from '../../src/domain/entry.ts';
import { foldRecord } from '../../src/domain/fold.ts';
import type { Id } from '../../src/domain/id.ts';
import { personOf } from '../../src/domain/records.ts';
import { failed, ok } from '../../src/domain/result.ts';
import { readBrought } from '../../src/forms/reading.ts';
import type { Draft, Member, NewEntry, Notebook, SetAsideEntry, Standing } from '../../src/store/notebook.ts';
import type { Asking, ExchangeState, Fieldbook, Stage } from '../../src/ui/fieldbook.ts';
import type { Loss, StorageTrouble } from '../../src/ui/loss.ts';

let counted = 0;
/** Ids that look like ids and come in order. */
export const nextId = (): Id => {
  counted += 1;
  return counted.toString(16).padStart(32, '0');
};

export interface FakeNotebook extends Notebook {
  /** What somebody else wrote, as if it had arrived. */
  readonly arrives: (entry: Omit<NewEntry, 'audience'>, by: Member) => OpenedEntry;
  readonly standing: Map<Id, Standing>;
  readonly setsAside: (entries: readonly SetAsideEntry[]) => void;
  /** As if this phone had done what a supervisor's decision asks. */
  readonly carriesOut: (decision: Id) => void;
  readonly meetsTwin: () => void;
}

export interface FakeSettings {
  readonly role?: Role | undefined;
  readonly members?: readonly Member[] | undefined;
  readonly now?: (() => string) | undefined;
}

const invented: readonly Member[] = [
  { person: 'a1'.repeat(16), name: 'Mina Park', role: 'supervisor', devices: ['d1'.repeat(16)] },
  { person: 'a2'.repeat(16), name: 'Linh Tran', role: 'worker', devices: ['d2'.repeat(16)] },
];

const memberOf = (role: Role, members: readonly Member[]): Member => {
  const found = members.find((member) => member.role === role);
  if (!found) throw new Error(`nobody invented is a ${role}`);
  return found;
};

export const createFakeNotebook = ({
  role = 'worker',
  members = invented,
  now = () => '2026-11-20T10:00:00-06:00',
}: FakeSettings = {}): FakeNotebook => {
  const me = memberOf(role, members);
  const entries: OpenedEntry[] = [];
  const drafts = new Map<string, Draft>();
  const watchers = new Set<() => void>();
  const standing = new Map<Id, Standing>();
  let aside: readonly SetAsideEntry[] = [];
  const anew = new Set<number>();
  const carriedOut: Id[] = [];
  let twinned = false;
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const folded = (record: Id) =>
    foldRecord(
      record,
      entries.filter(({ body }) => body.record === record),
    );
  const all = () => [...new Set(entries.map(({ body }) => body.record))].map(folded);
  const add = ({ kind, record, says, after: seen = [] }: Omit<NewEntry, 'audience'>, by: Member): OpenedEntry => {
    const heads = entries.some(({ body }) => body.record === record) ? folded(record).heads : [];
    const after = new Set([...heads, ...seen]);
    const body = { kind, record, writtenAt: now(), by: { person: by.person, name: by.name }, after: [...after], says };
    const entry: OpenedEntry = { id: nextId(), device: by.devices[0] ?? '', role: by.role, body };
    entries.push(entry);
    changed();
    return entry;
  };
  return {
    me: { person: me.person, name: me.name, device: me.devices[0] ?? '', role },
    organisation: { id: 'c1'.repeat(16), name: 'Lakeside Outreach' },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    record: (id) => (entries.some(({ body }) => body.record === id) ? folded(id) : undefined),
    recordsOf: (kind) => all().filter((state) => state.kind === kind),
    aboutPerson: (person) => all().filter((state) => personOf(state) === person),
    write: async (entry) => {
      if (entry.draft !== undefined) drafts.delete(entry.draft);
      add(entry, me);
      return ok(folded(entry.record));
    },
    writeTogether: async (together) => {
      for (const entry of together) {
        if (entry.draft !== undefined) drafts.delete(entry.draft);
        add(entry, me);
      }
      return ok(undefined);
    },
    hasPart: (record) => folded(record).kind === 'recording-part',
    openPart: async (record) => {
      const part = entries.find(({ body }) => body.record === record && body.kind === 'recording-part');
      return part ? ok(part.body.says) : failed({ type: 'not-here' });
    },
    standingOf: (record) => standing.get(record) ?? 'on-this-phone',
    delivery: () => ({
      waiting: entries.length,
      delivered: 0,
      setAside: aside.filter(({ n }) => !anew.has(n)),
      resolved: anew.size,
      carriedOut,
    }),
    tryAgain: async (n) => {
      aside = aside.filter((entry) => entry.n !== n);
      changed();
      return ok(undefined);
    },
    writeAnew: async (n) => {
      anew.add(n);
      changed();
      return ok(undefined);
    },
    twin: () => twinned,
    setsAside: (more) => {
      aside = [...aside, ...more];
      changed();
    },
    carriesOut: (decision) => {
      carriedOut.push(decision);
      changed();
    },
    meetsTwin: () => {
      twinned = true;
      changed();
    },
    unopened: () => 0,
    missing: () => 0,
    members: () => members,
    writerDeviceOf: (record) => entries.find(({ body }) => body.record === record)?.device,
    drafts: {
      keep: async (id, value) => {
        drafts.set(id, { id, value, keptAt: now() });
        return ok(undefined);
      },
      all: () => [...drafts.values()].reverse(),
      find: (id) => drafts.get(id),
      drop: async (id) => {
        drafts.delete(id);
      },
    },
    newId: nextId,
    today: () => now().slice(0, 10),
    now,
    arrives: add,
    standing,
  };
};

const atRest: ExchangeState = { busy: false, waiting: 0, reached: null, lastReachedAt: null, failure: null, progress: null };
const passphrase = 'harbor lantern quiet meadow';

export interface FakeFieldbook extends Fieldbook {
  readonly stage: Signal<Stage>;
  readonly exchange: Signal<ExchangeState>;
  readonly nextTryAt: Signal<number | null>;
  readonly asking: Signal<readonly Asking[]>;
  readonly invented: Signal<boolean>;
  readonly newVersionWaiting: Signal<boolean>;
  readonly loss: Signal<Loss | null>;
  readonly storageTrouble: Signal<StorageTrouble | null>;
  readonly privateWindow: Signal<boolean>;
  readonly storageKept: Signal<'kept' | 'not-promised' | 'unknown'>;
  readonly foundAgainAsked: () => number;
}

/** Opens with the passphrase it suggests, and with no other. */
export const createFakeFieldbook = (
  notebook: Notebook | null = createFakeNotebook(),
  stage: Stage = notebook ? 'open' : 'empty',
): FakeFieldbook => {
  const now = signal<Stage>(stage);
  const open = signal<Notebook | null>(stage === 'open' ? notebook : null);
  const go = (next: Stage) => {
    open.value = next === 'open' ? (notebook ?? createFakeNotebook()) : null;
    now.value = next;
  };
  const asking = signal<readonly Asking[]>([]);
  let foundAgain = 0;
  return {
    stage: now,
    notebook: open,
    exchange: signal(atRest),
    nextTryAt: signal<number | null>(null),
    admission: signal({ words: passphrase.split(' '), organisation: 'Lakeside Outreach' }),
    asking,
    suggestPassphrase: async () => passphrase,
    found: async () => {
      go('open');
      return ok(undefined);
    },
    foundAgain: async () => {
      foundAgain += 1;
      return ok(undefined);
    },
    foundAgainAsked: () => foundAgain,
    openInvitation: async (link) =>
      link.includes('#1')
        ? ok({ organisation: 'Lakeside Outreach', inviter: 'Mina Park', role: 'worker' })
        : failed({ type: 'not-an-invitation' }),
    join: async () => {
      go('waiting');
      return ok(undefined);
    },
    unlock: async (said) => {
      if (said !== passphrase) return failed({ type: 'wrong-passphrase' });
      go('open');
      return ok(undefined);
    },
    lock: () => go('locked'),
    exchangeNow: async () => undefined,
    invite: async (role) => ok({ link: `https://fieldbook.example/join#1${'ab'.repeat(44)}`, role, endsAt: '2026-11-23T10:00:00-06:00' }),
    refuse: async () => ({ ok: true, value: undefined }),
    letIn: async (invitation) => {
      asking.value = asking.value.filter((each) => each.invitation !== invitation);
      return ok(undefined);
    },
    storageKept: signal('not-promised'),
    askToKeepStorage: async () => undefined,
    slotsErasable: signal(true),
    loss: signal<Loss | null>(null),
    beginAnew: async () => {
      go('empty');
      return true;
    },
    storageTrouble: signal<StorageTrouble | null>(null),
    privateWindow: signal(false),
    invented: signal(false),
    enterInvented: async () => {
      go('locked');
      return ok(undefined);
    },
    // The real reader, without the worker around it.
    readSpreadsheet: async (files) => readBrought(files),
    courier: async () => null,
    renewing: async () => null,
    newVersionWaiting: signal(false),
    useNewVersion: async () => undefined,
  };
};
