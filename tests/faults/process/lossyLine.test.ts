/**
 * A phone at the edge of its network: every fifth packet is lost and comes later, answers take two seconds, every fifth connection
 * is reset while it sends. This kernel may have no way to lose packets itself, so the line is one of our own and real TCP runs over it.
 */
import { expect, test } from 'vitest';
import { randomFrom } from '../../simulation/random.ts';
import { type BadLink, layBadLink } from '../../support/faults/badLink.ts';
import { sqliteDatabase } from '../../support/faults/database.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { isLong, numbers } from '../../support/faults/length.ts';
import { aTeam, notesAt, overEndpoint, type Team, writes } from '../../support/faults/team.ts';

const contacts = isLong ? 500 : 25;
/** As a phone's TCP has them; a share of that where it must be quick. */
const times = isLong ? { againMs: 200, lateMs: 2000 } : { againMs: 20, lateMs: 100 };

/** A few contacts at a time, and then what is left, as a phone that tries again and again. Its radio sleeps in between: each exchange has a connection of its own. */
const sendsAll = async (field: Team['field'], link: BadLink, notes: readonly string[]): Promise<void> => {
  const exchange = () => {
    link.breakAll();
    return field.exchange();
  };
  for (const [at, note] of notes.entries()) {
    await writes(field, note);
    if (at % Math.ceil(contacts / 12) === 0) await exchange();
  }
  let tries = 0;
  while ((await exchange()).waiting > 0) {
    tries += 1;
    if (tries > 40) throw new Error('it never got through');
  }
};

const overLossyLine = (story: (line: Team & { readonly link: BadLink }) => Promise<void>) =>
  overEndpoint(sqliteDatabase, async ({ database, endpoint }) => {
    const link = await layBadLink(endpoint.port);
    try {
      await story({ link, ...(await aTeam(endpoint, link.origin)) });
      await endpoint.stop();
      expect((await lookAt(database)).wrong).toEqual([]);
    } finally {
      await link.close();
    }
  });

test(`${contacts} contacts get through where every fifth packet is lost and every fifth connection reset: each of them once`, () =>
  overLossyLine(async ({ link, field, laptop }) => {
    const { chance } = randomFrom('a lossy line');
    const notes = numbers(1, contacts).map((at) => `contact ${String(at).padStart(4, '0')}`);
    let lost = 0;
    const loses = () => {
      const isLost = chance(0.2);
      lost += isLost ? 1 : 0;
      return isLost;
    };
    link.be({ ...times, loses, resetsEvery: 5 });
    await sendsAll(field, link, notes);
    link.be({});
    expect(lost).toBeGreaterThan(5);
    expect(link.resets()).toBeGreaterThan(0);
    expect(await notesAt(laptop)).toEqual(notes);
  }));
