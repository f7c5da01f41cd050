/** What people do in a simulated world with an unlocked notebook, and what they were told of it. */
import { type Audience, everybody, office } from '../../src/domain/entry.ts';
import type { NewEntry } from '../../src/store/notebook.ts';
import type { OpenedNotebook } from '../../src/store/openNotebook.ts';
import type { Device, Tab } from './device.ts';
import type { Draft, Ledger, Written } from './ledger.ts';
import type { Random } from './random.ts';

export interface PeopleDeps {
  readonly ledger: Ledger;
  readonly trace: (event: string) => void;
  readonly random: Random;
  readonly fails: (what: string) => void;
  /** Something was thrown where a failure should have been a value. */
  readonly thrown: (device: Device, tab: Tab, what: string, error: unknown) => void;
}

const audienceName = ({ devices, everybody: all }: Audience): string => (all ? 'everybody' : (devices[0] ?? 'office'));

/** Random letters do not deflate, so a long one stays long. */
const long = (random: Random, length: number): string => Buffer.from(random.bytes(length)).toString('base64');

export const createPeople = ({ ledger, trace, random, fails, thrown }: PeopleDeps) => {
  const colleague = (book: OpenedNotebook, x: number): Audience => {
    const others = [...book.roster().devices.values()].filter(({ device, role }) => device !== book.me.device && role === 'worker');
    const other = others[x % Math.max(1, others.length)];
    return other && x % 4 === 0 ? { devices: [other.device] } : office;
  };

  const idOf = (book: OpenedNotebook, { record, text }: Written): string | null =>
    book.record(record)?.history.find(({ body }) => JSON.stringify(body.says).includes(`${text}"`))?.id ?? null;

  const put = async (device: Device, tab: Tab, entries: readonly (NewEntry & { readonly text: string })[]): Promise<boolean> => {
    const book = tab.notebook;
    if (!book) return false;
    const items = entries.map(({ record, kind, text, audience }): Written => {
      const item: Written = { device: book.me.device, record, text, kind, audience: audienceName(audience), fate: 'pending', id: null };
      ledger.written.push(item);
      return item;
    });
    try {
      const saved = await book.writeTogether(entries.map(({ text: _, ...entry }) => entry));
      if (!device.tabs.includes(tab)) return false;
      for (const item of items) {
        item.fate = saved.ok ? 'saved' : 'refused';
        item.id = saved.ok ? idOf(book, item) : null;
      }
      trace(`${device.name} wrote ${items[0]?.text} ${saved.ok ? `saved ${items[0]?.id}` : saved.failure.type}`);
      return saved.ok;
    } catch (error) {
      thrown(device, tab, 'write', error);
      return false;
    }
  };

  const contact = (book: OpenedNotebook, text: string, audience: Audience = office) => ({
    kind: 'contact',
    record: book.newId(),
    says: { person: book.newId(), day: '2026-03-02', note: text },
    audience,
    text,
  });

  /** A record that several people are likely to know: one of the last few. */
  const known = (book: OpenedNotebook, x: number) => {
    const records = book
      .recordsOf('contact')
      .map(({ record }) => record)
      .sort();
    const shared = ledger.written.filter(({ kind, record }) => kind === 'contact' && book.record(record) !== undefined).slice(-4);
    return shared[x % Math.max(1, shared.length)]?.record ?? records[x % Math.max(1, records.length)];
  };

  const keepDraft = async (device: Device, tab: Tab): Promise<Draft | null> => {
    if (!tab.notebook) return null;
    const text = ledger.newText();
    const draft: Draft = { device: device.name, id: `draft ${text}`, text, state: 'keeping' };
    ledger.drafts.set(draft.id, draft);
    const kept = await tab.notebook.drafts.keep(draft.id, { note: text });
    if (kept.ok && device.tabs.includes(tab)) draft.state = 'kept';
    trace(`${device.name} draft ${text} ${kept.ok ? 'kept' : kept.failure.type}`);
    return draft;
  };

  const saveDraft = async (device: Device, tab: Tab, draft: Draft): Promise<void> => {
    const book = tab.notebook;
    if (!book) return;
    const was = draft.state;
    draft.state = 'unsure';
    const entry = contact(book, ledger.newText());
    const saved = await put(device, tab, [{ ...entry, draft: draft.id }]);
    if (!device.tabs.includes(tab)) return;
    draft.state = saved ? 'given' : was;
    const wasRefused = ledger.written.some(({ text, fate }) => text === entry.text && fate === 'refused');
    if (was === 'kept' && wasRefused && tab.notebook === book && !book.drafts.find(draft.id))
      fails(`I22: the draft ${draft.text} went although its save was refused`);
  };

  return {
    writes: (device: Device, tab: Tab, x: number) => {
      const book = tab.notebook;
      return book ? put(device, tab, [contact(book, ledger.newText(), colleague(book, x))]) : Promise.resolve(false);
    },
    writesMany: (device: Device, tab: Tab, x: number) => {
      const book = tab.notebook;
      if (!book) return Promise.resolve(false);
      const [count, length] = x % 3 === 0 ? [8, 90_000] : [60 + (x % 120), 20];
      const one = () => {
        const entry = contact(book, ledger.newText());
        return { ...entry, says: { ...entry.says, more: long(random, length) } };
      };
      return put(device, tab, Array.from({ length: count }, one));
    },
    amends: (device: Device, tab: Tab, x: number) => {
      const book = tab.notebook;
      const record = book ? known(book, x) : undefined;
      if (!book || record === undefined) return Promise.resolve(false);
      const text = ledger.newText();
      const entry = { kind: 'amendment', record, says: { fields: { note: text } }, audience: colleague(book, x >> 3), text };
      return put(device, tab, [entry]);
    },
    reviews: (device: Device, tab: Tab, x: number) => {
      const book = tab.notebook;
      const record = book ? known(book, x) : undefined;
      if (!book || record === undefined || book.me.role !== 'supervisor') return Promise.resolve(false);
      const text = ledger.newText();
      const writer = book.writerDeviceOf(record);
      const audience = writer === undefined ? office : { devices: [writer] };
      return put(device, tab, [{ kind: 'review', record, says: { decision: 'noted', note: text }, audience, text }]);
    },
    publishes: (device: Device, tab: Tab) => {
      const book = tab.notebook;
      if (book?.me.role !== 'supervisor') return Promise.resolve(false);
      const text = ledger.newText();
      return put(device, tab, [{ kind: 'checklist', record: book.newId(), says: { title: text, note: text }, audience: everybody, text }]);
    },
    keepsDraft: async (device: Device, tab: Tab): Promise<void> => void (await keepDraft(device, tab)),
    writesDrafted: async (device: Device, tab: Tab, x: number): Promise<void> => {
      const draft = await keepDraft(device, tab);
      if (draft && x % 4 === 0) device.disk.failAfter(0, 'QuotaExceededError', 'commit');
      if (draft && device.tabs.includes(tab)) await saveDraft(device, tab, draft);
    },
  };
};
export type People = ReturnType<typeof createPeople>;
