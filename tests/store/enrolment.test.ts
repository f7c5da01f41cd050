/** A device comes to belong wholly or not at all: one that is named in the database has a vault to unlock. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { parseJoinRequest } from '../../src/protocol/joining.ts';
import { readState } from '../../src/store/database.ts';
import { askToJoin, foundOrganisation, joinRequestOf, readInvitationCard } from '../../src/store/enrolment.ts';
import { invitationKeys } from '../../src/vault/invitation.ts';
import { randomBytes } from '../../src/vault/primitives.ts';
import { Secret } from '../../src/vault/secret.ts';
import { unlockVault, vaultExists } from '../../src/vault/vault.ts';
import { fillingDatabase, must } from '../support/phone.ts';
import { memoryMedium, quickKdf, vaultOver } from '../support/vaults.ts';

const said = { organisation: 'Lantern House (invented)', name: 'Mina', passphrase: new Secret('four quiet words here') };
const place = (kdf = quickKdf) => {
  const { db, fillUpAfter } = fillingDatabase(`enrolment-${toHex(randomBytes(8))}`);
  const medium = memoryMedium();
  return { db, fillUpAfter, medium, deps: { db, vault: vaultOver(medium, kdf), seconds: () => 1_772_000_000 } };
};

describe('founding', () => {
  test('leaves a device, a vault and a link that is still to be told', async () => {
    const { db, deps } = place();
    const { link } = must(await foundOrganisation(deps, said));
    expect(await readState(db, 'founding')).toEqual({ link });
    const device = await readState(db, 'device');
    const vault = must(await unlockVault(deps.vault, said.passphrase));
    expect(toHex(vault.contents().device)).toBe(device?.device);
    await expect(crypto.subtle.exportKey('pkcs8', device?.loginKey as CryptoKey)).rejects.toThrow();
  });

  test('that dies while the key is derived, or the vault or database is written, leaves no device that cannot be unlocked', async () => {
    const dying: readonly ((at: ReturnType<typeof place>) => void)[] = [
      ({ medium }) =>
        medium.beforeNextWrite(() => {
          throw new Error('the battery is empty');
        }),
      ...Array.from(
        { length: 5 },
        (_, write) =>
          ({ fillUpAfter }: ReturnType<typeof place>) =>
            fillUpAfter(write),
      ),
    ];
    for (const dies of dying) {
      const there = place();
      dies(there);
      expect((await foundOrganisation(there.deps, said)).ok).toBe(false);
      expect(await readState(there.db, 'device')).toBeNull();
      there.fillUpAfter(null);
      must(await foundOrganisation(there.deps, said));
      expect((await unlockVault(there.deps.vault, said.passphrase)).ok).toBe(true);
    }
    const slow = place(() => Promise.reject(new Error('killed in the middle of Argon2id')));
    expect((await foundOrganisation(slow.deps, said)).ok).toBe(false);
    expect([await readState(slow.db, 'device'), await vaultExists(slow.deps.vault)]).toEqual([null, false]);
  });
});

describe('joining', () => {
  const invitation = async () => {
    const founder = place();
    const { vault, link } = must(await foundOrganisation(founder.deps, said));
    const secret = randomBytes(32);
    const keys = await invitationKeys(secret);
    const card = await keys.sealCard(encodeCbor({ organisation: 'Lantern House (invented)', inviter: 'Mina', role: 'worker' }));
    return { secret, keys, card, links: [link], root: toHex(vault.contents().root) };
  };

  test('reads the card only with the secret, and only under the root of the invitation', async () => {
    const [mine, other] = [await invitation(), await invitation()];
    const answer = { card: mine.card, roster: mine.links };
    const opened = must(await readInvitationCard(mine, answer));
    expect(opened.card).toEqual({ organisation: 'Lantern House (invented)', inviter: 'Mina', role: 'worker' });
    const refused = { ok: false, failure: { type: 'wrong-root' } };
    expect(await readInvitationCard({ ...mine, root: other.root }, answer)).toEqual(refused);
    expect(await readInvitationCard(mine, { ...answer, roster: other.links })).toEqual(refused);
    expect(await readInvitationCard(mine, { ...answer, roster: [] })).toEqual(refused);
    expect(await readInvitationCard(mine, { ...answer, card: other.card })).toEqual(refused);
    expect(await readInvitationCard({ ...mine, secret: randomBytes(32) }, answer)).toEqual(refused);
  });

  test('asks with keys that fit the vault, and asks the same after a restart', async () => {
    const mine = await invitation();
    const { db, deps } = place();
    const opened = must(await readInvitationCard(mine, { card: mine.card, roster: mine.links }));
    const asked = must(await askToJoin(deps, opened, { name: 'Joon', passphrase: said.passphrase }));
    const request = must(parseJoinRequest(must(await mine.keys.openRequest(asked.request))));
    expect(request).toEqual(asked.joinRequest);
    const vault = must(await unlockVault(deps.vault, said.passphrase));
    const device = await readState(db, 'device');
    expect(joinRequestOf(vault.contents(), device?.loginPublic ?? fromHex(''))).toEqual(request);
    expect(vault.contents().orgKey).toBeNull();
    expect(Buffer.from(asked.request).includes(Buffer.from('Joon'))).toBe(false);
  });

  test('that finds no room leaves nothing behind', async () => {
    const mine = await invitation();
    const opened = must(await readInvitationCard(mine, { card: mine.card, roster: mine.links }));
    const { db, deps, fillUpAfter } = place();
    fillUpAfter(4);
    expect((await askToJoin(deps, opened, { name: 'Joon', passphrase: said.passphrase })).ok).toBe(false);
    expect(await readState(db, 'device')).toBeNull();
    expect(await readState(db, 'joining')).toBeNull();
  });
});
