/** What PostgreSQL and its relatives say when something fails, by the codes they share, and what follows from each. */

/** Five signs; absent when the connection broke before the database could say anything. */
export const stateOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
};

/** Two transactions were in each other's way and this one has been rolled back whole: it may simply be done again. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(stateOf(error) ?? '');

/** Two processes that make the same thing in an empty database: whoever comes second looks again. */
export const isFirstOpeningRace = (error: unknown): boolean =>
  isConflict(error) || ['23505', '42P07', '42710', '55P03', 'XX000'].includes(stateOf(error) ?? '');

export const isDiskFull = (error: unknown): boolean => stateOf(error) === '53100';

/** After these a connection is of no more use: it broke, was ended from over there, or leads to one that takes no writes. */
export const endsConnection = (error: unknown): boolean => {
  const state = stateOf(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P') || state === '25006';
};

/** The database takes no writes: a replica, or a primary that has been stood down. */
export class OnlyReads extends Error {
  constructor() {
    super('the database is a replica');
    this.name = 'OnlyReads';
  }
}

/** The transaction is in the primary's log, but the replica that it was promised to has not said so. */
export class NotYetCopied extends Error {
  constructor() {
    super('the replica has not confirmed');
    this.name = 'NotYetCopied';
  }
}

export type PostgresFailure = {
  readonly type:
    | 'unreachable'
    | 'not-let-in'
    | 'no-database'
    | 'no-rights'
    | 'only-replicas'
    | 'too-many-connections'
    | 'no-tls'
    | 'no-authority'
    | 'other';
};

const typeByState: Readonly<Record<string, PostgresFailure['type']>> = {
  '28000': 'not-let-in',
  '28P01': 'not-let-in',
  '3D000': 'no-database',
  '42501': 'no-rights',
  '53300': 'too-many-connections',
  '57P03': 'unreachable',
  '25006': 'only-replicas',
};

export const failureOf = (error: unknown): PostgresFailure => {
  if (error instanceof OnlyReads) return { type: 'only-replicas' };
  const state = stateOf(error);
  if (state !== undefined) return { type: typeByState[state] ?? 'other' };
  const said = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  if (/SSL|TLS|CERT|certificate/i.test(said)) return { type: 'no-tls' };
  return { type: /ECONN|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|ENOENT|timeout|terminated/i.test(said) ? 'unreachable' : 'other' };
};
