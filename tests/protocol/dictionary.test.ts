/** The dictionary is part of suite 1: one byte changed, and no body sealed before it opens right again. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { packBody, unpackBody } from '../../src/protocol/body.ts';
import { dictionary } from '../../src/protocol/dictionary.ts';

const frozen = '6a635c67c98b0d2a0f27a004ecf5248096ec74fabd5cd667fbf9f93dbbc02a83';

test('dictionary 1 is what it was when the first body was sealed with it', () => {
  expect(createHash('sha256').update(dictionary).digest('hex')).toBe(frozen);
});

test('all of it is within the reach of deflate', () => {
  expect(dictionary.length).toBeLessThan(32 << 10);
});

test('a contact that says only codes takes less room than its own ids and instants would as text', () => {
  const id = (digit: string) => digit.repeat(32);
  const body = {
    kind: 'contact',
    record: id('a'),
    writtenAt: '2026-03-02T21:14:07-06:00',
    by: { person: id('b'), name: 'Joon' },
    after: [],
    says: {
      person: id('c'),
      day: '2026-03-02',
      channel: 'met',
      people: 1,
      placeType: 'laundry',
      area: 'ca-14',
      language: 'vi',
      privacy: 'alone',
      ageGroup: 'adult',
      followUp: 'later',
    },
  };
  const packed = packBody(body);
  expect(packed.length).toBeLessThanOrEqual(128);
  expect(unpackBody(packed)).toEqual({ ok: true, value: body });
});
