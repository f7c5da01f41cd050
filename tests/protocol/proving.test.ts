/** Whose word a batch is: a device vouches for its own chain, and for nobody else's. */
import { expect, test } from 'vitest';
import { type Bytes, toHex } from '../../src/protocol/bytes.ts';
import { proofsFor } from '../../src/protocol/proving.ts';
import { packRuns, unpackRuns } from '../../src/protocol/runs.ts';
import { firstPrevious, headStatement } from '../../src/protocol/sealedEntry.ts';
import { signingKeyFrom, signWith } from '../../src/vault/keys.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { anEntry, numbered } from '../support/entries.ts';
import { aMember, type Member } from '../support/keys.ts';

const judge = async (known: readonly Member[], chain: readonly Member[], signer: Member) => {
  let previous: Bytes = firstPrevious;
  const row = chain.map(({ device }, at) => {
    const one = numbered(anEntry({ device, sequence: at + 1, previous }));
    previous = one.id;
    return one;
  });
  const unpacked = await unpackRuns(primitives, packRuns(row), 500);
  const last = row[row.length - 1];
  if (!unpacked.ok || !last) throw new Error('no entries');
  const signature = await signWith(await signingKeyFrom(signer.sign.pkcs8), headStatement({ ...last.entry.header, id: last.id }));
  const keys = new Map(known.map(({ device, keys: { sign } }) => [toHex(device), sign]));
  return proofsFor({
    entries: unpacked.value,
    proofs: [[row.length - 1, signature]],
    verify: primitives.verify,
    keyOf: (device) => keys.get(toHex(device)),
  });
};

test('one signature at the end vouches for the whole chain of its device', async () => {
  const one = await aMember();
  expect(await judge([one], [one, one, one], one)).toEqual(['proven', 'proven', 'proven']);
});

test('a signature by another device vouches for nothing', async () => {
  const [one, other] = [await aMember(), await aMember()];
  expect(await judge([one, other], [one, one], other)).toEqual(['unproven', 'unproven']);
});

test('an own entry that links to one in somebody else’s name proves only itself', async () => {
  const [one, other] = [await aMember(), await aMember()];
  expect(await judge([one, other], [one, other], other)).toEqual(['unproven', 'proven']);
});

test('of a device that is not known here nothing can be told', async () => {
  const one = await aMember();
  expect(await judge([], [one, one], one)).toEqual(['unknown', 'unknown']);
});
