/** What a failure says about asking again: how long the other side wants to be left alone, and whether asking again can help at all. */
import type { RefusalCode } from '../protocol/refusals.ts';
import type { ExchangeFailure } from './exchangeOnce.ts';

/** These may be answered otherwise a moment later: a full bucket, a full disk, a fault, a session that has lapsed, a line that was slow. */
const passing: ReadonlySet<RefusalCode> = new Set(['no-session', 'too-slow', 'too-large', 'too-many', 'internal', 'disk-full']);

/** The same question would get the same answer, until somebody changes something: a new version, a supervisor, whoever keeps the endpoint. */
export const isFinal = (failure: ExchangeFailure): boolean => failure.type === 'refused' && !passing.has(failure.code);

export const secondsAskedFor = (failure: ExchangeFailure): number =>
  failure.type === 'refused' || failure.type === 'busy' ? (failure.waitSeconds ?? 0) : 0;
