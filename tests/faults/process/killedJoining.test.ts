/** The endpoint is killed before each statement of founding, inviting, asking and letting in. Whoever got no answer sends the same again. */
import { describe, expect, test } from 'vitest';
import { nodePrimitives } from '../../../server/primitives.ts';
import { aDevice, admissionLink, anOffice, foundingLink, type Office, type RawDevice, random } from '../../support/device.ts';
import { doorAt } from '../../support/door.ts';
import { databases } from '../../support/faults/database.ts';
import { dieAtEachStatement, unlessDead } from '../../support/faults/dying.ts';
import { lookAt } from '../../support/faults/kept.ts';
import { overEndpoint } from '../../support/faults/team.ts';
import { outcomeOf } from '../../support/server.ts';

/** All requests that bring one newcomer in, always the same bytes. */
const wayInOf = async ({ supervisor, links }: Office, newcomer: RawDevice) => {
  const [invitation, joinKey] = [random(16), random(32)];
  const { token } = supervisor;
  const link = await admissionLink(supervisor, { links, newcomer, invitation });
  const left = { invitation, guard: nodePrimitives.sha256(joinKey), card: random(200), hours: 24 };
  return {
    link,
    requests: [
      ['/api/invitations', left, { token }],
      ['/api/join/open', { invitation, joinKey }, {}],
      ['/api/join/ask', { invitation, joinKey, request: random(300) }, {}],
      ['/api/roster', { link }, { token }],
      ['/api/join/look', { invitation, joinKey }, {}],
    ] as const,
  };
};

describe.each(databases)('killed before any statement, over $name', (kind) => {
  test('of a founding: each organisation is founded once, however often it asks', () =>
    overEndpoint(
      kind,
      async ({ database, endpoint }) => {
        const door = doorAt(endpoint.origin);
        const links: Uint8Array[] = [];
        const finds = async (link: Uint8Array) => {
          const response = await unlessDead(door.post('/api/found', { link }));
          return response ? outcomeOf(response) : 'died';
        };
        const work = async () => {
          links.push(await foundingLink(await aDevice()));
          return (await finds(links[links.length - 1] ?? new Uint8Array())) === '200';
        };
        await dieAtEachStatement(endpoint, { work }, 3);
        for (const link of [...links, ...links]) expect(await finds(link)).toBe('200');
        await endpoint.stop();
        const kept = await lookAt(database);
        expect([kept.organisations, kept.devices, kept.wrong]).toEqual([links.length, links.length, []]);
      },
      { env: { FOUNDING: 'open' } },
    ));

  test('of an invitation, a request or an admission: the phone is let in once, with the answers it would have had', () =>
    overEndpoint(kind, async ({ database, endpoint }) => {
      const door = doorAt(endpoint.origin);
      const office = await anOffice(door);
      const newcomers: Awaited<ReturnType<typeof wayInOf>>[] = [];
      const arrives = async ({ requests }: Awaited<ReturnType<typeof wayInOf>>) => {
        for (const [path, body, options] of requests) {
          const response = await unlessDead(door.post(path, body, options));
          if (!response) return false;
          expect([path, await outcomeOf(response)]).toEqual([path, '200']);
        }
        return true;
      };
      let coming = await wayInOf(office, await aDevice(office.supervisor.org));
      await dieAtEachStatement(endpoint, { work: () => arrives(coming) }, 6);
      newcomers.push(coming);
      office.links.push(coming.link);
      coming = await wayInOf(office, await aDevice(office.supervisor.org));
      newcomers.push(coming);
      for (const one of [...newcomers, ...newcomers]) expect(await arrives(one)).toBe(true);
      await endpoint.stop();
      const kept = await lookAt(database);
      expect([kept.devices, kept.wrong]).toEqual([3, []]);
    }));
});
