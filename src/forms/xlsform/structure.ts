/** Rows into a tree by their begin and end. Where the two do not fit, the tree is closed where its author most likely meant it. */
import { type Draft, placeIn } from './draft.ts';
import type { Findings } from './finding.ts';
import { draftOf, type RowReading } from './rows.ts';
import { type RowType, rowTypeOf } from './rowTypes.ts';
import type { SheetRow } from './sheetTable.ts';
import { yesOrNo } from './yesNo.ts';

export interface Survey {
  readonly roots: readonly Draft[];
  /** Named by rows of type csv-external and xml-external. */
  readonly files: readonly { readonly row: SheetRow; readonly name: string }[];
}

/** Nobody nests so deep by hand; the checklist's parser is recursive and must not fall over. */
const deepest = 100;

interface Open {
  readonly roots: Draft[];
  readonly stack: Draft[];
  /** Begins that were too deep to open, so that their ends close nothing else. */
  flattened: number;
  last: number;
}

const place = (draft: Draft, open: Open): void => {
  const around = open.stack.at(-1);
  draft.parent = around ?? null;
  (around?.children ?? open.roots).push(draft);
};

const begin = (draft: Draft, open: Open, findings: Findings): void => {
  if (open.stack.length >= deepest) {
    open.flattened += 1;
    findings.add('nested-too-deep', placeIn(draft, 'type'), { text: draft.name, values: { limit: deepest, name: draft.name } });
    return;
  }
  if (draft.called === 'loop') findings.add('loop-as-group', placeIn(draft, 'type'), { text: draft.row.text('type') });
  place(draft, open);
  open.stack.push(draft);
};

const closeUnclosed = (open: Open, findings: Findings): void => {
  const draft = open.stack.pop();
  if (draft)
    findings.add('begin-not-closed', placeIn(draft, 'type'), {
      text: draft.row.text('type'),
      values: { name: draft.name, other: open.last },
    });
};

const kindOf = (container: 'group' | 'repeat' | 'loop'): string => (container === 'repeat' ? 'repeat' : 'group');

/** How far up the stack the row's own begin is; 0 is the innermost, -1 when there is none. */
const distanceTo = (row: SheetRow, kind: string, { stack }: Open): number => {
  const inward = [...stack].reverse();
  const name = row.text('name');
  const named = name === '' ? -1 : inward.findIndex((draft) => draft.writtenName === name && draft.type === kind);
  return named >= 0 ? named : inward.findIndex((draft) => draft.type === kind);
};

interface Ending {
  readonly row: SheetRow;
  readonly kind: string;
  /** As many ends as begins: then a wrong word is likelier than a missing row. */
  readonly balanced: boolean;
}

const end = ({ row, kind, balanced }: Ending, open: Open, findings: Findings): void => {
  const text = row.text('type');
  if (open.flattened > 0) {
    open.flattened -= 1;
    return;
  }
  const top = open.stack.at(-1);
  if (!top) {
    findings.add('end-without-begin', row.place('type'), { text });
    return;
  }
  const distance = distanceTo(row, kind, open);
  if (distance < 0 || (distance > 0 && balanced)) {
    findings.add('end-of-other-kind', row.place('type'), {
      text,
      suggestion: `end_${top.type}`,
      values: { name: top.name, other: top.row.number },
    });
    open.stack.pop();
    return;
  }
  for (let left = distance; left > 0; left -= 1) closeUnclosed(open, findings);
  open.stack.pop();
};

const isBalanced = (types: readonly RowType[]): boolean =>
  types.filter(({ kind }) => kind === 'begin').length === types.filter(({ kind }) => kind === 'end').length;

export const surveyOf = (rows: readonly SheetRow[], reading: RowReading): Survey => {
  const used = rows.filter((row) => {
    const off = yesOrNo(row.text('disabled')) === true;
    if (off) reading.findings.add('row-disabled', row.place('disabled'), { text: row.text('name') });
    return !off;
  });
  const types = used.map((row) => rowTypeOf(row.text('type')));
  const balanced = isBalanced(types);
  const open: Open = { roots: [], stack: [], flattened: 0, last: 1 };
  const files: { row: SheetRow; name: string }[] = [];
  for (const [index, row] of used.entries()) {
    const type = types[index];
    if (type === undefined) continue;
    if (type.kind === 'end') end({ row, kind: kindOf(type.container), balanced }, open, reading.findings);
    else if (type.kind === 'file') files.push({ row, name: `${row.text('name')}.${type.extension}` });
    else if (type.kind === 'begin') begin(draftOf(row, type, reading), open, reading.findings);
    else if (saysSomething(row)) place(draftOf(row, type, reading), open);
    open.last = row.number;
  }
  while (open.stack.length > 0) closeUnclosed(open, reading.findings);
  return { roots: open.roots, files };
};

/** A comment of its author's, in a column we do not know, is no row of the form. */
const saysSomething = (row: SheetRow): boolean =>
  row.text('type') !== '' || row.text('name') !== '' || row.byLanguage('label').length > 0 || row.text('calculation') !== '';
