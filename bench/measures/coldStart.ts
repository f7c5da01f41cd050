import type { AppStand } from '../appStand.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, told } from '../stats.ts';
import { throttle, type Watch } from '../watching.ts';

interface Start {
  readonly lock: number;
  readonly live: number;
  readonly bare: number;
}

const coldLock = async ({ send, goTo, seen }: Watch, origin: string): Promise<Omit<Start, 'bare'>> => {
  await throttle(send, 6);
  await goTo(origin);
  return { lock: await seen('lock'), live: await seen('live') };
};

/** In the language the stand was left in. */
export const coldStartRows = async (stand: AppStand, rounds: number, language = ''): Promise<Row[]> => {
  const starts = await stand.withoutServer(async () => {
    const taken: Start[] = [];
    for (let round = 0; round < rounds; round += 1)
      taken.push({ ...(await stand.watch((watch) => coldLock(watch, stand.endpoint.origin))), bare: await stand.bare.open(6) });
    return taken;
  });
  const [locks, bare] = [starts.map((start) => start.lock), starts.map((start) => start.bare)];
  return [
    {
      measure: `Cold start offline to a usable lock screen, 6× slowed CPU${language}`,
      ours: told(locks, 'ms'),
      floor: told(bare, 'ms'),
      ratio: median(locks) / median(bare),
      figure: '≤ 1,000 ms',
      verdict: within(median(locks), 1000),
      note: 'New browser on the same profile, in which the app was opened twice before; server process stopped; from the navigation to the passphrase field and one frame. The lock is drawn as it was kept: what is typed into it, and sent off, the app goes on with. Floor: a page with one field and nothing else, kept by a worker of its own, opened in turn.',
    },
    {
      measure: `The same until the app stands behind it${language}`,
      ours: told(
        starts.map(({ live }) => live),
        'ms',
      ),
      figure: '',
      verdict: 'told',
    },
  ];
};

export const coldStart: Measure = {
  name: 'cold-start',
  run: async ({ rounds, app }) => coldStartRows(await app(), rounds),
};
