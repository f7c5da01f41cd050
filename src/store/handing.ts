/** Keys for those who came later: everybody's to phones, all of them to a supervisor's device. Any unlock and any change goes on with it. */

import type { Id } from '../domain/id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { fromHex } from '../protocol/bytes.ts';
import type { Roster } from '../protocol/roster.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { Chain } from './chain.ts';
import type { SaveFailure } from './notebook.ts';
import type { Opener } from './opening.ts';

export interface HandingDeps {
  readonly vault: OpenVault;
  readonly roster: () => Roster;
  readonly chain: Chain;
  readonly opener: Opener;
}

export const createHanding = ({ vault, roster, chain, opener }: HandingDeps) => {
  const handKeysTo = async (to: Id): Promise<Result<void, SaveFailure>> => {
    const { ring, orgKey } = vault.contents();
    const reader = roster().devices.get(to);
    if (!reader) return failed({ type: 'storage-failed' });
    const seal = ring.map(({ id, key, device: maker, day }) => ({ id, key, device: maker, day }));
    const handed = await chain.grant([reader.keys.seal], { seal, ...(orgKey ? { org: orgKey.pkcs8 } : {}) }, fromHex(to));
    if (handed.ok) opener.handedTo(to);
    return handed.ok ? ok(undefined) : handed;
  };

  /** What cannot be kept now is tried again with the next change, or by the next supervisor's device. */
  const handWhatIsMissing = async (): Promise<void> => {
    if (!vault.isOpen() || vault.contents().role !== 'supervisor') return;
    const handings = await opener.notHanded();
    if (handings.length > 0) await chain.hand(handings);
    // Whom this person let in, however the app was closed in the middle of it.
    for (const newcomer of opener.newcomers()) await handKeysTo(newcomer);
  };

  return { handKeysTo, handWhatIsMissing };
};
