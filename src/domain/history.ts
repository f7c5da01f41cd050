/** A record's story: every entry with what it said, and what stood there before as far as its writer had seen. */
import type { OpenedEntry } from './entry.ts';
import { ancestry, fieldsSaid, foldRecord, type RecordState } from './fold.ts';

export interface Change {
  readonly field: string;
  readonly now: unknown;
  /** `undefined`: nobody had said anything of this field. */
  readonly before: unknown;
}
export interface Step {
  readonly entry: OpenedEntry;
  readonly changes: readonly Change[];
}

export const storyOf = (state: RecordState): readonly Step[] => {
  const before = ancestry(state.history);
  return state.history.map((entry) => {
    const seen = before.get(entry.id);
    const then = foldRecord(
      state.record,
      state.history.filter(({ id }) => seen?.has(id)),
    );
    const said = fieldsSaid(entry.body.kind, entry.body.says);
    return { entry, changes: said.map(([field, now]) => ({ field, now, before: then.fields.get(field)?.value })) };
  });
};
