/** Slow lines and lines that are cut: what travels gets smaller, what has arrived is not sent again, and nobody is told otherwise. */
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/domain/result.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { parseSyncBatch } from '../../src/protocol/exchange.ts';
import { unpackRuns } from '../../src/protocol/runs.ts';
import type { PostInSession } from '../../src/sync/session.ts';
import { primitives } from '../../src/vault/primitives.ts';
import { countIn, keepsUpTo, keptAll } from '../support/answers.ts';
import { exchangeOver, withContacts } from '../support/exchangeOver.ts';

describe('a line too slow for a whole batch', () => {
  /** An endpoint behind a line that carries so many entries in time. */
  const carries = (most: () => number, sizes: number[] = []): PostInSession => {
    const keeps = keepsUpTo(500);
    return async (path, body) => {
      sizes.push(countIn(body));
      return countIn(body) > most() ? failed({ type: 'too-slow' }) : keeps(path, body);
    };
  };
  test('carries half as much at a time, until it gets through; what got through is not sent again', async () => {
    const tab = await withContacts(300);
    const sizes: number[] = [];
    const { exchange } = await exchangeOver(
      tab,
      carries(() => 120, sizes),
    );
    await exchange.now();
    expect(exchange.view()).toMatchObject({ waiting: 0, failure: null, reached: true });
    expect(sizes.slice(0, 2)).toEqual([301, 150]);
    expect(sizes.filter((size) => size <= 120).reduce((sum, size) => sum + size, 0)).toBe(301);
  });

  test('and dead altogether, is not asked over and over: what one signature proves is the least, and then there is a pause', async () => {
    const tab = await withContacts(300);
    const sizes: number[] = [];
    const { exchange } = await exchangeOver(
      tab,
      carries(() => -1, sizes),
    );
    await exchange.now();
    expect(exchange.view()).toMatchObject({ waiting: 301, reached: false, failure: { type: 'too-slow' } });
    expect(sizes).toEqual([301, 150, 50, 50]);
    await exchange.now();
    expect(sizes.slice(4)).toEqual([50]);
  });
});

describe('a way that is cut in the middle', () => {
  /** Keeps every batch, and loses the answers it is told to; knows by its bytes what it has had. */
  const losing = (lost: (batch: number) => boolean) => {
    const had = new Set<string>();
    const sent: string[][] = [];
    const post: PostInSession = async (_, body) => {
      const ids = await idsIn(body);
      sent.push(ids);
      const receipts = ids.map((id, at) => (had.has(id) ? { is: 'had' as const, place: at + 1 } : { is: 'kept' as const, place: at + 1 }));
      for (const id of ids) had.add(id);
      return lost(sent.length) ? failed({ type: 'no-connection' }) : ok(keptAll(body, { receipts }));
    };
    return { post, sent, had };
  };
  const idsIn = async (body: Uint8Array<ArrayBuffer>): Promise<string[]> => {
    const batch = parseSyncBatch(body);
    const unpacked = batch.ok ? await unpackRuns(primitives, batch.value.runs, 500) : batch;
    return unpacked.ok ? unpacked.value.map(({ id }) => toHex(id)) : [];
  };

  test('goes on from there: at most one batch goes twice, and what the person is told never goes back', async () => {
    const tab = await withContacts(1700);
    const { post, sent, had } = losing((batch) => batch === 2 || batch === 3 || batch === 5);
    const { exchange, views } = await exchangeOver(tab, post);
    for (let tries = 0; tries < 5; tries += 1) await exchange.now();
    expect(exchange.view()).toMatchObject({ waiting: 0, failure: null });
    expect(had.size).toBe(1701);
    const twice = sent.flatMap((ids, at) => (at > 0 && ids.length > 0 && ids[0] === sent[at - 1]?.[0] ? [at] : []));
    expect(twice).toEqual([2, 3, 5]);
    expect(sent.flat().length).toBe(1701 + 3 * 500);
    const shown = views.flatMap(({ progress }) => (progress ? [progress.done] : []));
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(new Set(views.flatMap(({ progress }) => (progress ? [progress.of] : [])))).toEqual(new Set([1701]));
  });
});
