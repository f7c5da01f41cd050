/** The demo's invented organisation, written through the real endpoint: what anybody who opens it will find. */
import { beforeAll, describe, expect, test } from 'vitest';
import { withDemoDoor } from '../../demo/endpoint.ts';
import { quickKdf, slotsInMemory } from '../../demo/headless.ts';
import { everybody, notes, people } from '../../demo/invented.ts';
import { createMinting } from '../../demo/minting.ts';
import { type Devices, origin, writeOrganisation } from '../../demo/organisation.ts';
import { planOf } from '../../demo/plan.ts';
import { stories } from '../../demo/stories.ts';
import type { App } from '../../server/app.ts';
import { enterAsInvented } from '../../src/compose/demoDevice.ts';
import { disagreementsIn } from '../../src/domain/fold.ts';
import { inboxGroups, inboxOf } from '../../src/domain/inbox.ts';
import { noteWarnings } from '../../src/domain/noteWarnings.ts';
import { contactIn, screeningIn } from '../../src/domain/records.ts';
import { reportOf } from '../../src/domain/report.ts';
import { adult } from '../../src/forms/library/adult.ts';
import { openToRead } from '../../src/forms/walk/openAnswers.ts';
import { urgenciesIn } from '../../src/forms/walk/questions.ts';
import { demoDevicePath, encodeDemoDeviceAsk, parseDemoDevicePack } from '../../src/protocol/demoDevice.ts';
import { openDatabase, readState } from '../../src/store/database.ts';
import { createPost } from '../../src/sync/post.ts';
import { makeLoginKey } from '../../src/vault/keys.ts';
import { Secret } from '../../src/vault/secret.ts';
import { unlockVault } from '../../src/vault/vault.ts';
import { aRoad } from '../support/road.ts';

const today = '2026-03-20';
const threeMonths = { from: '2025-12-01', to: today };

let app: App;
let devices: Devices;

beforeAll(async () => {
  app = (await aRoad({ invented: true })).app;
  devices = await writeOrganisation(app, today);
}, 180_000);

const atOffice = () => devices.mina.notebook();
const records = () => ({
  people: atOffice().recordsOf('person'),
  contacts: atOffice().recordsOf('contact'),
  screenings: atOffice().recordsOf('screening'),
});
const figures = (): Record<string, number> =>
  Object.fromEntries(
    reportOf(records(), threeMonths).sections.flatMap(({ totals, cells }) =>
      totals.map(({ figure, cell }) => [figure, cells.get(cell)?.value ?? Number.NaN]),
    ),
  );

describe('the invented organisation', () => {
  test('is about sixty contacts and twenty-five screenings, all of which read', () => {
    expect(atOffice().members()).toHaveLength(4);
    const { contacts, screenings } = records();
    expect([contacts.length, screenings.length]).toEqual([57, 25]);
    expect(contacts.filter((state) => contactIn(state) === null)).toEqual([]);
    expect(screenings.filter((state) => screeningIn(state) === null)).toEqual([]);
    expect([atOffice().unopened(), atOffice().missing()]).toEqual([0, 0]);
  });

  test('gives the figures of question 1 that its stories tell', () => {
    expect(figures()).toMatchObject({
      'api-actual': 2,
      'api-possible': 4,
      'unknown-actual': 0,
      'unknown-possible': 2,
      'not-settled': 0,
      'helped-not': 2,
      'referred-in': 1,
      offered: 25,
      completed: 15,
      stopped: 1,
      declined: 4,
      'not-now': 3,
      'minor-path': 2,
      'information-only': 4,
    });
  });

  test('has disagreements that nobody has settled', () => {
    const disagreeing = [...records().contacts, ...records().screenings, ...atOffice().recordsOf('consent')].flatMap(disagreementsIn);
    expect(disagreeing.sort()).toEqual(['answers.own-papers', 'followUp', 'items.contact-me']);
  });

  test('leaves the office something of every kind to do', () => {
    const inbox = inboxOf({
      ...records(),
      consents: atOffice().recordsOf('consent'),
      today,
      me: atOffice().me.person,
      urgenciesOf: (screening) => urgenciesIn(openToRead(adult, screening), screening.answers ?? {}),
    });
    const counted = inboxGroups.map((group) => [group, inbox.filter((item) => item.group === group).length]);
    expect(Object.fromEntries(counted)).toEqual({ urgent: 2, disagreement: 3, answered: 1, waiting: 2, 'follow-up': 5, new: 6 });
  });

  test('has a phone that has not reached the office yet', () => {
    expect(devices.thuy.notebook().delivery().waiting).toBeGreaterThanOrEqual(6);
    expect(
      devices.thuy.notebook().recordsOf('contact').length -
        atOffice()
          .recordsOf('contact')
          .filter((state) => state.history[0]?.body.by.name === 'Thuy').length,
    ).toBe(3);
  });

  test('is the same each time, but for the dates', () => {
    const gist = (day: string) => planOf(day).map(({ ago: _, ...step }) => step.kind + ('record' in step ? step.record : step.who));
    expect(gist('2026-03-20')).toEqual(gist('2027-01-05'));
  });

  test('says nothing that could lead to a person', () => {
    const said = [
      ...Object.values(notes).flat(),
      ...stories.flatMap(({ decision, again, reply, reviews }) => [
        decision?.reason,
        again?.note,
        reply?.decision.reason,
        ...(reviews ?? []).map(({ says }) => says.comment),
      ]),
    ].filter((text) => text !== undefined);
    expect(said.flatMap((text) => noteWarnings(text))).toEqual([]);
  });
});

const theDemo = () => withDemoDoor(app, createMinting({ devices, kdf: quickKdf, seconds: () => Math.floor(Date.now() / 1000) }));

describe('a browser that opens the demo', () => {
  const aBrowser = (endpoint: App, name: string) => {
    const db = openDatabase(name);
    const file = slotsInMemory();
    const health = {
      fetch: ((url, init) => endpoint(new Request(String(url), init), { address: '127.0.0.1' })) satisfies typeof fetch,
      origin,
    };
    return { db, file, post: createPost(health), health };
  };

  test('becomes a device of the person, with a login key that cannot be taken out', async () => {
    const browser = aBrowser(theDemo(), 'demo-thuy');
    expect(await enterAsInvented(browser, 'thuy')).toMatchObject({ ok: true });
    const device = await readState(browser.db, 'device');
    expect(device?.loginKey.extractable).toBe(false);
    expect(await readState(browser.db, 'invented')).toEqual({ yes: true });
    expect(await browser.db.entries.count()).toBeGreaterThan(50);
    expect(await browser.file.read()).not.toBeNull();
  });

  test('finds nothing where a real organisation is, and keeps nothing', async () => {
    const browser = aBrowser((await aRoad()).app, 'no-demo');
    expect(await enterAsInvented(browser, 'thuy')).toEqual({ ok: false, failure: { type: 'not-invented' } });
    expect([await readState(browser.db, 'device'), await browser.file.read()]).toEqual([null, null]);
  });
});

describe('a device of an invented person', () => {
  const asksFor = async (who: string) => {
    const door = theDemo();
    const { publicKey } = await makeLoginKey();
    const body = encodeDemoDeviceAsk({ who, login: publicKey });
    const request = new Request(`${origin}${demoDevicePath}`, { method: 'POST', body, headers: { 'content-type': 'application/cbor' } });
    return door(request, { address: '127.0.0.1' });
  };
  const packOf = async (response: Response) => {
    const pack = parseDemoDevicePack(new Uint8Array(await response.arrayBuffer()));
    if (!pack.ok) throw new Error('not a pack');
    return pack.value;
  };

  test('twice asked for is two devices, each opened by the printed passphrase', async () => {
    const [one, two] = [await packOf(await asksFor('joon')), await packOf(await asksFor('joon'))];
    expect(one.device).not.toEqual(two.device);
    expect(one.entries.length).toBeGreaterThan(50);
    const file = { erasable: true, read: async () => two.vault, write: async () => undefined, replace: async () => false };
    const opened = await unlockVault({ file, kdf: quickKdf, alone: (work) => work() }, new Secret(people.joon.passphrase));
    if (!opened.ok) throw new Error('the printed passphrase does not open it');
    expect(opened.value.contents()).toMatchObject({ name: 'Joon', role: 'worker', device: two.device });
    expect(
      atOffice()
        .members()
        .find(({ name }) => name === 'Joon')?.devices,
    ).toHaveLength(3);
  });

  test('is there for everybody in the story and for nobody else', async () => {
    for (const who of everybody) expect((await asksFor(who)).status).toBe(200);
    expect((await asksFor('stranger')).status).toBe(404);
  });

  test('brings what the earlier phone had not sent to the office', () => {
    expect(atOffice().recordsOf('contact')).toHaveLength(60);
  });
});
