/** The screens for when it does not go well: no connection, no room, a loss; looked at as all others are (tests/support/lookedWalk.ts). */
import { beforeAll, expect, test } from 'vitest';
import { found, invite, isOpen, join, letIn } from '../support/gate.ts';
import { lookedLanguages } from '../support/languageLook.ts';
import { type LookedWalk, lookedWalk } from '../support/lookedWalk.ts';
import { otherTour } from '../support/tour.ts';

let walk: LookedWalk;

beforeAll(async () => {
  walk = await lookedWalk(async ({ desk, hand, server }, visit) => {
    await found(desk, server.origin, 'Lantern House (invented)', 'Mina');
    await letIn(desk, await join(hand, await invite(desk), 'Joon'));
    await isOpen(hand);
    await otherTour(desk, hand, visit);
  });
}, 900_000);

test('axe finds nothing on any screen, and no line is wider than the phone', () => {
  expect(walk.barriers).toEqual([]);
  expect(walk.stopsWithAxe).toBeGreaterThan(30);
});

test('no screen has English left over, or text that cannot be read', () => {
  expect(walk.unread).toEqual([]);
  expect([...walk.timesLooked.keys()].sort()).toEqual([...lookedLanguages].sort());
  expect(Math.min(...walk.timesLooked.values())).toBeGreaterThan(1);
});
