/** The endpoint is killed before each statement of its first start, when it makes its tables, and of a start that brings old ones up to date. */
import { describe, expect, test } from 'vitest';
import { migrations } from '../../../server/store/migrations.ts';
import { databases } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { isLong } from '../../support/faults/length.ts';
import { aTeam, notesAt, overEndpoint, writes } from '../../support/faults/team.ts';
import type { ServerProcess } from '../../support/process.ts';

/** As the first version left a database: without what later ones added. */
const backToTheFirst = [
  'drop table followers',
  'drop table proofs',
  'drop table marks',
  "delete from migrations where name <> '001-beginning'",
];

/** Gives how often it died before it came up. */
const openUntilItListens = async (endpoint: ServerProcess, step: number): Promise<number> => {
  for (let [n, deaths] = [1, 0]; ; n += step, deaths += 1) {
    const before = endpoint.log();
    const came = await endpoint.start({ FIELDBOOK_FAILPOINT: `opening:${n}` }).then(
      () => true,
      () => false,
    );
    if (came) return deaths;
    // Killed, and not stopped by what an earlier death left behind: that says why.
    expect(endpoint.log()).toBe(before);
  }
};

describe.each(databases)('over $name', (kind) => {
  test('killed before any statement of its first start: the next one finds or makes whole tables', () =>
    overEndpoint(
      kind,
      async ({ database, endpoint }) => {
        expect(await openUntilItListens(endpoint, isLong ? 1 : 7)).toBeGreaterThan(2);
        const { laptop, field } = await aTeam(endpoint);
        await writes(field, 'the first');
        await field.exchange();
        expect(await notesAt(laptop)).toEqual(['the first']);
        await endpoint.stop();
        expect((await lookAt(database)).wrong).toEqual([]);
      },
      { start: false },
    ));

  test('killed before any statement of the start that brings an older database up to date: nothing of it is lost', () =>
    overEndpoint(kind, async ({ database, endpoint }) => {
      const { laptop, field } = await aTeam(endpoint);
      for (const note of ['old one', 'old two']) await writes(field, note);
      await field.exchange();
      await endpoint.stop();
      const { ids } = await lookAt(database);
      await database.change(backToTheFirst);
      expect(await openUntilItListens(endpoint, isLong ? 1 : 6)).toBeGreaterThan(2);
      await writes(field, 'new');
      expect((await field.exchange()).waiting).toBe(0);
      expect(await notesAt(laptop)).toEqual(['new', 'old one', 'old two']);
      await endpoint.stop();
      const kept = await lookAt(database);
      expect(kept.wrong).toEqual([]);
      expect(kept.ids.slice(0, ids.length)).toEqual(ids);
      expect(await database.rows('select name from migrations order by name')).toEqual(migrations.map(({ name }) => ({ name })));
    }));
});
