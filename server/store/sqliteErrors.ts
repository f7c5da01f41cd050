/** What SQLite says went wrong, from the codes its driver puts on errors. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

export const isDiskFull = (error: unknown): boolean => codeOf(error) === 'SQLITE_FULL';

/** Something stands already where only one may be. */
export const isTaken = (error: unknown): boolean => codeOf(error)?.startsWith('SQLITE_CONSTRAINT') === true;
