/** Composition of being let in anew: the same phone and person under a new name, by a new invitation (src/store/renewing.ts). */
import { failed, ok, type Result } from '../domain/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import type { OpenedInvitation } from '../store/enrolment.ts';
import type { SaveFailure } from '../store/notebook.ts';
import {
  forgetRenewal,
  linksLettingIn,
  type RenewFailure as MakingFailure,
  makeRenewal,
  renewalAsked,
  takeUpRenewal,
} from '../store/renewing.ts';
import { loadRoster } from '../store/rosterRows.ts';
import { askAtEndpoint, lookAtEndpoint } from '../sync/enrolling.ts';
import type { NetworkFailure, Post } from '../sync/post.ts';
import type { Invitation, RenewFailure, Renewing } from '../ui/fieldbook.ts';
import { admissionNumbers } from '../vault/invitation.ts';
import type { OpenVault } from '../vault/vault.ts';
import { wordsFor } from '../vault/words.ts';
import { openInvitationBy } from './joining.ts';

export const createRenewing = ({ db, post }: { readonly db: FieldbookDatabase; readonly post: Post }) => {
  let opened: OpenedInvitation | null = null;

  const open = async (link: string): Promise<Result<Invitation, RenewFailure>> => {
    const invitation = await openInvitationBy(post, link);
    if (!invitation.ok) return invitation;
    opened = invitation.value;
    return ok(opened.card);
  };

  /** Makes the keys and asks to be let in with them. A lost answer: the same again. */
  const ask = async (vault: OpenVault): Promise<Result<void, RenewFailure>> => {
    if (!opened) return failed({ type: 'not-an-invitation' });
    const made = await makeRenewal(db, vault, opened);
    if (!made.ok) return failed(asRenewFailure(made.failure));
    const sent = await askAtEndpoint(post, made.value, made.value.request);
    if (!sent.ok && isNoUse(sent.failure)) await forgetRenewal(db);
    return sent;
  };

  /** The four words while somebody must compare them; `null` while nothing was asked for. */
  const words = async (vault: OpenVault): Promise<readonly string[] | null> => {
    const asked = await renewalAsked(db, vault);
    return asked && wordsFor(await admissionNumbers(asked.secret, vault.contents().root, asked.request));
  };

  /** The roster in which the new name stands by now, as the endpoint shows it; `null` while it does not. */
  const look = async (): Promise<readonly Bytes[] | null> => {
    const row = await readState(db, 'renewing');
    if (!row) return null;
    const answer = await lookAtEndpoint(post, row);
    if (!answer.ok) {
      if (isNoUse(answer.failure)) await forgetRenewal(db);
      return null;
    }
    return linksLettingIn(db, await loadRoster(db), answer.value.roster);
  };

  const takeUp = (vault: OpenVault, links: Parameters<typeof takeUpRenewal>[2]): Promise<Result<void, SaveFailure>> =>
    takeUpRenewal(db, vault, links);

  /** At unlock, before anything is drawn: whoever has no connection is not kept waiting for it. */
  const takeUpIfLetIn = async (vault: OpenVault, patience: number): Promise<void> => {
    const links = await Promise.race([look(), new Promise<null>((late) => setTimeout(() => late(null), patience))]);
    if (links) await takeUp(vault, links);
  };

  return { open, ask, words, look, takeUp, takeUpIfLetIn };
};

const asRenewFailure = ({ type }: MakingFailure): RenewFailure =>
  type === 'other-organisation' || type === 'other-role' ? { type } : { type: 'storage-failed' };

/** What the screens are handed, over an open vault. `takenUp`: the database and the vault go by the new name from now on. */
export const renewingWith = (
  renewing: ReturnType<typeof createRenewing>,
  vault: OpenVault,
  { before, takenUp }: { readonly before: () => Promise<void>; readonly takenUp: () => Promise<void> },
): Renewing => ({
  open: renewing.open,
  ask: () => renewing.ask(vault),
  words: () => renewing.words(vault),
  look: async () => {
    const links = await renewing.look();
    if (!links || !vault.isOpen()) return false;
    // What came for the old name, and what is being typed, come first.
    await before();
    const taken = vault.isOpen() && (await renewing.takeUp(vault, links)).ok;
    if (taken) await takenUp();
    return taken;
  },
});

/** It will never be let in by this invitation. Other refusals pass, and the request may have come through before them. */
const isNoUse = (failure: NetworkFailure): boolean => failure.type === 'refused' && over.has(failure.code);
const over: ReadonlySet<string> = new Set(['invitation-used', 'invitation-expired', 'invitation-closed', 'no-invitation']);
