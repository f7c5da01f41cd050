/** Composition of joining: from an invitation's link to a phone that has been let in. */
import { failed, ok, type Result } from '../domain/result.ts';
import { readInvitation } from '../protocol/joining.ts';
import { readRoster } from '../protocol/roster.ts';
import { type FieldbookDatabase, readState } from '../store/database.ts';
import { type Asked, askToJoin, type EnrolmentDeps, joinRequestOf, type OpenedInvitation, readInvitationCard } from '../store/enrolment.ts';
import { askAtEndpoint, lookAtEndpoint, openAtEndpoint } from '../sync/enrolling.ts';
import type { Post } from '../sync/post.ts';
import type { Invitation, JoinFailure } from '../ui/fieldbook.ts';
import { admissionNumbers, invitationKeys } from '../vault/invitation.ts';
import { primitives } from '../vault/primitives.ts';
import { Secret } from '../vault/secret.ts';
import type { OpenVault } from '../vault/vault.ts';
import { wordsFor } from '../vault/words.ts';

export interface JoiningDeps {
  readonly db: FieldbookDatabase;
  readonly post: Post;
  readonly enrolment: EnrolmentDeps;
}

/** Asks the endpoint for what an invitation's link leads to, and reads it with the link's own secret. */
export const openInvitationBy = async (post: Post, link: string): Promise<Result<OpenedInvitation, JoinFailure>> => {
  const read = readInvitation(link);
  if (!read.ok) return read;
  const answer = await openAtEndpoint(post, await invitationKeys(read.value.secret));
  if (!answer.ok) return answer;
  const card = await readInvitationCard(read.value, answer.value);
  return card.ok ? card : failed({ type: 'wrong-root' });
};

export const createJoining = ({ db, post, enrolment }: JoiningDeps) => {
  let opened: OpenedInvitation | null = null;
  /** Made and not heard by the endpoint, or its answer was lost: the same request again is welcome, another is not. */
  let unheard: { readonly asked: Asked; readonly said: string } | null = null;

  const open = async (link: string): Promise<Result<Invitation, JoinFailure>> => {
    const invitation = await openInvitationBy(post, link);
    if (!invitation.ok) return invitation;
    opened = invitation.value;
    return ok(opened.card);
  };

  /** Makes the device and asks to be let in. */
  const ask = async (said: { readonly name: string; readonly passphrase: string }): Promise<Result<OpenVault, JoinFailure>> => {
    if (!opened) return failed({ type: 'not-an-invitation' });
    const same = JSON.stringify([said.name, said.passphrase]);
    if (unheard?.said !== same) {
      const asked = await askToJoin(enrolment, opened, { name: said.name, passphrase: new Secret(said.passphrase) });
      if (!asked.ok) return failed({ type: 'storage-failed' });
      unheard = { asked: asked.value, said: same };
    }
    const { asked } = unheard;
    const sent = await askAtEndpoint(post, opened.keys, asked.request);
    if (sent.ok) return ok(asked.vault);
    if (sent.failure.type === 'refused') {
      unheard = null;
      asked.vault.close();
      await db.state.clear();
    }
    return sent;
  };

  /** Whether this phone stands in the roster by now; if so the chain is kept and joining is over. */
  const look = async (): Promise<boolean> => {
    const [joining, device] = await Promise.all([readState(db, 'joining'), readState(db, 'device')]);
    if (!joining || !device) return false;
    const answer = await lookAtEndpoint(post, joining);
    const roster = answer.ok ? await readRoster(primitives, answer.value.roster, device.root) : null;
    if (!answer.ok || !roster?.ok || !roster.value.devices.has(device.device)) return false;
    await db.transaction('rw', db.state, async () => {
      await db.state.put({ name: 'roster', value: { links: answer.value.roster } });
      await db.state.delete('joining');
    });
    return true;
  };

  /** The four words of this phone, worked out anew from the open vault. */
  const words = async (vault: OpenVault): Promise<readonly string[]> => {
    const contents = vault.contents();
    const device = await readState(db, 'device');
    if (!contents.joining || !device) return [];
    return wordsFor(await admissionNumbers(contents.joining.secret, contents.root, joinRequestOf(contents, device.loginPublic)));
  };

  return { open, ask, look, words };
};
