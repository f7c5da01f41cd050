/** A row on its way to becoming an item of the checklist: it still knows where it came from, and may still be mended. */
import type { Item, Marks, Texts, UnsupportedReason } from '../../domain/checklist.ts';
import type { Place } from './finding.ts';
import type { SheetRow } from './sheetTable.ts';

export const expressionFields = [
  'relevant',
  'required',
  'readonly',
  'constraint',
  'calculation',
  'default',
  'choiceFilter',
  'repeatCount',
] as const;
export type ExpressionField = (typeof expressionFields)[number];

/** A default is an expression only when it looks like one, as the engine tells it. */
export const isExpression = (field: ExpressionField, text: string): boolean => field !== 'default' || /\$\{|[\w.:-]\(/u.test(text);

export interface Draft {
  readonly row: SheetRow;
  name: string;
  /** As written, where the name had to be changed. */
  readonly writtenName: string;
  readonly type: string;
  /** As the reference converter calls it, where we make no difference. */
  readonly called: string;
  supported: boolean;
  why?: UnsupportedReason;
  list?: string;
  readonly orOther: boolean;
  labels: Texts;
  hints: Texts;
  guidance: Texts;
  requiredMessages: Texts;
  constraintMessages: Texts;
  readonly expressions: Partial<Record<ExpressionField, string>>;
  trigger?: readonly string[];
  appearance?: string;
  parameters?: Readonly<Record<string, string>>;
  marks?: Marks;
  pause?: boolean;
  hidden?: boolean;
  /** Of a group or a repeat. */
  children?: Draft[];
  parent: Draft | null;
}

export const placeIn = (draft: Draft, field?: string): Place => draft.row.place(field);

/** Every draft in the order of the form. A loop, not a recursion: nesting is the author's. */
export const allDrafts = (roots: readonly Draft[]): readonly Draft[] => {
  const all: Draft[] = [];
  const waiting = [...roots].reverse();
  for (let draft = waiting.pop(); draft; draft = waiting.pop()) {
    all.push(draft);
    for (const child of [...(draft.children ?? [])].reverse()) waiting.push(child);
  }
  return all;
};

const orNothing = (texts: Texts): Texts | undefined => (Object.keys(texts).length > 0 ? texts : undefined);

/** Only what is there: a property without a value would make two equal checklists differ. */
const present = <T extends object>(whole: T): T => {
  const kept = Object.entries(whole).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as T;
};

export const itemOf = (draft: Draft): Item =>
  present<Item>({
    name: draft.name,
    type: draft.type,
    supported: draft.supported,
    why: draft.why,
    labels: draft.labels,
    hints: draft.hints,
    guidance: orNothing(draft.guidance),
    list: draft.list,
    relevant: draft.expressions.relevant,
    required: draft.expressions.required,
    requiredMessages: orNothing(draft.requiredMessages),
    readonly: draft.expressions.readonly,
    constraint: draft.expressions.constraint,
    constraintMessages: orNothing(draft.constraintMessages),
    calculation: draft.expressions.calculation,
    default: draft.expressions.default,
    trigger: draft.trigger,
    choiceFilter: draft.expressions.choiceFilter,
    appearance: draft.appearance,
    parameters: draft.parameters,
    repeatCount: draft.expressions.repeatCount,
    children: draft.children?.map(itemOf),
    pause: draft.pause,
    hidden: draft.hidden,
    marks: draft.marks,
  });
