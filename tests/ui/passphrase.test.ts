import { expect, test } from 'vitest';
import { flawOf, sameWords } from '../../src/ui/passphrase.ts';

test.each([
  ['a short one', 'fourteen chars', 'too-short'],
  ['spaces do not make it longer', 'word            ', 'too-short'],
  ['the same letters over and over', 'aaaaaaaaaaaaaaaaaaaa', 'repeats'],
  ['what is guessed first', 'password12345678password', 'tried-first'],
  ['the same with signs between', 'Pass word-1234 5678!', 'tried-first'],
  ['what is guessed first in Korean', '비밀번호비밀번호사랑해요대한민국1', 'tried-first'],
  ['one’s own and the organisation’s name', 'Mina Park Lakeside Outreach', 'names'],
])('%s is not good enough', (_, passphrase, flaw) => {
  expect(flawOf(passphrase, { organisation: 'Lakeside Outreach', name: 'Mina Park' })).toBe(flaw);
});

test.each(['harbor lantern quiet meadow', '우산 두 개와 젖은 자전거 한 대', 'ba con mèo ngủ trên mái nhà'])(
  '%s is good enough',
  (passphrase) => {
    expect(flawOf(passphrase, { organisation: 'Lakeside Outreach', name: 'Mina Park' })).toBeNull();
  },
);

test('typed back, the spaces do not matter, every letter does', () => {
  expect(sameWords('harbor lantern', ' harbor  lantern ')).toBe(true);
  expect(sameWords('harbor lantern', 'harbor Lantern')).toBe(false);
});
