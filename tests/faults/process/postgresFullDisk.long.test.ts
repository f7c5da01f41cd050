/** The disk under PostgreSQL is full. The endpoint says so, goes on reading, and takes everything once there is room. */
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KindOfDatabase } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { isLong, numbers } from '../../support/faults/length.ts';
import { fill, mayMount, mountSmallAt, unmount } from '../../support/faults/smallDisk.ts';
import { aTeam, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';
import { startPostgres } from '../../support/postgres.ts';

const megabytes = 120;

/** All that PostgreSQL keeps lies on a small disk of its own. */
const onSmallDisk = async (): Promise<{
  readonly kind: KindOfDatabase;
  readonly ballast: string;
  readonly dispose: () => Promise<void>;
}> => {
  const server = await startPostgres();
  await server.stop();
  const [data, aside] = [join(server.folder, 'data'), join(server.folder, 'aside')];
  renameSync(data, aside);
  mountSmallAt(data, megabytes);
  execFileSync('cp', ['-a', `${aside}/.`, data]);
  await server.start();
  const url = await server.url();
  const make: KindOfDatabase['make'] = async () => ({
    env: { DATABASE_URL: url },
    dataDir: join(server.folder, 'endpoint'),
    rows: (question) => server.ask(question, new URL(url).pathname.slice(1)),
    change: async () => undefined,
    copied: async () => async () => undefined,
    dispose: async () => undefined,
  });
  return {
    kind: { name: 'PostgreSQL', make },
    ballast: join(data, 'ballast'),
    dispose: async () => {
      await server.kill();
      unmount(data);
      await server.dispose();
    },
  };
};

describe.each(isLong && mayMount() ? [{ name: 'a small disk of its own' }] : [])('PostgreSQL on $name', () => {
  test('is full: writing is refused as such, reading goes on, and with room again the same process takes everything', async () => {
    const small = await onSmallDisk();
    try {
      await overEndpoint(small.kind, async ({ database, endpoint }) => {
        const { laptop, field } = await aTeam(endpoint);
        fill(small.ballast);
        const notes = numbers(1, 100).map((at) => `note ${String(at).padStart(3, '0')} ${'long '.repeat(at)}`.trim());
        for (const note of notes) await writes(field, note);
        expect((await field.exchange()).failure).toMatchObject({ type: 'refused', code: 'disk-full' });
        expect((await fetch(`${endpoint.origin}/api/health`)).status).toBe(200);
        expect((await laptop.exchange()).failure).toBeNull();
        rmSync(small.ballast);
        expect((await field.exchange()).waiting).toBe(0);
        expect(await notesAt(laptop)).toEqual(notes);
        await endpoint.stop();
        expect((await lookAt(database)).wrong).toEqual([]);
      });
    } finally {
      await small.dispose();
    }
  });
});
