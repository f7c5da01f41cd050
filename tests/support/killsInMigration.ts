/** The browser is killed while a new version of the app gives an older database its shape. */
import type { Page } from 'playwright-core';
import { dropProfile, newProfile } from './browser.ts';
import { found, officePassphrase } from './gate.ts';
import { addressesOf, copyProfile, type KillRun, type Kills, killedPhones, missingOf, pause } from './killedPhone.ts';
import { makeOlder, type OlderShape, olderShapes } from './olderDatabase.ts';
import { type ServerProcess, startServer } from './process.ts';
import { saveOn } from './savingHand.ts';

const notes = 12;
const word = 'beforethenewversion';

/** Phones with notes on them; gives the notes' names. */
const written = async (server: ServerProcess, dir: string, addresses: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const held = await killedPhones(dir, () => server.log());
  try {
    await held.open(addresses);
    const said: (readonly string[])[] = [];
    for (const [at, page] of held.pages().entries()) {
      await found(page, addresses[at] ?? '', 'Lantern House (invented)', 'Mina');
      const hand = await saveOn(page, word, notes);
      await held.explained('saving before the new version', () => hand.done);
      said.push(hand.saved);
    }
    return said;
  } finally {
    await held.close();
  }
};

/** The same phones as an older version of the app would have left them. */
const leftByOlder = async (addresses: readonly string[], from: string, shape: OlderShape): Promise<string> => {
  const dir = copyProfile(from);
  const held = await killedPhones(dir, () => '');
  await held.open(addresses.map((address) => `${address}/licenses.txt`));
  for (const page of held.pages()) {
    await page.waitForLoadState();
    await held.explained(`making a database of version ${shape.version}`, () => makeOlder(page, shape));
  }
  await held.close();
  return dir;
};

/** `begun` resolves when the upgrade has begun. */
const watchUpgrade = async (page: Page): Promise<{ readonly begun: Promise<void> }> => {
  let tell = () => {};
  const begun = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('upgradeBegun', () => tell());
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      request.addEventListener('upgradeneeded', () => Reflect.get(globalThis, 'upgradeBegun')());
      return request;
    };
  });
  return { begun };
};

/** Half of the rounds are aimed at the first upgrade itself, half at some moment around it. */
const killedOnce = async (
  server: ServerProcess,
  addresses: readonly string[],
  { from, said, aimed }: { readonly from: string; readonly said: readonly (readonly string[])[]; readonly aimed: boolean },
): Promise<string[]> => {
  const dir = copyProfile(from);
  const held = await killedPhones(dir, () => server.log());
  try {
    const { begun } = await watchUpgrade(held.page());
    await held.open(addresses);
    if (aimed) await Promise.race([begun, pause(5000)]);
    await pause(Math.random() * (aimed ? 25 : 700));
    await held.kill();
    await held.open(addresses);
    await held.unlock(officePassphrase);
    const look = () => Promise.all(held.pages().map((page, at) => missingOf(page, word, said[at] ?? [])));
    return (await held.explained('looking after the new version', look)).flat();
  } finally {
    await held.close();
    dropProfile(dir);
  }
};

export const killsInMigration = async ({ rounds, phones = 1, tell }: KillRun): Promise<Kills> => {
  const server = await startServer({ env: { FOUNDING: 'open' } });
  const addresses = addressesOf(server.origin, phones);
  const dirs = [newProfile()];
  const missing: string[] = [];
  let killed = 0;
  try {
    const said = await written(server, dirs[0] as string, addresses);
    const older: string[] = [];
    for (const shape of olderShapes()) older.push(await leftByOlder(addresses, dirs[0] as string, shape));
    dirs.push(...older);
    for (let kill = 0; killed < rounds; kill += 1) {
      const from = older[kill % older.length] as string;
      missing.push(...(await killedOnce(server, addresses, { from, said, aimed: kill % 4 < 2 })));
      killed += phones;
      tell?.(killed);
    }
    const saved = killed * notes;
    return { rounds: killed, saved, found: saved - missing.length, missing };
  } finally {
    await server.dispose();
    for (const dir of dirs) dropProfile(dir);
  }
};
