/** A phone whose randomness repeats itself: two things drawn alike stay two, and neither is written over the other. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { everybody } from '../../src/domain/entry.ts';
import { freshId } from '../../src/store/freshId.ts';
import { aContact, aPhone, must, type Tab } from '../support/phone.ts';

afterEach(() => vi.restoreAllMocks());

/** Every name that is drawn is the same one. Nonces and keys are not touched: without those no seal keeps what it says. */
const repeatNames = (): void => {
  const real = crypto.getRandomValues.bind(crypto);
  const spy = vi.spyOn(crypto, 'getRandomValues');
  spy.mockImplementation((into) => {
    if (into && into.byteLength === 16) return new Uint8Array(into.buffer, into.byteOffset, 16).fill(7) && into;
    return real(into);
  });
};

const titled = (tab: Tab, title: string) => ({ kind: 'checklist', record: tab.notebook.newId(), says: { title }, audience: everybody });

test('two drafts, of one tab or of two, are both there after the next unlock', async () => {
  const phone = await aPhone();
  const [tab, other] = [await phone.tab(), await phone.tab()];
  repeatNames();
  must(await tab.notebook.drafts.keep('first', { note: 'one' }));
  must(await tab.notebook.drafts.keep('second', { note: 'two' }));
  must(await other.notebook.drafts.keep('third', { note: 'three' }));
  must(await tab.notebook.drafts.keep('first', { note: 'one, and more' }));
  const { drafts } = (await phone.tab()).notebook;
  expect(['first', 'second', 'third'].map((id) => drafts.find(id)?.value)).toEqual([
    { note: 'one, and more' },
    { note: 'two' },
    { note: 'three' },
  ]);
});

test('two people who are met are two people, and so after the next unlock', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  repeatNames();
  const met = [aContact(tab, 'one'), aContact(tab, 'two')];
  for (const contact of met) must(await tab.notebook.write(contact));
  const later = await phone.tab();
  const third = aContact(later, 'three');
  must(await later.notebook.write(third));
  expect(new Set([...met, third].flatMap(({ record, says }) => [record, says.person])).size).toBe(6);
  expect(later.notebook.recordsOf('contact')).toHaveLength(3);
});

test('two keys of one day open what each of them seals', async () => {
  const phone = await aPhone();
  const tab = await phone.tab();
  repeatNames();
  must(await tab.notebook.write(aContact(tab, 'for the office')));
  must(await tab.notebook.write(titled(tab, 'for everybody')));
  const later = await phone.tab();
  expect(later.notebook.unopened()).toBe(0);
  expect(later.notebook.recordsOf('contact')).toHaveLength(1);
  expect(later.notebook.recordsOf('checklist')).toHaveLength(1);
});

test('two phones that draw alike name what they write differently', async () => {
  const [mine, theirs] = [await (await aPhone()).tab(), await (await aPhone()).tab()];
  repeatNames();
  const named = [mine, theirs].flatMap(({ notebook }) => [notebook.newId(), notebook.newId()]);
  expect(new Set(named).size).toBe(4);
  for (const tab of [mine, theirs]) must(await tab.notebook.write(aContact(tab, 'met')));
  expect(mine.vault.contents().ring[0]?.id).not.toEqual(theirs.vault.contents().ring[0]?.id);
});

test('a name is found also when the last one of all is taken', () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => into && new Uint8Array(into.buffer).fill(255) && into);
  expect(freshId(new Uint8Array(16), (name) => name.startsWith('ff'))).toBe('0'.repeat(32));
});
