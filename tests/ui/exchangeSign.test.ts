/** The sign at the top tells the truth: what was tried and found, never what the browser believes. */
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { startWords } from '../../src/i18n/start.ts';
import type { ExchangeState } from '../../src/ui/fieldbook.ts';
import { exchangeWords } from '../../src/ui/shell/ExchangeSign.tsx';

beforeAll(startWords);

const rest: ExchangeState = { busy: false, waiting: 0, reached: true, lastReachedAt: null, failure: null, progress: null };

test.each<[string, Partial<ExchangeState>, string]>([
  ['before the first try', { reached: null }, 'Not tried yet'],
  ['when all has arrived', {}, 'All at the office'],
  ['when something waits', { waiting: 3 }, '3 waiting'],
  ['when something waits and nothing was tried', { waiting: 1, reached: null }, '1 waiting'],
  ['when nothing waits and nobody answered', { reached: false, failure: { type: 'no-connection' } }, 'No connection'],
  ['in a café that wants a sign-in', { reached: false, failure: { type: 'not-our-server' } }, 'Not our server'],
  ['on a line that is too slow', { reached: false, failure: { type: 'too-slow' } }, 'Connection too slow'],
  ['when a proxy has no office behind it', { failure: { type: 'busy', waitSeconds: null } }, 'The office is busy'],
  ['while many travel', { busy: true, waiting: 500, progress: { done: 120, of: 500 } }, '120 of 500'],
  ['when this phone is full', { failure: { type: 'storage-full' } }, 'This phone could not keep it'],
])('%s', (_, state, words) => {
  expect(exchangeWords({ ...rest, ...state }, i18next.getFixedT('en', 'app')).words).toBe(words);
});
