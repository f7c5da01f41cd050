/** An invented form for both engines: its name says what it is about. */
import type { Checklist, Item } from '../../../../src/domain/checklist.ts';

export interface Form {
  readonly name: string;
  readonly items: readonly Item[];
  readonly rest?: Partial<Checklist>;
}

export const form = (name: string, items: readonly Item[], rest: Partial<Checklist> = {}): Form => ({ name, items, rest });
