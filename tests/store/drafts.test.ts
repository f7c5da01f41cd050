import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { openDrafts } from '../../src/store/drafts.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { aesKeyFrom, sealWith } from '../../src/vault/seal.ts';
import { aContact, aPhone, must } from '../support/phone.ts';

test('drafts come back after a lock, newest first, and say nothing on disk', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  for (const [minute, id] of ['first-draft', 'second-draft', 'third-draft'].entries()) {
    phone.setNow(`2026-03-02T09:0${minute}:00-06:00`);
    must(await tab.notebook.drafts.keep(id, { note: `Mrs Canary ${minute}` }));
  }
  phone.setNow('2026-03-02T09:05:00-06:00');
  must(await tab.notebook.drafts.keep('first-draft', { note: 'Mrs Canary again' }));
  const rows = await tab.db.drafts.toArray();
  expect(rows).toHaveLength(3);
  for (const { row, sealed } of rows) expect(`${row}${Buffer.from(sealed).toString('latin1')}`).not.toMatch(/Canary|draft/);
  tab.notebook.close();
  const { drafts } = (await phone.tab()).notebook;
  expect(drafts.all().map(({ id }) => id)).toEqual(['first-draft', 'third-draft', 'second-draft']);
  expect(drafts.find('first-draft')?.value).toEqual({ note: 'Mrs Canary again' });
});

test('of many quick changes the last one stands', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  await Promise.all(Array.from({ length: 30 }, (_, at) => tab.notebook.drafts.keep('d', { typed: at })));
  expect((await phone.tab()).notebook.drafts.find('d')?.value).toEqual({ typed: 29 });
  expect(await tab.db.drafts.count()).toBe(1);
});

test('a draft that was dropped, or became an entry, does not come back by a change that was on its way', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  const { drafts } = tab.notebook;
  const keeping = drafts.keep('dropped', { typed: 1 });
  const dropping = drafts.drop('dropped');
  await Promise.all([keeping, dropping]);
  must(await drafts.keep('saved', { typed: 1 }));
  const saving = tab.notebook.write(aContact(tab, 'x', { draft: 'saved' }));
  const late = drafts.keep('saved', { typed: 2 });
  must(await saving);
  must(await late);
  expect(await tab.db.drafts.count()).toBe(0);
  expect((await phone.tab()).notebook.drafts.all()).toEqual([]);
});

test('what was typed while a save failed is kept', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  must(await tab.notebook.drafts.keep('d', { typed: 1 }));
  tab.fillUpAfter(0);
  const saving = tab.notebook.write(aContact(tab, 'x', { draft: 'd' }));
  void tab.notebook.drafts.keep('d', { typed: 2 });
  expect((await saving).ok).toBe(false);
  await tab.notebook.drafts.keep('other', {});
  expect((await phone.tab()).notebook.drafts.find('d')?.value).toEqual({ typed: 2 });
});

test("another vault's drafts, and damaged ones, are neither shown nor thrown away", async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  const stranger = await aesKeyFrom(randomBytes(32));
  await tab.db.drafts.put({
    row: 'a',
    sealed: await sealWith(stranger, encodeCbor({ id: 'x', value: 1, keptAt: '2026' }), encodeCbor(['fieldbook draft', 1, 'a'])),
  });
  await tab.db.drafts.put({ row: 'b', sealed: new Uint8Array(5) });
  must(await tab.notebook.drafts.keep('mine', {}));
  const mine = (await tab.db.drafts.toArray()).find(({ row }) => row.length === 32);
  await tab.db.drafts.put({ row: 'c', sealed: mine?.sealed ?? new Uint8Array() });
  const later = await phone.tab();
  expect(later.notebook.drafts.all().map(({ id }) => id)).toEqual(['mine']);
  expect(await later.db.drafts.count()).toBe(4);
});

test('two tabs that keep a draft of one name: the newer is shown, the other is not lost', async () => {
  const phone = await aPhone();
  const [one, other] = [await phone.tab(), await phone.tab()];
  must(await one.notebook.drafts.keep('contact', { note: 'older' }));
  phone.setNow('2026-03-02T09:30:00-06:00');
  must(await other.notebook.drafts.keep('contact', { note: 'newer' }));
  const later = await phone.tab();
  expect(later.notebook.drafts.find('contact')?.value).toEqual({ note: 'newer' });
  must(await later.notebook.write(aContact(later, 'newer', { draft: 'contact' })));
  expect((await phone.tab()).notebook.drafts.find('contact')?.value).toEqual({ note: 'older' });
});

test('a value that cannot be written is refused, and the drafts after it are kept', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  expect((await tab.notebook.drafts.keep('bad', { call: () => 'what?' })).ok).toBe(false);
  must(await tab.notebook.drafts.keep('good', { list: [undefined, Number.NaN, 'said'] }));
  expect((await phone.tab()).notebook.drafts.find('good')?.value).toEqual({ list: [null, null, 'said'] });
});

test('a closed vault keeps no draft', async () => {
  const tab = await (await aPhone()).tab();
  const drafts = await openDrafts(
    tab.db,
    tab.vault,
    () => '2026-03-02T09:00:00-06:00',
    () => undefined,
  );
  tab.vault.close();
  expect(await drafts.keep('d', {})).toEqual({ ok: false, failure: { type: 'locked' } });
  expect(await tab.db.drafts.count()).toBe(0);
});
