/**
 * A checklist is data: items in order, their skip rules in the language of XLSForm, and which part of the law and which
 * form of exploitation a question speaks to. Our own and those that organisations bring have this one shape. The wording
 * of our own lives in locales/<lang>/checklists.json, so that a translator and an advocate can review it alone; the
 * wording of one brought in travels with it.
 */
import * as v from 'valibot';

/** What a question is about in law (22 USC 7102, 720 ILCS 5/10-9): act, means, purpose; or the setting, or safety. */
export const elements = ['act', 'means', 'purpose', 'context', 'safety'] as const;
export const Element = v.picklist(elements);
export type Element = v.InferOutput<typeof Element>;

/** The three that make up the result grid. */
export const legalElements = ['act', 'means', 'purpose'] as const;
export type LegalElement = (typeof legalElements)[number];

export const forms = ['labour', 'commercial-sex', 'domestic', 'forced-criminality', 'family-servitude', 'any'] as const;
export const Form = v.picklist(forms);
export type Form = v.InferOutput<typeof Form>;

/** The six ways in which 720 ILCS 5/10-9 says labour or services can be forced; our adult checklist must ask about each. */
export const waysOfForce = ['serious-harm', 'physical-restraint', 'abuse-of-law', 'documents-held', 'blackmail', 'financial-harm'] as const;
export type WayOfForce = (typeof waysOfForce)[number];

/** Most pressing first: what is shown first when an answer raises more than one. */
export const urgencies = ['danger-now', 'suicide', 'medical', 'child-at-risk', 'watched'] as const;
export type Urgency = (typeof urgencies)[number];

/** In our own lists of several: ticking it clears the others, so that "none" is told apart from not asked. */
export const noneOfThese = 'none';
/** In `notedWhen`: whatever is answered notes something. */
export const anyAnswer = '*';

const Text = v.pipe(v.string(), v.maxLength(20_000));
/** Wording by the name of the language, as the checklist's own `languages` name it. */
export const Texts = v.record(v.string(), Text);
export type Texts = v.InferOutput<typeof Texts>;

/** An expression as its author wrote it, with `${name}` for the answer to a question (docs/decisions/0016). */
const Expression = v.pipe(v.string(), v.maxLength(1_100_000));
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** What we say of a question, and its author does not: for the grid, for urgent help, for how it is asked. */
export const Marks = v.object({
  /** A key of `topics` in locales/<lang>/checklists.json; without it the question's own wording names the topic. */
  topic: v.optional(v.string()),
  element: Element,
  form: Form,
  /** Which of the six ways of force it speaks to, if any. */
  force: v.optional(v.array(v.picklist(waysOfForce))),
  /** Which answers note something for the grid, e.g. `no` for "can you keep your pay?". Names of choices, or `anyAnswer`. */
  notedWhen: v.array(v.string()),
  /** These answers lead at once to what to do. */
  urgentWhen: v.optional(v.object({ answers: v.array(v.string()), urgency: v.picklist(urgencies) })),
  /** Answered from what the worker sees or was told: the how-known row starts there. */
  usuallyKnown: v.picklist(['seen', 'said']),
  /** Past, present or feared: asked only where it makes sense. */
  asksTime: v.boolean(),
  /** Choices that clear the others when ticked, such as "none of these". */
  alone: v.optional(v.array(v.string())),
});
export type Marks = v.InferOutput<typeof Marks>;

/** What a question that nobody marked counts as: part of the setting, noting nothing. */
export const unmarked: Marks = { element: 'context', form: 'any', notedWhen: [], usuallyKnown: 'said', asksTime: false };

/** Why an item is kept in the checklist and not asked; worded under `library:import.why.<code>`. */
export const unsupportedReasons = [
  'picture-or-sound',
  'place-on-a-map',
  'about-the-device',
  'kept-from-another-person',
  'type-not-known',
  'list-missing',
  'broken-row',
] as const;
export type UnsupportedReason = (typeof unsupportedReasons)[number];

export interface Item {
  /** Unique among its siblings, as in the source. */
  readonly name: string;
  /** One of the types above; a type we do not know keeps its author's spelling and is not `supported`. */
  readonly type: string;
  readonly supported: boolean;
  readonly why?: UnsupportedReason | undefined;
  readonly labels: Texts;
  readonly hints: Texts;
  readonly guidance?: Texts | undefined;
  readonly list?: string | undefined;
  readonly relevant?: string | undefined;
  /** `true()`, `false()` or an expression: yes and no are read into these at the door. The same for `readonly`. */
  readonly required?: string | undefined;
  readonly requiredMessages?: Texts | undefined;
  readonly readonly?: string | undefined;
  readonly constraint?: string | undefined;
  readonly constraintMessages?: Texts | undefined;
  readonly calculation?: string | undefined;
  /** A value, or an expression when it has the shape of one. */
  readonly default?: string | undefined;
  /** Names of the questions whose change runs the calculation. */
  readonly trigger?: readonly string[] | undefined;
  readonly choiceFilter?: string | undefined;
  readonly appearance?: string | undefined;
  /** Of a range: start, end, step; of a list from a file: which columns are value and label. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  readonly repeatCount?: string | undefined;
  /** In groups and repeats. */
  readonly children?: readonly Item[] | undefined;
  /** A top group of our own that opens with a pause and an offer to stop. */
  readonly pause?: boolean | undefined;
  /** Left out by the organisation: kept for what refers to it, never asked. */
  readonly hidden?: boolean | undefined;
  readonly marks?: Marks | undefined;
}

export const Item: v.GenericSchema<Item> = v.object({
  name: Name,
  type: v.pipe(v.string(), v.maxLength(300)),
  supported: v.boolean(),
  why: v.optional(v.picklist(unsupportedReasons)),
  labels: Texts,
  hints: Texts,
  guidance: v.optional(Texts),
  list: v.optional(v.string()),
  relevant: v.optional(Expression),
  required: v.optional(Expression),
  requiredMessages: v.optional(Texts),
  readonly: v.optional(Expression),
  constraint: v.optional(Expression),
  constraintMessages: v.optional(Texts),
  calculation: v.optional(Expression),
  default: v.optional(Expression),
  trigger: v.optional(v.array(Name)),
  choiceFilter: v.optional(Expression),
  appearance: v.optional(v.string()),
  parameters: v.optional(v.record(v.string(), v.string())),
  repeatCount: v.optional(Expression),
  children: v.optional(v.array(v.lazy(() => Item))),
  pause: v.optional(v.boolean()),
  hidden: v.optional(v.boolean()),
  marks: v.optional(Marks),
});

/** One choice of a list. `columns`: every further column of its row, for filters and look-ups, by the column's name. */
export const Choice = v.object({ name: v.string(), labels: Texts, columns: v.optional(v.record(v.string(), v.string())) });
export type Choice = v.InferOutput<typeof Choice>;

/** A csv file that came with the checklist: looked up by `pulldata`, `instance('name')` and select_one_from_file. */
export const Table = v.object({ columns: v.array(v.string()), rows: v.array(v.array(v.string())) });
export type Table = v.InferOutput<typeof Table>;

/** How far people have looked at a language's wording; our own wording has more of them (wordingStates.ts). */
export const wordingStates = ['source', 'machine-draft', 'read-once', 'reviewed'] as const;
export type WordingState = (typeof wordingStates)[number];

export const ChecklistLanguage = v.object({
  /** As the checklist spells it, e.g. `English (en)`; `default` where it names none. Texts are kept under it. */
  name: v.string(),
  /** BCP 47, or `null` where nobody has said which language a bare name is. */
  code: v.nullable(v.string()),
  direction: v.picklist(['ltr', 'rtl']),
  wording: v.picklist(wordingStates),
  /** Who looked at the wording: a name or a role, as they wish. Without it, nothing counts as looked at. */
  reviewedBy: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
export type ChecklistLanguage = v.InferOutput<typeof ChecklistLanguage>;

/** For whom: under 18 nothing is asked of the person; it is for noting what was seen, and for the report. */
export const meantFor = ['adult', 'young-adult', 'under-18'] as const;
export type MeantFor = (typeof meantFor)[number];

/** In `licence`: written by the organisation itself. A code, so that everybody reads it in their own language. */
export const ownLicence = 'own';

export const Checklist = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  /** As its author gave it; our own count upwards. Compared for equality only. */
  version: v.pipe(v.string(), v.maxLength(300)),
  titles: Texts,
  /** `library`: worded in locales/<lang>/checklists.json; `own`: the texts in it. */
  wording: v.picklist(['library', 'own']),
  meantFor: v.picklist(meantFor),
  languages: v.array(ChecklistLanguage),
  /** Name of the language that stands in where another has no text. */
  defaultLanguage: v.string(),
  items: v.array(Item),
  lists: v.record(v.string(), v.array(Choice)),
  tables: v.record(v.string(), Table),
  /** Where it comes from and under which terms it may be used, in the supervisor's words. */
  source: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  licence: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});
export type Checklist = v.InferOutput<typeof Checklist>;

/** Every item in the order of the form, groups and repeats before what is in them, with its path, e.g. `/work/pay`. */
export const itemsWithPaths = (items: readonly Item[], under = ''): readonly { readonly path: string; readonly item: Item }[] =>
  items.flatMap((item) => {
    const path = `${under}/${item.name}`;
    return [{ path, item }, ...itemsWithPaths(item.children ?? [], path)];
  });
