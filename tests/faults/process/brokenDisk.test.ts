/** A disk that cannot be written to, at the start or all of a sudden; and a database that somebody else is using. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rowsIn, sqliteDatabase } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { diskWithErrors, mayMount, mayMountImages, readOnlyFolder } from '../../support/faults/smallDisk.ts';
import { aTeam, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';
import { prepareServer, program } from '../../support/process.ts';

/** An endpoint that does not come up: what it says on the error stream, and its exit code. */
const refusalOf = (env: Readonly<Record<string, string>>): [string, number | null] => {
  const { stderr, status } = spawnSync(process.execPath, [program], {
    env: { ...process.env, PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return [stderr.trim(), status];
};

test(`a disk that nothing can be written to (${mayMount() ? 'mounted so' : 'by its rights'}) is told at the start`, () => {
  const { dataDir, dispose } = readOnlyFolder();
  onTestFinished(dispose);
  expect(refusalOf({ DATA_DIR: dataDir })).toEqual([`The folder ${dataDir} cannot be written to; set DATA_DIR to one that can.`, 1]);
});

test('a second endpoint over the same file is refused, and the first one does not notice', () =>
  overEndpoint(sqliteDatabase, async ({ database, endpoint }) => {
    const { laptop, field } = await aTeam(endpoint);
    const file = join(database.dataDir, 'fieldbook.db');
    expect(refusalOf({ DATA_DIR: database.dataDir })).toEqual([
      `Another Fieldbook is already using ${file}; stop it first, or set another DATA_DIR.`,
      1,
    ]);
    await writes(field, 'all the same');
    expect((await field.exchange()).waiting).toBe(0);
    expect(await notesAt(laptop)).toEqual(['all the same']);
    await endpoint.stop();
    expect((await lookAt(database)).wrong).toEqual([]);
  }));

describe.each(mayMountImages() ? [{ name: 'a disk in a file', make: diskWithErrors }] : [])('$name', ({ make }) => {
  test('cannot be written to from one moment to the next: reading goes on, phones keep what they have, and once it is mended all arrives', async () => {
    const disk = make();
    const endpoint = await prepareServer({ dataDir: disk.dataDir });
    try {
      await endpoint.start();
      const { laptop, field } = await aTeam(endpoint);
      await writes(field, 'before');
      await field.exchange();
      disk.turnReadOnly();
      await writes(field, 'meanwhile');
      expect((await field.exchange()).failure).toMatchObject({ type: 'refused', code: 'internal' });
      expect(await notesAt(laptop)).toEqual(['before']);
      expect((await field.exchange()).waiting).toBe(1);
      expect(await endpoint.stop()).toBe(0);
      disk.mend();
      await endpoint.start();
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(['before', 'meanwhile']);
      await endpoint.stop();
      expect((await lookAt({ rows: async (question) => rowsIn(join(disk.dataDir, 'fieldbook.db'), question) })).wrong).toEqual([]);
    } finally {
      await endpoint.dispose();
      disk.dispose();
    }
  });
});
