/** Every screen that is there when all goes well (tests/support/lookedWalk.ts says how each is looked at). `npm run languages` sees all of them in all languages. */
import { beforeAll, expect, test } from 'vitest';
import { lookedLanguages } from '../support/languageLook.ts';
import { type LookedWalk, lookedWalk } from '../support/lookedWalk.ts';
import { usualTour } from '../support/tour.ts';

let walk: LookedWalk;

beforeAll(async () => {
  walk = await lookedWalk(({ desk, hand, server }, visit) => usualTour(desk, hand, server.origin, visit));
}, 900_000);

test('axe finds nothing on any screen, and no line is wider than the phone', () => {
  expect(walk.barriers).toEqual([]);
  expect(walk.stopsWithAxe).toBeGreaterThan(70);
});

test('no screen has English left over, or text that cannot be read', () => {
  expect(walk.unread).toEqual([]);
  expect([...walk.timesLooked.keys()].sort()).toEqual([...lookedLanguages].sort());
  expect(Math.min(...walk.timesLooked.values())).toBeGreaterThan(7);
});
