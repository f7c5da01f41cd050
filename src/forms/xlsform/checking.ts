/** What the checks of a form's logic are given to look at. */
import type { Checklist } from '../../domain/checklist.ts';
import type { Loaded } from '../engine/load.ts';
import type { Row } from '../engine/rows.ts';
import type { Expr } from '../expression/ast.ts';
import type { Lists } from './choices.ts';
import type { Draft, ExpressionField } from './draft.ts';
import type { BesideForm } from './files.ts';
import type { Findings } from './finding.ts';
import type { ListFacts } from './listFacts.ts';
import type { SheetTable } from './sheetTable.ts';
import type { Survey } from './structure.ts';

export interface FormToCheck {
  readonly checklist: Checklist;
  /** By path. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly lists: Lists;
  readonly files: Survey['files'];
  readonly given: readonly BesideForm[];
  readonly choiceTable: SheetTable | undefined;
  readonly findings: Findings;
}

export interface Checking extends FormToCheck {
  readonly loaded: Loaded;
  /** Questions by name: of one name there may be several, in different groups. */
  readonly named: ReadonlyMap<string, readonly Draft[]>;
  readonly factsOf: (list: string) => ListFacts | undefined;
  /** The question that a name means from where a row stands. */
  readonly questionNamed: (here: Row, name: string) => Draft | undefined;
}

/** One expression of one row. */
export interface LogicPlace {
  readonly checking: Checking;
  readonly row: Row;
  readonly draft: Draft;
  readonly field: ExpressionField;
  readonly text: string;
  readonly expr: Expr;
  /** Parts of it of which something was said already. */
  readonly explained: Set<Expr>;
}
