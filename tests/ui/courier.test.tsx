/** The screens for when there is no connection, over the real store: what is said before, and after, and when it does not work. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { loadWords } from '../../src/i18n/load.ts';
import { encodeCarried } from '../../src/protocol/carried.ts';
import { packCourier } from '../../src/protocol/courier.ts';
import { packRuns } from '../../src/protocol/runs.ts';
import { createCourier } from '../../src/store/courier.ts';
import Carry from '../../src/ui/screens/courier/Carry.tsx';
import { nameOf } from '../../src/ui/screens/courier/handing.ts';
import { primitives, randomBytes } from '../../src/vault/primitives.ts';
import { buttonNamed, draw, fieldNamed, press, settled, until } from '../support/drawn.tsx';
import { anEntry, numbered } from '../support/entries.ts';
import { createFakeFieldbook } from '../support/fakeFieldbook.ts';
import { aContact, aPhone, must } from '../support/phone.ts';
import { say } from '../support/say.ts';

const en = say('en');
const words = (): string => document.body.textContent ?? '';
const says = (key: string, values?: Readonly<Record<string, number>>) => until(() => words().includes(en(key, values)));

const aWorker = async (...notes: readonly string[]) => {
  await draw(null);
  must(await loadWords('en', ['carry']));
  const tab = await (await aPhone()).tab();
  for (const note of notes) must(await tab.notebook.write(aContact(tab, note)));
  const courier = createCourier(tab.db, () => '2026-03-02T09:00:00-06:00');
  const asked: string[] = [];
  const fieldbook = {
    ...createFakeFieldbook(),
    courier: async () => courier,
    exchangeNow: async () => {
      asked.push('exchange');
    },
  };
  return { tab, courier, asked, shows: (step?: string) => draw(<Carry {...(step ? { step } : {})} />, fieldbook) };
};

/** The person chooses a file in the picker. */
const chooses = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  const input = fieldNamed(en('carry:choose.label'));
  Object.defineProperty(input, 'files', { value: [new File([bytes], 'IMG_2034.jpg')], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
};

const fromAStranger = (org: Uint8Array<ArrayBuffer>) => {
  const batch = { runs: packRuns([numbered(anEntry({ org, device: randomBytes(16) }))]), proofs: [] };
  return packCourier(primitives, { org, holds: 'entries', parts: [encodeCarried(batch)] });
};

describe('what can be handed on', () => {
  test('is counted, with the promise that it stays; where nothing waits, there is nothing to make', async () => {
    const { shows } = await aWorker('one');
    await shows();
    await says('field:sent.waiting_other', { count: 2 });
    expect(words()).toContain(en('carry:stays'));
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/carry/file', '/carry/codes', '/carry/take', '/carry/look']),
    );
    await (await aWorker()).shows();
    await says('field:sent.none.on-this-phone');
    expect(words()).not.toContain(en('carry:make'));
  });

  test('as a file says how much is in it and how large it is, and saves it', async () => {
    const { shows } = await aWorker('one', 'two');
    await shows('file');
    await says('carry:holds_other', { count: 3 });
    expect(words()).toContain('notes-2026-11-20.txt');
    expect(words()).toContain(en('carry:stays'));
    expect(buttonNamed(en('carry:save'))).toBeTruthy();
    expect([nameOf('2026-11-20', 0, 1), nameOf('2026-11-20', 1, 2)]).toEqual(['notes-2026-11-20.txt', 'notes-2026-11-20-2.txt']);
  });

  test('as codes begins only when asked, and ends when asked', async () => {
    const { shows } = await aWorker('one');
    await shows('codes');
    await says('carry:before');
    expect(document.querySelector('canvas')).toBe(null);
    await press(buttonNamed(en('carry:start')));
    await until(() => document.querySelector('canvas') !== null && /at least [1-9]/.test(words()));
    expect(document.querySelector('canvas')?.getAttribute('aria-label')).toBe(en('carry:picture'));
    await press(buttonNamed(en('field:listen.stop')));
    expect(document.querySelector('canvas')).toBe(null);
  });
});

describe('a file that was given', () => {
  test('says what it held, what was new and what comes next, and asks for a connection at once', async () => {
    const { tab, asked, shows } = await aWorker();
    await shows('take');
    await says('carry:choose.label');
    const file = await fromAStranger(tab.vault.contents().org);
    await chooses(file);
    await says('carry:holds_one', { count: 1 });
    expect(words()).toContain(en('carry:fresh_one', { count: 1 }));
    expect(words()).toContain(en('carry:next.office'));
    expect(asked).toEqual(['exchange']);
    await chooses(file);
    await says('carry:same');
  });

  test.each([
    ['a photo', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'not-ours'],
    ['nothing', () => new Uint8Array(), 'empty'],
    ['another organisation’s', () => fromAStranger(randomBytes(16)), 'other-organisation'],
    ['cut short', async () => (await fromAStranger(randomBytes(16))).slice(0, 60), 'cut-short'],
  ] as const)('that is %s says so in plain words', async (_, make, type) => {
    const { asked, shows } = await aWorker();
    await shows('take');
    await says('carry:choose.label');
    await chooses(await make());
    await says(`carry:problem.${type}`);
    expect(document.querySelector('[role=alert]')?.textContent).toContain(en(`carry:problem.${type}`));
    expect(asked).toEqual([]);
  });
});

test('where there is no camera, a file can be taken instead', async () => {
  const { shows } = await aWorker();
  await shows('look');
  await says('carry:noCamera');
});
