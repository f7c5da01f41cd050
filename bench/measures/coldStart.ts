import { type AppStand, throttle, type Watch } from '../appStand.ts';
import { type Measure, type Row, within } from '../measure.ts';
import { median, told } from '../stats.ts';

interface Start {
  readonly lock: number;
  readonly live: number;
}

const coldLock = async ({ send, goTo, seen }: Watch, origin: string): Promise<Start> => {
  await throttle(send, 6);
  await goTo(origin);
  return { lock: await seen('lock'), live: await seen('live') };
};

/** In the language the stand was left in. */
export const coldStartRows = async (stand: AppStand, rounds: number, language = ''): Promise<Row[]> => {
  const starts = await stand.withoutServer(async () => {
    const taken: Start[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await stand.watch((watch) => coldLock(watch, stand.endpoint.origin)));
    return taken;
  });
  const locks = starts.map(({ lock }) => lock);
  return [
    {
      measure: `Cold start offline to a usable lock screen, 6× slowed CPU${language}`,
      ours: told(locks, 'ms'),
      figure: '≤ 1,000 ms',
      verdict: within(median(locks), 1000),
      note: 'New browser on the same profile, in which the app was opened twice before; server process stopped; from the navigation to the passphrase field and one frame. The lock is drawn as it was kept: what is typed into it, and sent off, the app goes on with.',
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
