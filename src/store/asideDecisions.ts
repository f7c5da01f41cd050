/**
 * What a supervisor decided about entries that the office could not take is done here, by itself, once. What has been settled
 * meanwhile is passed over, so a decision that comes twice, or two of them, change nothing more.
 */
import type { Id } from '../domain/id.ts';
import type { RecordsOf } from '../domain/library.ts';
import type { Result } from '../domain/result.ts';
import { type Decided, decisionsFor } from '../domain/setAside.ts';
import { type FieldbookDatabase, keepState, readState } from './database.ts';
import type { AnewFailure } from './notebook.ts';
import type { AsideRow } from './setAside.ts';

export interface AsideDecisionsDeps {
  readonly db: FieldbookDatabase;
  readonly device: Id;
  readonly recordsOf: RecordsOf;
  readonly tryAgain: (n: number) => Promise<Result<void, AnewFailure>>;
  readonly writeAnew: (n: number) => Promise<Result<void, AnewFailure>>;
}

/** The same tomorrow: there is nothing to wait for. */
const isFinal = ({ type }: AnewFailure): boolean => type === 'not-opened' || type === 'too-large';

export const createAsideDecisions = ({ db, device, recordsOf, tryAgain, writeAnew }: AsideDecisionsDeps) => {
  let done: readonly Id[] = [];

  /** `false`: not all of it could be done now. */
  const carryOut = async ({ decision }: Decided, rows: readonly AsideRow[]): Promise<boolean> => {
    const [doIt, named] = [decision.ask === 'anew' ? writeAnew : tryAgain, new Set(decision.entries)];
    for (const { n } of rows.filter(({ id, isResolved }) => named.has(id) && !isResolved)) {
      const outcome = await doIt(n);
      if (!outcome.ok && !isFinal(outcome.failure)) return false;
    }
    return true;
  };

  const noteDone = (record: Id): Promise<void> =>
    db.transaction('rw', db.state, async () => {
      const before = (await readState(db, 'asideDone'))?.decisions ?? [];
      await keepState(db, 'asideDone', { decisions: [...before.filter((one) => one !== record), record] });
    });

  return {
    /** Decisions that were carried out here, oldest first. */
    done: () => done,
    /** Whether anything was done. Should the phone die before it is noted, it is done once more at the next unlock. */
    carryOutAll: async (rows: readonly AsideRow[]): Promise<boolean> => {
      const mine = decisionsFor(device, recordsOf);
      if (mine.every(({ record }) => done.includes(record))) return false;
      done = (await readState(db, 'asideDone'))?.decisions ?? [];
      const open = mine.filter(({ record }) => !done.includes(record));
      for (const decided of open) if (await carryOut(decided, rows)) await noteDone(decided.record);
      done = (await readState(db, 'asideDone'))?.decisions ?? [];
      return open.length > 0;
    },
  };
};
