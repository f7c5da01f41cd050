/**
 * What this device does by itself about own entries that the office could not take: those of a name it gave up are written anew, a
 * supervisor's decision is carried out, and the office is told how it stands.
 */
import { office } from '../domain/entry.ts';
import type { Id } from '../domain/id.ts';
import type { RecordsOf } from '../domain/library.ts';
import type { Result } from '../domain/result.ts';
import { createAsideDecisions } from './asideDecisions.ts';
import { createAsideReport } from './asideReport.ts';
import type { Once } from './chain.ts';
import { formerToTell } from './former.ts';
import type { NewEntry, SaveFailure } from './notebook.ts';
import { attempt } from './saving.ts';
import { type AsideRow, createSetAside, type SetAsideDeps } from './setAside.ts';

export interface AsideWorkDeps extends SetAsideDeps {
  readonly me: { readonly person: Id; readonly device: Id };
  readonly newId: () => Id;
  readonly recordsOf: RecordsOf;
  readonly rows: () => readonly AsideRow[];
  readonly twin: () => boolean;
  readonly write: (entry: NewEntry, once?: Once) => Promise<Result<void, SaveFailure>>;
  /** Reads what the database holds by now. */
  readonly takeNew: () => Promise<void>;
}

export const createAsideWork = (deps: AsideWorkDeps) => {
  const { db, vault, me, find, rows, twin, write, takeNew, recordsOf, newId } = deps;
  const { abilityOf, grantAgain, tryAgain, writeAnew, writeFormerAnew } = createSetAside(deps);
  const decisions = createAsideDecisions({ db, device: me.device, recordsOf, tryAgain, writeAnew });
  const report = createAsideReport({ db, device: me.device, newId, abilityOf, grantAgain, bodyOf: (id) => find(id)?.body, write });

  /** What the office could not take of a chain that this device has given up goes there again under its new name. */
  const sayFormerAnew = async (): Promise<void> => {
    if ((await writeFormerAnew(rows())) > 0) await takeNew();
    const tell = await formerToTell(db);
    if (tell && vault.isOpen() && (await write({ kind: 'member', record: me.person, says: tell.says, audience: office })).ok)
      await tell.done();
  };

  /** A phone with a twin sends nothing of its own, so it neither offers nor tells; that begins when it is let in anew. */
  const settleWithOffice = async (): Promise<void> => {
    if (twin() || !vault.isOpen()) return;
    if (await decisions.carryOutAll(rows())) await takeNew();
    if (vault.isOpen()) await report.tell(rows());
  };

  return {
    tryAgain,
    writeAnew,
    carriedOut: decisions.done,
    settle: async (): Promise<void> => {
      await sayFormerAnew();
      // A disk that does not answer now must not keep anybody from their notebook.
      await attempt(settleWithOffice);
    },
  };
};
