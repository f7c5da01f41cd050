/** The power goes: what was not yet on disk is gone or rubbish. Whatever a phone was told is kept must be there. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Headless } from '../../../demo/headless.ts';
import { rowsIn, sqliteDatabase } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { isLong, numbers } from '../../support/faults/length.ts';
import { aTeam, type Ground, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';
import { answersIn, mayTrace, trace } from '../../support/faults/traced.ts';
import { stateOfLog, tear } from '../../support/faults/writeAheadLog.ts';

const rounds = isLong ? 150 : 3;
const tearsPerRound = isLong ? 8 : 3;

/** What lies in the files at this very moment: nobody writes while they are copied. */
const copyNow = ({ database, endpoint }: Ground): string => {
  const copy = mkdtempSync(join(tmpdir(), 'fieldbook-power-'));
  const pid = endpoint.pid();
  if (pid !== undefined) process.kill(pid, 'SIGSTOP');
  cpSync(database.dataDir, copy, { recursive: true });
  if (pid !== undefined) process.kill(pid, 'SIGCONT');
  return copy;
};

const idsOn = async ({ db }: Headless): Promise<readonly string[]> => (await db.entries.toArray()).map(({ id }) => id);

/** Tears the tail off a copy of the copy, somewhere after what was whole when the last answer came, and looks what is there. */
const idsAfterTearing = async (copy: string, from: number, rubbish: boolean) => {
  const torn = `${copy}-torn`;
  cpSync(copy, torn, { recursive: true });
  const log = join(torn, 'fieldbook.db-wal');
  tear(log, from + Math.floor(Math.random() * (stateOfLog(log).bytes - from + 1)), rubbish);
  const kept = await lookAt({ rows: async (question) => rowsIn(join(torn, 'fieldbook.db'), question) });
  rmSync(torn, { recursive: true });
  return kept;
};

test('the power goes at any moment and what was written last is torn off: all that was acknowledged is there', () =>
  overEndpoint(sqliteDatabase, async (ground) => {
    const { laptop, field } = await aTeam(ground.endpoint);
    const notes: string[] = [];
    const write = async (note: string) => {
      notes.push(note);
      await writes(field, note);
    };
    let tornInTheMiddle = 0;
    for (const round of numbers(1, rounds)) {
      await write(`told ${String(round).padStart(3, '0')}`);
      expect((await field.exchange()).waiting).toBe(0);
      const told = await idsOn(field);
      const before = stateOfLog(join(ground.database.dataDir, 'fieldbook.db-wal'));
      for (const at of numbers(1, 20)) await write(`under way ${String(round).padStart(3, '0')} ${String(at).padStart(2, '0')}`);
      const sending = field.exchange();
      // Every other time all of it is written by then, and whole: what is torn off is then torn in the middle of it.
      await (round % 2 === 0 ? sending : pause(Math.random() * 25));
      const copy = copyNow(ground);
      const now = stateOfLog(join(copy, 'fieldbook.db-wal'));
      if (now.wholeUpTo > before.wholeUpTo) tornInTheMiddle += 1;
      for (const at of numbers(1, tearsPerRound)) {
        const kept = await idsAfterTearing(copy, now.salt === before.salt ? before.wholeUpTo : 0, at % 2 === 0);
        expect(kept.wrong).toEqual([]);
        expect(told.filter((id) => !kept.ids.includes(id))).toEqual([]);
      }
      rmSync(copy, { recursive: true });
      await sending;
    }
    expect(tornInTheMiddle).toBeGreaterThan(0);
    expect(await notesAt(laptop)).toEqual(notes.sort());
  }));

describe.each(mayTrace() ? [{ name: 'as the system saw it' }] : [])('$name', () => {
  test('no answer is sent while anything of the database is written and not yet on disk', () =>
    overEndpoint(sqliteDatabase, async ({ endpoint }) => {
      const { laptop, field } = await aTeam(endpoint);
      const traced = await trace(endpoint.pid() ?? 0);
      for (const round of numbers(1, isLong ? 200 : 5)) {
        await writes(field, `round ${round}`);
        await writes(laptop, `round ${round} at the office`);
        const views = await Promise.all([field.exchange(), laptop.exchange()]);
        expect(views.map(({ waiting }) => waiting)).toEqual([0, 0]);
      }
      const called = await traced.end();
      const { answers, tooEarly } = answersIn(called, /fieldbook\.db(-wal|-journal)?$/);
      expect(called.filter(({ call, on }) => /sync$/.test(call) && on.endsWith('-wal')).length).toBeGreaterThan(9);
      expect(answers).toBeGreaterThan(19);
      expect(tooEarly).toBe(0);
    }));
});
