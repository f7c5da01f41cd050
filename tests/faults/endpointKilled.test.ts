import { expect, test } from 'vitest';
import { createHeadless, quickKdf, settled } from '../../demo/headless.ts';
import { localNow } from '../../src/compose/clock.ts';
import { office } from '../../src/domain/entry.ts';
import { type ServerProcess, startServer } from '../support/process.ts';

const deviceAt = (server: ServerProcess) => createHeadless({ fetch, origin: server.origin, kdf: quickKdf, now: () => localNow() });

const joined = async (server: ServerProcess) => {
  const laptop = deviceAt(server);
  await laptop.found('Lantern House (invented)', 'Mina', 'office words for stories');
  const field = deviceAt(server);
  await field.ask((await laptop.invite('worker')).link, 'Joon', 'field words for stories');
  await laptop.letIn((await laptop.asking())[0]?.invitation ?? '');
  await field.enter();
  await field.exchange();
  return { laptop, field };
};

const writes = async (device: ReturnType<typeof deviceAt>, note: string): Promise<void> => {
  const book = device.notebook();
  const says = { person: book.newId(), day: book.today(), note };
  device.must(await book.write({ kind: 'contact', record: book.newId(), says, audience: office }));
};

test('the endpoint dies between commit and reply, again and again: nothing is lost, nothing doubled', async () => {
  const server = await startServer();
  try {
    const { laptop, field } = await joined(server);
    await server.stop();
    for (let round = 0; round < 5; round += 1) {
      await writes(field, `round ${round}`);
      const failing = await startServer({ port: server.port, dataDir: server.dataDir, env: { FIELDBOOK_FAILPOINT: 'after-commit' } });
      expect((await field.exchange()).failure?.type).toBe('no-connection');
      await expect.poll(() => failing.running(), { timeout: 5000 }).toBe(false);
      expect(field.notebook().delivery().waiting).toBeGreaterThan(0);
    }
    await server.start();
    expect((await field.exchange()).waiting).toBe(0);
    await laptop.exchange();
    await settled(200);
    const notes = laptop
      .notebook()
      .recordsOf('contact')
      .map(({ fields }) => fields.get('note')?.value);
    expect(notes.sort()).toEqual(['round 0', 'round 1', 'round 2', 'round 3', 'round 4']);
    expect(laptop.notebook().missing()).toBe(0);
  } finally {
    await server.dispose();
  }
});

test('the endpoint dies at a moment of its own choosing while a phone empties its outbox: all of it arrives once', async () => {
  const server = await startServer();
  try {
    const { laptop, field } = await joined(server);
    for (let at = 0; at < 40; at += 1) await writes(field, `note ${at}`);
    for (let round = 0; round < 8; round += 1) {
      const sending = field.exchange();
      await new Promise((done) => setTimeout(done, round * 3));
      await server.kill();
      await sending;
      await server.start();
      await writes(field, `after ${round}`);
    }
    expect((await field.exchange()).waiting).toBe(0);
    await laptop.exchange();
    await settled(200);
    const notes = laptop
      .notebook()
      .recordsOf('contact')
      .map(({ fields }) => String(fields.get('note')?.value));
    expect(notes).toHaveLength(48);
    expect(new Set(notes).size).toBe(48);
  } finally {
    await server.dispose();
  }
});
