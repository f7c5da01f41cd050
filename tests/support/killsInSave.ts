/** The browser is killed while somebody saves one contact after another. */
import { dropProfile, newProfile } from './browser.ts';
import { found, isOpen, officePassphrase } from './gate.ts';
import { type KilledPhone, type KillRun, type Kills, killedPhone, missingOf, pause } from './killedPhone.ts';
import { startServer } from './process.ts';
import { type SavingHand, saveOn } from './savingHand.ts';

/** One word, so that searching for a round finds its notes and no others. */
const roundWord = (round: number): string => `round${round}note`;

/** A moment that a hand could choose: sometime in the saves after the first, or after ten seconds of a slow machine. */
const untilSomeMoment = async ({ saved, done }: SavingHand): Promise<void> => {
  const until = Date.now() + 10_000;
  while (saved.length === 0 && Date.now() < until) await Promise.race([pause(10), done]);
  await pause(Math.random() * 400);
};

const saveUntilKilled = async (held: KilledPhone, round: number): Promise<readonly string[]> => {
  const hand = await saveOn(held.page(), roundWord(round));
  await held.explained(`saving in round ${round}`, () => untilSomeMoment(hand));
  await held.kill();
  return hand.saved;
};

export const killsInSave = async ({ rounds, tell }: KillRun): Promise<Kills> => {
  const server = await startServer();
  const dir = newProfile();
  const held = await killedPhone(dir, () => server.log());
  let saved = 0;
  const missing: string[] = [];
  try {
    await found(held.page(), server.origin, 'Lantern House (invented)', 'Mina');
    await held.page().evaluate(async () => void (await navigator.serviceWorker.ready));
    for (let round = 0; round < rounds; round += 1) {
      await isOpen(held.page());
      const said = await saveUntilKilled(held, round);
      await held.open(server.origin);
      await held.unlock(officePassphrase);
      missing.push(...(await held.explained(`looking after round ${round}`, () => missingOf(held.page(), roundWord(round), said))));
      saved += said.length;
      tell?.(round);
    }
    return { rounds, saved, found: saved - missing.length, missing };
  } finally {
    await held.close();
    await server.dispose();
    dropProfile(dir);
  }
};
