/** Sends until it is answered, as a phone does: after a pause when the endpoint is away or asks for one, and gives up only on a plain no. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from '../../src/domain/result.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { RefusalCode } from '../../src/protocol/refusals.ts';
import type { SessionFailure } from '../../src/sync/session.ts';

/** Longer than a restart, and than the hour of a byte limit that is nearly over. */
const patienceMs = 900_000;
const pauseMs = 500;
const passing: readonly RefusalCode[] = ['too-many', 'too-slow', 'internal', 'disk-full'];

/** Seconds to wait; `null` when asking again will not help. */
const waitFor = (failure: SessionFailure): number | null => {
  if (failure.type === 'no-connection' || failure.type === 'too-slow') return pauseMs / 1000;
  if (failure.type === 'busy') return failure.waitSeconds ?? pauseMs / 1000;
  if (failure.type === 'refused' && passing.includes(failure.code)) return failure.waitSeconds ?? pauseMs / 1000;
  return null;
};

export const patiently = async (ask: () => Promise<Result<Bytes, SessionFailure>>): Promise<Bytes> => {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer.ok) return answer.value;
    const seconds = waitFor(answer.failure);
    if (seconds === null || Date.now() > until) throw new Refused(answer.failure);
    await pause(seconds * 1000);
  }
};

/** Nothing a load can do about; the whole run ends with it. */
export class Refused extends Error {
  constructor(failure: SessionFailure) {
    super(`the endpoint said no: ${failure.type === 'refused' ? failure.code : failure.type}`);
    this.name = 'Refused';
  }
}
