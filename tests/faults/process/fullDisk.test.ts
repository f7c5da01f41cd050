/** The disk under the endpoint is full. Phones keep what they wrote; reading goes on; once there is room all of it arrives. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rowsIn } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { numbers } from '../../support/faults/length.ts';
import { disks, type SmallDisk } from '../../support/faults/smallDisk.ts';
import { aTeam, notesAt, type Team, writes } from '../../support/faults/team.ts';
import { prepareServer, type ServerProcess } from '../../support/process.ts';

interface FullDisk extends Team {
  readonly disk: SmallDisk;
  readonly endpoint: ServerProcess;
}

/** A team has begun, the disk has filled up, and a phone has tried to send what it wrote since. */
const onFullDisk = async (make: () => Promise<SmallDisk>, story: (full: FullDisk) => Promise<void>): Promise<void> => {
  const disk = await make();
  const endpoint = await prepareServer({ dataDir: disk.dataDir });
  try {
    await endpoint.start();
    const { laptop, field } = await aTeam(endpoint);
    await writes(field, 'there before');
    expect((await field.exchange()).waiting).toBe(0);
    await disk.fillUp(endpoint);
    for (const note of notes) await writes(field, note);
    expect((await field.exchange()).failure).toMatchObject({ type: 'refused', code: 'disk-full' });
    await story({ disk, endpoint, laptop, field });
  } finally {
    await endpoint.dispose();
    await disk.dispose();
  }
};

/** Too much for what may be left over in the pages of the file. */
const notes = numbers(1, 12).map((at) => `note ${String(at).padStart(2, '0')} ${randomBytes(600).toString('hex')}`);
const all = [...notes, 'there before'];
const healthOf = async ({ origin }: ServerProcess) => (await fetch(`${origin}/api/health`)).status;
const whatIsKept = ({ dataDir }: SmallDisk) => lookAt({ rows: async (question) => rowsIn(join(dataDir, 'fieldbook.db'), question) });

describe.each(disks)('full, $name', ({ make }) => {
  test('writing is refused as such, reading goes on, the phone keeps everything, and with room again all arrives', () =>
    onFullDisk(make, async ({ disk, endpoint, laptop, field }) => {
      const pid = endpoint.pid();
      expect(await healthOf(endpoint)).toBe(200);
      expect((await laptop.exchange()).failure).toBeNull();
      expect((await field.exchange()).waiting).toBe(notes.length);
      expect(endpoint.pid()).toBe(pid);
      await disk.makeRoom(endpoint);
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(all);
      await endpoint.stop();
      expect((await whatIsKept(disk)).wrong).toEqual([]);
    }));

  test('the endpoint is killed while it is full: what was acknowledged is there, and the rest comes', () =>
    onFullDisk(make, async ({ disk, endpoint, laptop, field }) => {
      await endpoint.kill();
      await disk.makeRoom(endpoint);
      await endpoint.start();
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(all);
      await endpoint.stop();
      expect((await whatIsKept(disk)).wrong).toEqual([]);
    }));

  test('the endpoint is stopped while it is full: it ends calmly, and the next start finds everything', () =>
    onFullDisk(make, async ({ disk, endpoint, laptop, field }) => {
      expect(await endpoint.stop()).toBe(0);
      await disk.makeRoom(endpoint);
      await endpoint.start();
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(all);
    }));

  test('the endpoint is started while it is full: what is there can be read', () =>
    onFullDisk(make, async ({ disk, endpoint, laptop, field }) => {
      await endpoint.kill();
      await endpoint.start(disk.env());
      expect(await healthOf(endpoint)).toBe(200);
      expect((await laptop.exchange()).failure).toBeNull();
      expect((await field.exchange()).waiting).toBe(notes.length);
    }));
});
