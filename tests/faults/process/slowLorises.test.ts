/** Many callers who send a byte a second, or begin and never end: phones are served all the same, and who stops is sent away. */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sqliteDatabase } from '../../support/faults/database.ts';
import { isLong, numbers } from '../../support/faults/length.ts';
import { aTeam, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';

interface Loris {
  readonly said: () => string;
  readonly drip: () => void;
  readonly leave: () => void;
}

const head = 'POST /api/challenge HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/cbor\r\nContent-Length: 4000\r\n';

/** `begins`: what it sends before it slows down. */
const aLoris = (port: number, begins: string): Promise<Loris> =>
  new Promise((there) => {
    let said = '';
    const socket: Socket = connect(port, 'localhost', () => {
      socket.write(begins);
      there({ said: () => said, drip: () => void (socket.writable && socket.write('a')), leave: () => socket.destroy() });
    });
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    socket.on('error', () => undefined);
  });

const manyOf = (count: number, port: number, begins: string) => Promise.all(numbers(1, count).map(() => aLoris(port, begins)));

test('three hundred slow callers keep no phone from its exchange; who stops in the middle is told so', () =>
  overEndpoint(sqliteDatabase, async ({ endpoint: { port, origin } }) => {
    const { laptop, field } = await aTeam({ origin });
    const [dripping, stopping, withoutBody] = await Promise.all([
      manyOf(100, port, `${head}\r\n`),
      manyOf(100, port, `${head}\r\naaaa`),
      manyOf(100, port, head),
    ]);
    const notes: string[] = [];
    for (const second of numbers(1, isLong ? 70 : 2)) {
      for (const loris of dripping) loris.drip();
      notes.push(`second ${String(second).padStart(3, '0')}`);
      await writes(field, notes[notes.length - 1] ?? '');
      expect((await field.exchange()).waiting).toBe(0);
      expect((await fetch(`${origin}/api/health`)).status).toBe(200);
      await pause(1000);
    }
    expect(await notesAt(laptop)).toEqual(notes);
    expect(dripping.filter(({ said }) => said() !== '')).toEqual([]);
    const sentAway = [...stopping, ...withoutBody].map(({ said }) => said().slice(0, 12));
    expect(new Set(sentAway)).toEqual(new Set([isLong ? 'HTTP/1.1 408' : '']));
    for (const loris of [...dripping, ...stopping, ...withoutBody]) loris.leave();
  }));
