/** Composition of inviting: a supervisor makes an invitation, sees who asks by it, and lets them in. */
import * as v from 'valibot';
import { office, Role } from '../domain/entry.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex, toHex } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import type { SyncAnswer } from '../protocol/exchange.ts';
import { invitationFragment, type JoinRequest, parseJoinRequest } from '../protocol/joining.ts';
import { invitationHours } from '../protocol/numbers.ts';
import { admissionLink } from '../store/enrolment.ts';
import type { SaveFailure } from '../store/notebook.ts';
import type { OpenedNotebook } from '../store/openNotebook.ts';
import { addToRoster, closeAtEndpoint, leaveInvitation } from '../sync/enrolling.ts';
import type { PostInSession, SessionFailure } from '../sync/session.ts';
import type { Asking, InvitationMade, InviteFailure } from '../ui/fieldbook.ts';
import { admissionNumbers, invitationKeys } from '../vault/invitation.ts';
import { randomBytes } from '../vault/primitives.ts';
import type { OpenVault } from '../vault/vault.ts';
import { wordsFor } from '../vault/words.ts';

export interface InvitingDeps {
  readonly inSession: PostInSession;
  readonly origin: string;
  readonly milliseconds: () => number;
  readonly exchange: () => Promise<void>;
}

/** An invitation is a record too, sealed to the office: any supervisor can let in whom another invited. */
const Invitation = v.looseObject({ secret: v.string(), role: Role });

interface Asker {
  readonly asking: Asking;
  readonly request: JoinRequest;
  readonly id: string;
}

const asInviteFailure = (failure: SessionFailure): InviteFailure => (failure.type === 'no-device' ? { type: 'storage-failed' } : failure);

export const createInviting = (deps: InvitingDeps) => {
  let askers: readonly Asker[] = [];
  /** Tried, and not known to have come to its end: a lost answer must not leave a phone let in and without name and keys. */
  let unfinished: readonly Asker[] = [];
  const stands = (notebook: OpenedNotebook, { request }: Asker): boolean => notebook.roster().devices.has(toHex(request.device));
  const withoutAsker = (all: readonly Asker[], { id }: Asker): readonly Asker[] => all.filter((one) => one.id !== id);

  const invite = async (notebook: OpenedNotebook, vault: OpenVault, role: Role): Promise<Result<InvitationMade, InviteFailure>> => {
    const secret = randomBytes(32);
    const keys = await invitationKeys(secret);
    const { organisation, root } = vault.contents();
    const card = await keys.sealCard(encodeCbor({ organisation, inviter: notebook.me.name, role }));
    const left = await leaveInvitation(deps.inSession, { invitation: keys.invitation, guard: keys.guard, card, hours: invitationHours });
    if (!left.ok) return failed(asInviteFailure(left.failure));
    const says = { secret: toHex(secret), role };
    const kept = await notebook.write({ kind: 'invitation', record: toHex(keys.invitation), says, audience: office });
    if (!kept.ok) return failed({ type: 'storage-failed' });
    const endsAt = new Date(deps.milliseconds() + invitationHours * 3_600_000).toISOString();
    return ok({ link: `${deps.origin}/join#${invitationFragment({ secret, root })}`, role, endsAt });
  };

  const readAsker = async (notebook: OpenedNotebook, vault: OpenVault, asked: SyncAnswer['asking'][number]): Promise<Asker | null> => {
    const id = toHex(asked.invitation);
    const fields = notebook.record(id)?.fields;
    const made = v.safeParse(Invitation, { secret: fields?.get('secret')?.value, role: fields?.get('role')?.value });
    if (!made.success) return null;
    const secret = fromHex(made.output.secret);
    const plain = await (await invitationKeys(secret)).openRequest(asked.request);
    const request = plain.ok ? parseJoinRequest(plain.value) : null;
    if (!request?.ok) return null;
    const words = await wordsFor(await admissionNumbers(secret, vault.contents().root, request.value));
    const already = notebook.members().find(({ person }) => person === toHex(request.value.person))?.name;
    const asking = {
      invitation: id,
      name: request.value.name,
      role: made.output.role,
      words,
      ...(already === undefined ? {} : { already }),
    };
    return { id, request: request.value, asking };
  };

  /**
   * Reads who asks. A request that does not open with the invitation's own secret is nobody's and is not shown. The endpoint
   * no longer names who stands in the roster; whoever was let in only by half is shown until the rest is done.
   */
  const read = async (notebook: OpenedNotebook, vault: OpenVault, asked: SyncAnswer['asking']): Promise<readonly Asking[]> => {
    const asking = (await Promise.all(asked.map((one) => readAsker(notebook, vault, one)))).flatMap((asker) => asker ?? []);
    const half = unfinished.filter((asker) => stands(notebook, asker));
    askers = [...asking, ...asking.reduce(withoutAsker, half)];
    return askers.map(({ asking }) => asking);
  };

  const linkFor = (notebook: OpenedNotebook, vault: OpenVault, { id, request, asking }: Asker): Promise<Bytes> => {
    const seconds = () => Math.floor(deps.milliseconds() / 1000);
    return admissionLink({ vault, seconds }, notebook.roster(), fromHex(id), asking.role, request);
  };

  const nameOf = async (notebook: OpenedNotebook, { request, asking }: Asker): Promise<Result<void, SaveFailure>> => {
    const [record, says] = [toHex(request.person), { name: request.name, role: asking.role }];
    const held = notebook.record(record)?.fields;
    if (held?.get('name')?.value === says.name && held.get('role')?.value === says.role) return ok(undefined);
    const written = await notebook.write({ kind: 'member', record, says, audience: office });
    return written.ok ? ok(undefined) : written;
  };

  const letIn = async (notebook: OpenedNotebook, vault: OpenVault, invitation: string): Promise<Result<void, InviteFailure>> => {
    const asker = askers.find(({ id }) => id === invitation);
    if (!asker) return failed({ type: 'storage-failed' });
    const { request } = asker;
    unfinished = [...withoutAsker(unfinished, asker), asker];
    // The name first: only this device can read it, and once the link stands nobody asks any more.
    const named = await nameOf(notebook, asker);
    if (!named.ok) return failed({ type: 'storage-failed' });
    const added = stands(notebook, asker) ? ok(undefined) : await addToRoster(deps.inSession, await linkFor(notebook, vault, asker));
    await deps.exchange();
    // Also without an answer it may have happened: what the roster says now is what counts.
    if (!added.ok && !stands(notebook, asker)) return failed(asInviteFailure(added.failure));
    // The notebook hands keys to whoever is new in the roster: now, or at the next unlock should the app be closed here.
    await notebook.catchUp();
    const device = toHex(request.device);
    const handed = notebook.awaitsKeys(device) ? await notebook.handKeysTo(device) : ok(undefined);
    if (!handed.ok) return failed({ type: 'storage-failed' });
    unfinished = withoutAsker(unfinished, asker);
    return ok(undefined);
  };

  /** The words differed: closes the invitation for everybody, so that whoever used it stops asking. */
  const refuse = async (invitation: string): Promise<Result<void, InviteFailure>> => {
    const closed = await closeAtEndpoint(deps.inSession, fromHex(invitation));
    return closed.ok ? closed : failed(asInviteFailure(closed.failure));
  };

  return { invite, read, letIn, refuse };
};
