/** The endpoint is killed before each statement it makes to its database. Started again, it is sent the same again. */
import { describe, expect, test } from 'vitest';
import { settled } from '../../../demo/headless.ts';
import { libraryIn } from '../../../src/domain/library.ts';
import { checklistEntries } from '../../../src/domain/publishing.ts';
import { bothDatabases, databases } from '../../support/faults/database.ts';
import { dieAtEachStatement } from '../../support/faults/dying.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { aTeam, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';
import { aChecklist } from '../../support/published.ts';

describe.each(bothDatabases)('killed before any statement, over $name', (kind) => {
  test('of a batch: nothing is lost, nothing doubled', () =>
    overEndpoint(kind, async ({ database, endpoint }) => {
      const { laptop, field } = await aTeam(endpoint);
      const notes: string[] = [];
      const work = async (n: number) => {
        notes.push(`note ${String(n).padStart(3, '0')}`);
        await writes(field, notes[notes.length - 1] ?? '');
        return (await field.exchange()).failure === null;
      };
      let unsent = 0;
      const afterwards = () => {
        if (field.notebook().delivery().waiting > 0) unsent += 1;
      };
      await dieAtEachStatement(endpoint, { work, afterwards }, 4);
      expect(unsent).toBeGreaterThan(1);
      expect(field.notebook().delivery().waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(notes);
      await endpoint.stop();
      expect((await lookAt(database)).wrong).toEqual([]);
    }));
});

describe.each(databases)('killed before any statement, over $name', (kind) => {
  test('of a batch for one phone and for everybody: each stream holds its part once', () =>
    overEndpoint(kind, async ({ database, endpoint }) => {
      const { laptop, field } = await aTeam(endpoint);
      const record = await writes(field, 'met at the quay');
      await field.exchange();
      const devices = [field.notebook().me.device];
      let reviews = 0;
      await dieAtEachStatement(
        endpoint,
        {
          work: async () => {
            const says = { conclusion: 'returned', comment: `look ${reviews}` };
            laptop.must(await laptop.notebook().write({ kind: 'review', record, says, audience: { devices } }));
            reviews += 1;
            const { newId, recordsOf } = laptop.notebook();
            const checklist = aChecklist({ version: `2026-${reviews}` });
            laptop.must(
              await laptop.notebook().writeTogether(laptop.must(checklistEntries(checklist, { newId, library: libraryIn(recordsOf) }))),
            );
            return (await laptop.exchange()).failure === null;
          },
        },
        9,
      );
      await field.exchange();
      await settled(100);
      expect(field.notebook().unopened()).toBe(0);
      expect(libraryIn(field.notebook().recordsOf)).toHaveLength(reviews);
      await endpoint.stop();
      expect((await lookAt(database)).wrong).toEqual([]);
    }));
});
