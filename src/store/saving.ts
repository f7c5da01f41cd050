/** What can go wrong when IndexedDB is asked to keep something, as a value. */
import { failed, ok, type Result } from '../domain/result.ts';
import type { SaveFailure } from './notebook.ts';

const nameOf = (problem: unknown): string => {
  if (typeof problem !== 'object' || problem === null) return '';
  const { name, inner } = problem as { readonly name?: unknown; readonly inner?: unknown };
  return `${String(name)} ${inner ? nameOf(inner) : ''}`;
};

/** Dexie wraps what the browser threw; a full disk says QuotaExceededError somewhere inside. */
export const saveFailureOf = (problem: unknown): SaveFailure => ({
  type: nameOf(problem).includes('QuotaExceeded') ? 'storage-full' : 'storage-failed',
});

export const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, SaveFailure>> => {
  try {
    return ok(await work());
  } catch (problem) {
    return failed(saveFailureOf(problem));
  }
};
