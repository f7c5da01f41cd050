import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { holdsTogether, keptBy } from '../support/chains.ts';
import { aContact, aPhone, must, type Tab } from '../support/phone.ts';

const noteOf = ({ notebook }: Tab, record: string) => notebook.record(record)?.fields.get('note')?.value;
const after = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('two tabs', () => {
  test('that save at once never give out one number twice, and lose nothing', async () => {
    const phone = await aPhone();
    const tabs = [await phone.tab(), await phone.tab()] as const;
    const contacts = Array.from({ length: 24 }, (_, at) => aContact(tabs[0], `note ${at}`));
    const saved = await Promise.all(contacts.map((contact, at) => tabs[at % 2 ? 1 : 0].notebook.write(contact)));
    expect(saved.every(({ ok }) => ok)).toBe(true);
    const kept = await keptBy(tabs[0].db);
    expect(holdsTogether(kept)).toBe(true);
    expect(kept.filter(({ header }) => header.key)).toHaveLength(24);
    for (const tab of tabs) {
      await tab.notebook.catchUp();
      for (const [at, { record }] of contacts.entries()) expect(noteOf(tab, record)).toBe(`note ${at}`);
      expect(tab.notebook.unopened()).toBe(0);
    }
    const later = await phone.tab();
    expect(later.notebook.recordsOf('contact')).toHaveLength(24);
    expect(await later.db.outbox.count()).toBe(kept.length);
  });

  test('see what the other wrote without being asked', async () => {
    const phone = await aPhone();
    const [one, other] = [await phone.tab(), await phone.tab()];
    const contact = aContact(one, 'from the other tab');
    must(await one.notebook.write(contact));
    for (let tries = 0; tries < 50 && noteOf(other, contact.record) === undefined; tries += 1) await after(10);
    expect(noteOf(other, contact.record)).toBe('from the other tab');
    expect(other.notebook.standingOf(contact.record)).toBe('on-this-phone');
  });
});

describe('a full disk', () => {
  test.each([0, 1, 2, 3])('at write %i of a save keeps nothing of it, keeps the draft, and the next save goes through', async (write) => {
    const phone = await aPhone();
    const tab = await phone.tab();
    const before = aContact(tab, 'before');
    must(await tab.notebook.write(before));
    must(await tab.notebook.drafts.keep('contact', { note: 'half a sentence' }));
    const contact = aContact(tab, 'half a sentence', { draft: 'contact' });
    const [rows, head] = [await tab.db.entries.count(), await tab.db.state.get('head')];
    tab.fillUpAfter(write);
    expect(await tab.notebook.write(contact)).toEqual({ ok: false, failure: { type: 'storage-full' } });
    expect([await tab.db.entries.count(), await tab.db.outbox.count(), await tab.db.state.get('head')]).toEqual([rows, rows, head]);
    expect(tab.notebook.record(contact.record)).toBeUndefined();
    expect(tab.notebook.drafts.find('contact')?.value).toEqual({ note: 'half a sentence' });
    const reopened = await phone.tab();
    expect(reopened.notebook.drafts.find('contact')?.value).toEqual({ note: 'half a sentence' });

    must(await tab.notebook.write(contact));
    expect(noteOf(tab, contact.record)).toBe('half a sentence');
    expect(tab.notebook.drafts.all()).toEqual([]);
    expect(await tab.db.drafts.count()).toBe(0);
    expect(noteOf(tab, before.record)).toBe('before');
    expect(holdsTogether(await keptBy(tab.db))).toBe(true);
  });

  test('in the vault is told, the draft stays and goes on being kept', async () => {
    const phone = await aPhone();
    const tab = await phone.tab();
    must(await tab.notebook.drafts.keep('contact', { note: 'half' }));
    phone.medium.beforeNextWrite(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const contact = aContact(tab, 'half', { draft: 'contact' });
    expect(await tab.notebook.write(contact)).toEqual({ ok: false, failure: { type: 'storage-full' } });
    must(await tab.notebook.drafts.keep('contact', { note: 'half a word more' }));
    expect((await phone.tab()).notebook.drafts.find('contact')?.value).toEqual({ note: 'half a word more' });
    must(await tab.notebook.write(contact));
    expect(await tab.db.drafts.count()).toBe(0);
  });

  test('while a draft is kept is told, and what was saved is still there', async () => {
    const tab = await (await aPhone()).tab();
    const contact = aContact(tab, 'saved');
    must(await tab.notebook.write(contact));
    tab.fillUpAfter(0);
    expect(await tab.notebook.drafts.keep('d', { note: 'x' })).toEqual({ ok: false, failure: { type: 'storage-full' } });
    must(await tab.notebook.drafts.keep('d', { note: 'xy' }));
    expect(noteOf(tab, contact.record)).toBe('saved');
  });
});

describe('the day key', () => {
  test('of a save that died before the database is granted with the next one', async () => {
    const phone = await aPhone();
    const tab = await phone.tab();
    tab.fillUpAfter(0);
    await tab.notebook.write(aContact(tab, 'lost'));
    expect(tab.vault.contents().ring).toHaveLength(1);
    const reopened = await phone.tab();
    must(await reopened.notebook.write(aContact(reopened, 'kept')));
    must(await reopened.notebook.write(aContact(reopened, 'kept too')));
    const kept = await keptBy(reopened.db);
    expect(kept.map(({ header }) => header.key === null)).toEqual([true, false, false]);
    expect(new Set(kept.flatMap(({ header }) => (header.key ? [toHex(header.key)] : []))).size).toBe(1);
  });

  test('is another one on another day and for another audience, each granted once', async () => {
    const phone = await aPhone();
    const tab = await phone.tab();
    must(await tab.notebook.writeTogether([aContact(tab, 'one'), aContact(tab, 'two'), aContact(tab, 'three')]));
    phone.setNow('2026-03-03T00:10:00-06:00');
    must(await tab.notebook.write(aContact(tab, 'tomorrow')));
    must(await tab.notebook.write(aContact(tab, 'tomorrow too')));
    const kept = await keptBy(tab.db);
    expect(kept.map(({ header }) => (header.key ? 'entry' : 'grant'))).toEqual([
      'grant',
      'entry',
      'entry',
      'entry',
      'grant',
      'entry',
      'entry',
    ]);
    expect(tab.vault.contents().ring).toHaveLength(2);
  });
});

test('more words than fit into an entry are refused before anything is written', async () => {
  const tab = await (await aPhone()).tab();
  const noise = Array.from({ length: 60_000 }, () => tab.notebook.newId().slice(0, 9)).join(' ');
  expect(await tab.notebook.write(aContact(tab, noise))).toEqual({ ok: false, failure: { type: 'too-large' } });
  expect(await tab.db.entries.count()).toBe(0);
});

test('the second of two quick writes has seen the first, and does not disagree with it', async () => {
  const tab = await (await aPhone()).tab();
  const contact = aContact(tab, 'first');
  const amend = (note: string) => ({ ...contact, kind: 'amendment', says: { fields: { note } } });
  await Promise.all([tab.notebook.write(contact), tab.notebook.write(amend('second')), tab.notebook.write(amend('third'))]);
  expect(tab.notebook.record(contact.record)?.fields.get('note')).toMatchObject({ disagrees: false, value: 'third' });
  expect(tab.notebook.record(contact.record)?.heads).toHaveLength(1);
});

test('pasted text with a byte order mark, and text cut through an emoji, can be read again', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  const [marked, cut] = [aContact(tab, '\uFEFFpasted from a spreadsheet'), aContact(tab, `thank you ${'🙏'.slice(0, 1)}`)];
  for (const contact of [marked, cut]) must(await tab.notebook.write(contact));
  const later = await phone.tab();
  expect(noteOf(later, marked.record)).toBe('\uFEFFpasted from a spreadsheet');
  expect(noteOf(later, cut.record)).toBe('thank you \uFFFD');
  expect(later.notebook.unopened()).toBe(0);
});

describe('locking', () => {
  test('at any moment of a save leaves it saved or not, and says which', async () => {
    const outcomes = new Set<string>();
    for (let turns = 0; turns < 100; turns += 4) {
      const phone = await aPhone();
      const tab = await phone.tab();
      const contact = aContact(tab, 'just before the lock');
      const saving = tab.notebook.write(contact);
      // Ciphers work beside the event loop: turns alone would be over before the first of them.
      for (let turn = 0; turn < turns; turn += 1) await (turn % 2 === 0 ? new Promise(setImmediate) : after(1));
      tab.notebook.close();
      const saved = await saving;
      const there = noteOf(await phone.tab(), contact.record) !== undefined;
      expect([turns, saved.ok]).toEqual([turns, there]);
      outcomes.add(saved.ok ? 'saved' : saved.failure.type);
    }
    expect([...outcomes].sort()).toEqual(['locked', 'saved']);
  });

  test('afterwards nothing can be written, and nobody is told of anything', async () => {
    const tab = await (await aPhone()).tab();
    tab.notebook.close();
    expect(await tab.notebook.write(aContact(tab, 'too late'))).toEqual({ ok: false, failure: { type: 'locked' } });
    await tab.notebook.catchUp();
    expect(await tab.db.entries.count()).toBe(0);
  });
});

test('an entry that another tab saved in the very moment of reading is not called delivered', async () => {
  const phone = await aPhone();
  const [one, other] = [await phone.tab(), await phone.tab()];
  const contact = aContact(other, 'in between');
  const readsOutbox = one.db.outbox.toCollection.bind(one.db.outbox);
  const saves: ReturnType<typeof other.notebook.write>[] = [];
  Object.assign(one.db.outbox, {
    toCollection: () => {
      // Not waited for: while a reading goes on, the database lets nobody write.
      if (saves.length === 0) saves.push(Dexie.ignoreTransaction(() => other.notebook.write(contact)));
      return readsOutbox();
    },
  });
  await one.notebook.catchUp();
  for (const saved of await Promise.all(saves)) must(saved);
  await one.notebook.catchUp();
  expect(one.notebook.standingOf(contact.record)).toBe('on-this-phone');
});

test('rows of a database that were damaged hold up nothing else, and are counted', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  const contacts = ['one', 'two', 'three'].map((note) => aContact(tab, note));
  for (const contact of contacts) must(await tab.notebook.write(contact));
  const [, , second, third] = await tab.db.entries.orderBy('n').toArray();
  if (!second || !third) throw new Error('rows');
  await tab.db.entries.update(second.n as number, { bytes: fromHex('ff00') });
  await tab.db.entries.update(third.n as number, {
    bytes: third.bytes.map((byte, at) => (at === third.bytes.length - 1 ? byte ^ 1 : byte)),
  });
  const later = await phone.tab();
  expect(later.notebook.recordsOf('contact')).toHaveLength(1);
  expect(later.notebook.unopened()).toBe(2);
});

test('what is written together is on the disk together, with its draft, or not at all', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  const [person, contact] = [aContact(tab, 'first'), aContact(tab, 'second')];
  await tab.notebook.drafts.keep('both', { note: 'typed' });
  const put = tab.db.outbox.bulkAdd.bind(tab.db.outbox);
  Object.assign(tab.db.outbox, { bulkAdd: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) });
  const refused = await tab.notebook.writeTogether([person, { ...contact, draft: 'both' }]);
  expect(refused).toEqual({ ok: false, failure: { type: 'storage-full' } });
  expect([tab.notebook.record(person.record), tab.notebook.record(contact.record)]).toEqual([undefined, undefined]);
  expect(tab.notebook.drafts.find('both')?.value).toEqual({ note: 'typed' });
  Object.assign(tab.db.outbox, { bulkAdd: put });
  must(await tab.notebook.writeTogether([person, { ...contact, draft: 'both' }]));
  expect(tab.notebook.drafts.all()).toEqual([]);
  expect((await phone.tab()).notebook.recordsOf('contact')).toHaveLength(2);
});

test('a database that was emptied under an open notebook takes nothing more: it would never be sent', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  must(await tab.notebook.write(aContact(tab, 'before')));
  await Promise.all(tab.db.tables.map((table) => table.clear()));
  const saved = await tab.notebook.write(aContact(tab, 'after'));
  expect(saved).toEqual({ ok: false, failure: { type: 'storage-failed' } });
  expect(await tab.db.entries.count()).toBe(0);
});
