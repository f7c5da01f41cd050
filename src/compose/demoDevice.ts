/** Composition of the demo's way in: makes this browser a new device of an invented person. Loaded only when somebody asks for it. */
import { failed, ok, type Result } from '../domain/result.ts';
import { toHex } from '../protocol/bytes.ts';
import { type DemoDevicePack, demoDevicePath, encodeDemoDeviceAsk, parseDemoDevicePack } from '../protocol/demoDevice.ts';
import { orgIdOf, readRoster } from '../protocol/roster.ts';
import type { FieldbookDatabase, StateRows } from '../store/database.ts';
import { attempt } from '../store/saving.ts';
import { askHealth } from '../sync/health.ts';
import { answered, type Post } from '../sync/post.ts';
import type { InventedFailure } from '../ui/fieldbook.ts';
import { makeLoginKey } from '../vault/keys.ts';
import { primitives } from '../vault/primitives.ts';
import type { SlotFile } from '../vault/slotFile.ts';

export interface DemoDeviceDeps {
  readonly db: FieldbookDatabase;
  readonly file: SlotFile;
  readonly post: Post;
  readonly health: Parameters<typeof askHealth>[0];
}

/** The device row comes last and in one transaction with the rest: where it is missing, nothing has happened here yet. */
const keep = async ({ db, file }: DemoDeviceDeps, pack: DemoDevicePack, device: StateRows['device']): Promise<void> => {
  const rows = await Promise.all(pack.entries.map(async (bytes) => ({ id: toHex(await primitives.sha256(bytes)), bytes })));
  await file.write(pack.vault);
  const left = [db.entries, db.apart, db.outbox, db.drafts, db.state, db.proofs, db.offers, db.receipts, db.carried];
  await db.transaction('rw', left, async () => {
    await Promise.all(left.map((table) => table.clear()));
    await db.entries.bulkAdd(rows);
    await db.state.bulkPut([
      { name: 'roster', value: { links: pack.roster } },
      { name: 'invented', value: { yes: true } },
      { name: 'device', value: device },
    ]);
  });
};

export const enterAsInvented = async (deps: DemoDeviceDeps, who: string): Promise<Result<void, InventedFailure>> => {
  const health = await askHealth(deps.health);
  if (!health) return failed({ type: 'no-connection' });
  if (!health.invented) return failed({ type: 'not-invented' });
  const login = await makeLoginKey();
  const answer = answered(await deps.post(demoDevicePath, encodeDemoDeviceAsk({ who, login: login.publicKey })), parseDemoDevicePack);
  if (!answer.ok) return answer;
  const pack = answer.value;
  const [root, id] = [toHex(pack.root), toHex(pack.device)];
  const roster = await readRoster(primitives, pack.roster, root);
  if (!roster.ok || !roster.value.devices.has(id)) return failed({ type: 'not-our-server' });
  const device = { org: orgIdOf(root), root, device: id, loginKey: login.privateKey, loginPublic: login.publicKey };
  const kept = await attempt(() => keep(deps, pack, device));
  return kept.ok ? ok(undefined) : failed({ type: 'storage-failed' });
};
