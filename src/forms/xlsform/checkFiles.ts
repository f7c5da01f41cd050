/** Files that the form looks into: whether they came with it, and whether anything looks into those that did. */

import { parseExpression } from '../expression/parse.ts';
import { partsOf } from '../expression/walk.ts';
import type { Checking } from './checking.ts';
import { type Draft, expressionFields, placeIn } from './draft.ts';
import { tableName } from './files.ts';
import { type Place, wholeForm } from './finding.ts';
import { itemsetsTable } from './itemsets.ts';
import { nearestTo } from './nearest.ts';

interface Use {
  readonly file: string;
  readonly column?: string;
  readonly place: Place;
}

const usesInCalls = (text: string, place: Place): readonly Use[] => {
  if (!/pulldata|instance/i.test(text)) return [];
  const parsed = parseExpression(text);
  if (!parsed.ok) return [];
  return partsOf(parsed.value).flatMap((part): Use[] => {
    if (part.kind !== 'call' || (part.name !== 'pulldata' && part.name !== 'instance')) return [];
    const [file, ...columns] = part.args;
    if (file?.kind !== 'text') return [];
    const named = part.name === 'pulldata' ? columns.slice(0, 2) : [];
    return [
      { file: file.value, place },
      ...named.flatMap((column) => (column.kind === 'text' ? [{ file: file.value, column: column.value, place }] : [])),
    ];
  });
};

/** The columns of value and label are called so unless the parameters say otherwise. */
const usesByList = (draft: Draft): readonly Use[] => {
  const { called, list: file, parameters = {} } = draft;
  if (!called.endsWith('_from_file') || file === undefined) return [];
  const place = placeIn(draft, 'type');
  const { value = 'name', label = 'label' } = parameters;
  return [{ file, place }, ...[value, label].map((column) => ({ file, column, place }))];
};

const usesIn = ({ drafts, files }: Checking): readonly Use[] => [
  ...[...drafts.values()].flatMap((draft) => [
    ...usesByList(draft),
    ...expressionFields.flatMap((field) => usesInCalls(draft.expressions[field] ?? '', placeIn(draft, field))),
  ]),
  ...files.map(({ row, name }) => ({ file: name, place: row.place('name') })),
];

const hasExternal = ({ drafts }: Checking): boolean => [...drafts.values()].some(({ called }) => called.endsWith('_external'));

/** Instances that every form has, and one that another program fills. */
const alwaysThere = new Set(['__session', '__last-saved', 'casedb', 'commcaresession']);

export const checkFiles = (checking: Checking): void => {
  const { checklist, lists, given, findings } = checking;
  const said = new Set<string>();
  const used = new Set<string>(hasExternal(checking) ? [itemsetsTable] : []);
  for (const { file, column, place } of usesIn(checking)) {
    const name = tableName(file);
    used.add(name);
    const table = Object.hasOwn(checklist.tables, name) ? checklist.tables[name] : undefined;
    if (table && column !== undefined && !table.columns.includes(column) && !said.has(`${name} ${column}`))
      findings.add('file-column-unknown', place, {
        text: column,
        suggestion: nearestTo(column, table.columns),
        values: { file, name: column },
      });
    said.add(`${name} ${column ?? ''}`);
    const came = given.some((beside) => tableName(beside.name) === name);
    if (table || came || column !== undefined || lists.has(file) || alwaysThere.has(file)) continue;
    const near = nearestTo(file, [...given.map((beside) => beside.name), ...lists.keys()]);
    findings.add('file-missing', place, { text: file, suggestion: near });
  }
  for (const { name } of given) if (!used.has(tableName(name))) findings.add('file-not-used', wholeForm, { text: name });
};
