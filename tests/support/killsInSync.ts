/**
 * The browser is killed while it exchanges with an endpoint that answers late. In the end the office must hold everything that
 * the screen had called saved, each once, and miss nothing.
 */
import { dropProfile, newProfile } from './browser.ts';
import { fieldPassphrase } from './gate.ts';
import { addressesOf, type KillRun, type Kills, killedPhones, pause } from './killedPhone.ts';
import { joinsOffice, missingAt, officeLaptop } from './officeLaptop.ts';
import { startServer } from './process.ts';
import { saveOn } from './savingHand.ts';
import { laySlowLink } from './slowLink.ts';

export const killsInSync = async ({ rounds, phones = 1, tell }: KillRun): Promise<Kills> => {
  const server = await startServer();
  const link = await laySlowLink(server.port);
  const addresses = addressesOf(link.origin, phones);
  const dir = newProfile();
  const held = await killedPhones(dir, () => server.log());
  const saved: string[] = [];
  let killed = 0;
  try {
    const laptop = await officeLaptop(server);
    await held.open(addresses);
    for (const [at, page] of held.pages().entries()) await joinsOffice(page, laptop, addresses[at] ?? '');
    while (killed < rounds) {
      link.slow(() => Math.random() * 300);
      const hands = await Promise.all(held.pages().map((page, at) => saveOn(page, `round${killed + at}note`, 3)));
      await held.explained(`saving in round ${killed}`, () => Promise.all(hands.map(({ done }) => done)));
      // The exchange begins a moment after the last save; from then on any moment is as good as another.
      await pause(Math.random() * 900);
      await held.kill();
      saved.push(...hands.flatMap((hand) => hand.saved));
      await held.open(addresses);
      await held.unlock(fieldPassphrase);
      killed += phones;
      tell?.(killed);
    }
    link.slow(() => 0);
    const missing = await held.explained('bringing the rest', () => missingAt(laptop, saved));
    return { rounds: killed, saved: saved.length, found: saved.length - missing.length, missing };
  } finally {
    await held.close();
    await link.close();
    await server.dispose();
    dropProfile(dir);
  }
};
