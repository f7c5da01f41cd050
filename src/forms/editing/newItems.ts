/** What can be added by hand, and what it begins as. */
import type { Checklist, Item, Texts } from '../../domain/checklist.ts';
import { freeName, freeNameIn, insertItem } from './items.ts';

export const newKinds = [
  'yes-no',
  'select_one',
  'select_multiple',
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'note',
  'group',
  'repeat',
] as const;
export type NewKind = (typeof newKinds)[number];

/** The words of yes, no and not sure, in the checklist's languages as far as we have them. */
export type YesNoWords = Readonly<Record<'yes' | 'no' | 'unsure', Texts>>;
export const yesNoList = 'yes-no';

const stem = (kind: NewKind): string => (kind === 'group' || kind === 'repeat' ? 'section' : kind === 'note' ? 'words' : 'question');

/** `question-1`, `question-2`, ...: names stand in exports, so they are plain, and can be changed. */
const nextName = (checklist: Checklist, kind: NewKind): string => {
  for (let count = 1; ; count += 1) {
    const name = `${stem(kind)}-${count}`;
    if (freeNameIn(checklist, name) === name) return name;
  }
};

const typeOf = (kind: NewKind): string => (kind === 'yes-no' ? 'select_one' : kind);

export interface Added {
  readonly checklist: Checklist;
  readonly path: string;
}

/** Puts a new item in at a place among the items of `parent` (`''`: the top). */
export const addItem = (
  checklist: Checklist,
  { kind, parent, at, yesNo }: { readonly kind: NewKind; readonly parent: string; readonly at: number; readonly yesNo: YesNoWords },
): Added => {
  const name = nextName(checklist, kind);
  const chooses = kind === 'select_one' || kind === 'select_multiple';
  const list = kind === 'yes-no' ? yesNoList : chooses ? freeName(Object.keys(checklist.lists), name) : undefined;
  const item: Item = {
    name,
    type: typeOf(kind),
    supported: true,
    labels: {},
    hints: {},
    ...(list === undefined ? {} : { list }),
    ...(kind === 'group' || kind === 'repeat' ? { children: [] } : {}),
  };
  const lists = list === undefined || checklist.lists[list] ? {} : { [list]: kind === 'yes-no' ? yesNoChoices(yesNo) : [] };
  const listed = { ...checklist, lists: { ...checklist.lists, ...lists } };
  return { checklist: insertItem(listed, parent, at, item), path: `${parent}/${name}` };
};

const yesNoChoices = (words: YesNoWords) => (['yes', 'no', 'unsure'] as const).map((name) => ({ name, labels: words[name] }));

/** Bounds of a number as they are picked, and the rule they make; `null` for a rule that says more. */
export interface Bounds {
  readonly least: number | null;
  readonly most: number | null;
}

export const ruleOf = ({ least, most }: Bounds): string | undefined => {
  const parts = [...(least === null ? [] : [`. >= ${least}`]), ...(most === null ? [] : [`. <= ${most}`])];
  return parts.length > 0 ? parts.join(' and ') : undefined;
};

const bounds = /^\. >= (-?\d+(?:\.\d+)?)(?: and \. <= (-?\d+(?:\.\d+)?))?$|^\. <= (-?\d+(?:\.\d+)?)$/;

export const boundsOf = (rule: string | undefined): Bounds | null => {
  if (rule === undefined || rule.trim() === '') return { least: null, most: null };
  const found = bounds.exec(rule.trim());
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return found ? { least: number(found[1]), most: number(found[2] ?? found[3]) } : null;
};
