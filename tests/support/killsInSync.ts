/**
 * The browser is killed while it exchanges with an endpoint that answers late. In the end the office must hold everything that
 * the screen had called saved, each once, and miss nothing.
 */
import { dropProfile, newProfile } from './browser.ts';
import { fieldPassphrase } from './gate.ts';
import { type KillRun, type Kills, killedPhone, pause } from './killedPhone.ts';
import { joinsOffice, missingAt, officeLaptop } from './officeLaptop.ts';
import { startServer } from './process.ts';
import { saveOn } from './savingHand.ts';
import { laySlowLink } from './slowLink.ts';

export const killsInSync = async ({ rounds, tell }: KillRun): Promise<Kills> => {
  const server = await startServer();
  const link = await laySlowLink(server.port);
  const dir = newProfile();
  const held = await killedPhone(dir, () => server.log());
  const saved: string[] = [];
  try {
    const laptop = await officeLaptop(server);
    await joinsOffice(held.page(), laptop, link.origin);
    for (let round = 0; round < rounds; round += 1) {
      link.slow(() => Math.random() * 300);
      const hand = await saveOn(held.page(), `round${round}note`, 3);
      await held.explained(`saving in round ${round}`, () => hand.done);
      // The exchange begins a moment after the last save; from then on any moment is as good as another.
      await pause(Math.random() * 900);
      await held.kill();
      saved.push(...hand.saved);
      await held.open(link.origin);
      await held.unlock(fieldPassphrase);
      tell?.(round);
    }
    link.slow(() => 0);
    const missing = await held.explained('bringing the rest', () => missingAt(laptop, saved));
    return { rounds, saved: saved.length, found: saved.length - missing.length, missing };
  } finally {
    await held.close();
    await link.close();
    await server.dispose();
    dropProfile(dir);
  }
};
