import { beforeEach, describe, expect, test } from 'vitest';
import { nodePrimitives } from '../../server/primitives.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { parseJoinLookAnswer, parseJoinOpenAnswer } from '../../src/protocol/joining.ts';
import { aDevice, admissionLink, anOffice, type Office, random } from '../support/device.ts';
import { aServer, bytesOf, outcomeOf, type TestServer } from '../support/server.ts';

const hour = 3_600_000;

describe('an invitation', () => {
  let server: TestServer;
  let office: Office;
  const [invitation, joinKey, card, request] = [random(16), random(32), random(120), random(400)];
  const knocking = { invitation, joinKey };

  const leaves = (changes: object = {}) =>
    server
      .post(
        '/api/invitations',
        { invitation, guard: nodePrimitives.sha256(joinKey), card, hours: 48, ...changes },
        { token: office.supervisor.token },
      )
      .then(outcomeOf);
  const opens = (changes: object = {}, address?: string) =>
    server.post('/api/join/open', { ...knocking, ...changes }, address === undefined ? {} : { address });
  const asks = (changes: object = {}) => server.post('/api/join/ask', { ...knocking, request, ...changes }).then(outcomeOf);
  const looks = () => server.post('/api/join/look', knocking);
  const asking = async (by = office.supervisor) => (await by.syncs(server)).asking.map((one) => toHex(one.request));

  beforeEach(async () => {
    server = await aServer();
    office = await anOffice(server);
    return () => server.close();
  });

  test('goes its way: left, opened, asked, shown to supervisors, admitted, seen by the phone', async () => {
    const worker = await office.admits();
    expect(await leaves()).toBe('200');
    const opened = parseJoinOpenAnswer(await bytesOf(await opens()));
    expect(opened.ok && [toHex(opened.value.card), opened.value.roster.map(toHex)]).toEqual([toHex(card), office.links.map(toHex)]);
    expect(await asking()).toEqual([]);
    expect(await asks()).toBe('200');
    expect(await asking()).toEqual([toHex(request)]);
    expect(await asking(worker)).toEqual([]);

    const newcomer = await aDevice(office.supervisor.org);
    const link = await admissionLink(office.supervisor, { links: office.links, newcomer, invitation });
    expect(await outcomeOf(await server.post('/api/roster', { link }, { token: office.supervisor.token }))).toBe('200');
    expect(await asking()).toEqual([]);
    const looked = parseJoinLookAnswer(await bytesOf(await looks()));
    expect(looked.ok && toHex(looked.value.roster.at(-1) ?? new Uint8Array())).toBe(toHex(link));
    expect(await newcomer.logsIn(server)).toBe('200');
  });

  test('is left by supervisors, once', async () => {
    const worker = await office.admits();
    expect(
      await outcomeOf(await server.post('/api/invitations', { invitation, guard: random(32), card, hours: 1 }, { token: worker.token })),
    ).toBe('403 not-a-supervisor');
    expect([await leaves(), await leaves(), await leaves({ card: random(8) }), await leaves({ guard: random(32) })]).toEqual([
      '200',
      '200',
      '409 already-there',
      '409 already-there',
    ]);
    expect([await leaves({ hours: 73 }), await leaves({ hours: 0 })]).toEqual(['400 malformed', '400 malformed']);
  });

  test('serves one phone: the first request wins, and may come again', async () => {
    await leaves();
    expect([await asks(), await asks(), await asks({ request: random(400) })]).toEqual(['200', '200', '409 invitation-used']);
  });

  test('of two phones asking at once, one is heard', async () => {
    await leaves();
    expect((await Promise.all([asks({ request: random(9) }), asks({ request: random(9) })])).sort()).toEqual([
      '200',
      '409 invitation-used',
    ]);
  });

  test('ends with its hours, but a request made in time is still answered', async () => {
    await leaves();
    server.timePasses(48 * hour - 1);
    expect(await asks()).toBe('200');
    server.timePasses(24 * hour);
    await office.supervisor.logsIn(server);
    expect(await outcomeOf(await opens())).toBe('410 invitation-expired');
    expect([await asks(), await outcomeOf(await looks()), (await asking()).length]).toEqual(['200', '200', 1]);
    server.timePasses(14 * 24 * hour);
    await office.supervisor.logsIn(server);
    expect([await outcomeOf(await looks()), (await asking()).length]).toEqual(['410 invitation-expired', 0]);
  });

  test('that expired unasked can neither be opened nor asked', async () => {
    await leaves({ hours: 1 });
    server.timePasses(hour);
    expect([await outcomeOf(await opens()), await asks(), await outcomeOf(await looks())]).toEqual(Array(3).fill('410 invitation-expired'));
  });

  test('dies of five wrong keys, also for the right one', async () => {
    await leaves();
    const oneBitOff = joinKey.map((byte, at) => (at === 31 ? byte ^ 1 : byte));
    for (let at = 0; at < 5; at += 1) expect(await outcomeOf(await opens({ joinKey: oneBitOff }))).toBe('403 wrong-key');
    expect(await outcomeOf(await opens())).toBe('410 invitation-closed');
    expect([await asks(), await outcomeOf(await looks())]).toEqual(['410 invitation-closed', '410 invitation-closed']);
  });

  test('that nobody left is not there, and guessing on slows down', async () => {
    const outcomes: string[] = [];
    for (let at = 0; at < 200; at += 1) outcomes.push(await outcomeOf(await opens({ invitation: random(16) })));
    expect(outcomes.slice(0, 30)).toEqual(Array(30).fill('404 no-invitation'));
    expect(new Set(outcomes.slice(30))).toEqual(new Set(['429 too-many']));
    await leaves();
    expect((await opens({}, '203.0.113.9')).status).toBe(200);
  });
});
