/** The share of the simulation that every test run takes; `npm run simulate -- --seeds 10000 --steps 500` is the whole of it. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const minutes = 60_000;

const simulate = (...args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['scripts/run-source.mjs', 'tests/simulation/simulate.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    child.on('close', (code) => done({ code, said }));
  });

const numberIn = (said: string, name: string): number => Number(new RegExp(`"${name}":\\s*(\\d+)`).exec(said)?.[1] ?? -1);

test('thirty organisations under every fault: nothing lost, nothing doubled, every outbox empty within five rounds', {
  timeout: 10 * minutes,
}, async () => {
  const { code, said } = await simulate('--seeds', '30', '--steps', '150', '--json');
  expect(code, said).toBe(0);
  expect(numberIn(said, 'seeds')).toBe(30);
  expect(numberIn(said, 'steps')).toBe(30 * 150);
  expect(numberIn(said, 'entries')).toBeGreaterThan(500);
  expect(numberIn(said, 'mostRounds')).toBeLessThanOrEqual(5);
});

test('a seed goes the same way each time, to the byte', { timeout: 10 * minutes }, async () => {
  const hashOf = async () => /"hash": "(\w+)"/.exec((await simulate('--seed', '5', '--steps', '150')).said)?.[1];
  const first = await hashOf();
  expect(first).toMatch(/^\w{16}$/);
  expect(await hashOf()).toBe(first);
});

test('without a guard a seed fails', { timeout: 10 * minutes }, async () => {
  const guards = ['a key is granted before', 'the cursor moves by', 'had the next time'];
  const { code, said } = await simulate('--mutations', '--only', guards.join(','));
  expect(said).toContain('3 of 3 mutations were caught');
  expect(code).toBe(0);
});
