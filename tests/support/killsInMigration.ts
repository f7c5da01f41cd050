/** The browser is killed while a new version of the app gives an older database its shape. */
import { cpSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { dropProfile, newProfile } from './browser.ts';
import { found, officePassphrase } from './gate.ts';
import { type KillRun, type Kills, killedPhone, missingOf, pause } from './killedPhone.ts';
import { makeOlder, type OlderShape, olderShapes } from './olderDatabase.ts';
import { type ServerProcess, startServer } from './process.ts';
import { saveOn } from './savingHand.ts';

const notes = 12;
const word = 'beforethenewversion';

const copyProfile = (from: string): string => {
  const to = newProfile();
  // The lock and the socket belong to the browser that made them.
  cpSync(from, to, { recursive: true, filter: (path) => !/\/Singleton\w+$/.test(path) });
  return to;
};

/** A phone with notes on it; gives their names. */
const written = async (server: ServerProcess, dir: string): Promise<readonly string[]> => {
  const held = await killedPhone(dir, () => server.log());
  try {
    await found(held.page(), server.origin, 'Lantern House (invented)', 'Mina');
    const hand = await saveOn(held.page(), word, notes);
    await held.explained('saving before the new version', () => hand.done);
    return hand.saved;
  } finally {
    await held.close();
  }
};

/** The same phone as an older version of the app would have left it. */
const leftByOlder = async (origin: string, from: string, shape: OlderShape): Promise<string> => {
  const dir = copyProfile(from);
  const held = await killedPhone(dir, () => '');
  await held.page().goto(`${origin}/licenses.txt`);
  await held.explained(`making a database of version ${shape.version}`, () => makeOlder(held.page(), shape));
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

/** Half of the rounds are aimed at the upgrade itself, half at some moment around it. */
const killedOnce = async (server: ServerProcess, from: string, said: readonly string[], aimed: boolean): Promise<string[]> => {
  const dir = copyProfile(from);
  const held = await killedPhone(dir, () => server.log());
  try {
    const { begun } = await watchUpgrade(held.page());
    await held.open(server.origin);
    if (aimed) await Promise.race([begun, pause(5000)]);
    await pause(Math.random() * (aimed ? 25 : 700));
    await held.kill();
    await held.open(server.origin);
    await held.unlock(officePassphrase);
    return await held.explained('looking after the new version', () => missingOf(held.page(), word, said));
  } finally {
    await held.close();
    dropProfile(dir);
  }
};

export const killsInMigration = async ({ rounds, tell }: KillRun): Promise<Kills> => {
  const server = await startServer();
  const dirs = [newProfile()];
  const missing: string[] = [];
  try {
    const said = await written(server, dirs[0] as string);
    const older: string[] = [];
    for (const shape of olderShapes()) older.push(await leftByOlder(server.origin, dirs[0] as string, shape));
    dirs.push(...older);
    for (let round = 0; round < rounds; round += 1) {
      missing.push(...(await killedOnce(server, older[round % older.length] as string, said, round % 4 < 2)));
      tell?.(round);
    }
    const saved = rounds * said.length;
    return { rounds, saved, found: saved - missing.length, missing };
  } finally {
    await server.dispose();
    for (const dir of dirs) dropProfile(dir);
  }
};
