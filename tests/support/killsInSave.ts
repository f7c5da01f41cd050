/** The browser is killed while somebody saves one contact after another. */
import { dropProfile, newProfile } from './browser.ts';
import { found, isOpen, officePassphrase } from './gate.ts';
import { addressesOf, copyProfile, type KilledPhones, type KillRun, type Kills, killedPhones, missingOf, pause } from './killedPhone.ts';
import { startServer } from './process.ts';
import { type SavingHand, saveOn } from './savingHand.ts';

/** Kills until it begins anew with an empty notebook: one that grows takes longer to open each time. */
const killsPerProfile = 25;

/** One word, so that searching for a round finds its notes and no others. */
const roundWord = (round: number): string => `round${round}note`;

/** A moment that a hand could choose: sometime in the saves after everybody's first, or after ten seconds of a slow machine. */
const untilSomeMoment = async (hands: readonly SavingHand[]): Promise<void> => {
  const until = Date.now() + 10_000;
  const ended = Promise.race(hands.map(({ done }) => done));
  while (hands.some(({ saved }) => saved.length === 0) && Date.now() < until) await Promise.race([pause(10), ended]);
  await pause(Math.random() * 400);
};

/** What each of them had been told was saved. */
const saveUntilKilled = async (held: KilledPhones, round: number): Promise<(readonly string[])[]> => {
  const hands = await Promise.all(held.pages().map((page) => saveOn(page, roundWord(round))));
  await held.explained(`saving in round ${round}`, () => untilSomeMoment(hands));
  await held.kill();
  return hands.map(({ saved }) => saved);
};

/** A browser in which somebody has founded at each address, closed again. */
const prepared = async (addresses: readonly string[], log: () => string): Promise<string> => {
  const dir = newProfile();
  const held = await killedPhones(dir, log);
  try {
    await held.open(addresses);
    for (const [at, page] of held.pages().entries()) {
      await found(page, addresses[at] ?? '', 'Lantern House (invented)', 'Mina');
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    }
    return dir;
  } finally {
    await held.close();
  }
};

export const killsInSave = async ({ rounds, phones = 1, tell }: KillRun): Promise<Kills> => {
  const server = await startServer({ env: { FOUNDING: 'open' } });
  const addresses = addressesOf(server.origin, phones);
  const missing: string[] = [];
  let saved = 0;
  let killed = 0;
  const killAgainAndAgain = async (dir: string): Promise<void> => {
    const held = await killedPhones(dir, () => server.log());
    try {
      await held.open(addresses);
      await held.unlock(officePassphrase);
      for (let kills = 0; kills < killsPerProfile && killed < rounds; kills += 1) {
        await Promise.all(held.pages().map(isOpen));
        const said = await saveUntilKilled(held, killed);
        await held.open(addresses);
        await held.unlock(officePassphrase);
        const look = () => Promise.all(held.pages().map((page, at) => missingOf(page, roundWord(killed), said[at] ?? [])));
        missing.push(...(await held.explained(`looking after round ${killed}`, look)).flat());
        saved += said.flat().length;
        killed += phones;
        tell?.(killed);
      }
    } finally {
      await held.close();
      dropProfile(dir);
    }
  };
  let template: string | undefined;
  try {
    template = await prepared(addresses, () => server.log());
    while (killed < rounds) await killAgainAndAgain(copyProfile(template));
    return { rounds: killed, saved, found: saved - missing.length, missing };
  } finally {
    await server.dispose();
    if (template) dropProfile(template);
  }
};
