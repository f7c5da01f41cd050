/** One row of the survey, read into a draft: its type, its words, its expressions. Whatever is wrong, there is a draft. */
import type { UnsupportedReason } from '../../domain/checklist.ts';
import { folded } from './cleanText.ts';
import type { Draft } from './draft.ts';
import type { Findings } from './finding.ts';
import type { FormLanguages } from './languages.ts';
import { marksIn } from './marks.ts';
import { parametersIn } from './parameters.ts';
import { safeKey } from './reserved.ts';
import { type RowType, reasonAgainst } from './rowTypes.ts';
import type { SheetRow } from './sheetTable.ts';
import { textsIn, withDefault } from './texts.ts';

export interface RowReading {
  readonly languages: FormLanguages;
  readonly findings: Findings;
  readonly cleanSpaces: boolean;
}

const longestName = 300;
/** These stand between names in our paths and around them in references; nothing that shows or turns text is left in a name either. */
const notInNames = /[\s/[\]{}$"'<>&\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const usable = (name: string): string => name.replace(notInNames, '_').slice(0, longestName);

const generatedName = (type: string, number: number): string =>
  type === 'note' ? `generated_note_name_${number}` : `${folded(type) || 'row'}_${number}`;

const nameOf = (row: SheetRow, type: string, asks: boolean, findings: Findings): string => {
  const written = row.text('name');
  const place = row.place('name');
  if (written === '') {
    const name = generatedName(type, row.number);
    if (asks) findings.add('name-missing', place, { suggestion: name, values: { name } });
    return name;
  }
  const name = usable(written);
  if (name !== written) findings.add('name-changed', place, { text: written, suggestion: name, values: { name } });
  return name;
};

interface Kind {
  readonly type: string;
  readonly called: string;
  readonly list?: string | undefined;
  readonly orOther?: boolean;
  readonly why?: UnsupportedReason | undefined;
}

const kindOf = (row: SheetRow, type: Exclude<RowType, { kind: 'end' | 'file' }>, findings: Findings): Kind => {
  const text = row.text('type');
  const place = row.place('type');
  if (type.kind === 'begin') return { type: type.container === 'repeat' ? 'repeat' : 'group', called: type.container };
  if (type.kind === 'unknown') {
    findings.add(text === '' ? 'type-missing' : 'type-unknown', place, { text, suggestion: type.suggestion });
    return { type: text.slice(0, longestName) || 'note', called: text || 'note', why: text === '' ? undefined : 'type-not-known' };
  }
  if (type.readAs) findings.add('type-read-as', place, { text, values: { meant: type.type } });
  const reason = reasonAgainst(type.type);
  if (reason) findings.add(reason, place, { text });
  const list = type.list ?? (row.text('list') || undefined);
  const choosing = /^(select_|rank$)/.test(type.type);
  if (choosing && list === undefined) findings.add('list-name-missing', place, { text });
  return {
    type: type.type,
    called: type.called,
    list: choosing ? list && safeKey(list) : undefined,
    orOther: type.orOther ?? false,
    why: reason ?? (choosing && !list ? 'list-missing' : undefined),
  };
};

const quiet = new Set(['calculate', 'hidden', 'group', 'repeat']);
const needsLabel = ({ type, why }: Kind, row: SheetRow): boolean =>
  !quiet.has(type) &&
  why !== 'about-the-device' &&
  why !== 'type-not-known' &&
  row.text('calculation') === '' &&
  !(type === 'geopoint' || type.startsWith('background') || type.startsWith('start-'));

const labelsOf = (row: SheetRow, name: string, kind: Kind, { languages, findings }: RowReading): Draft['labels'] => {
  const labels = textsIn(row, 'label', languages, findings);
  if (Object.keys(labels).length > 0) return withDefault(labels, languages);
  const hasHint = row.byLanguage('hint').length > 0;
  if (!needsLabel(kind, row) || hasHint) return labels;
  findings.add('label-missing', row.place('label'), { suggestion: name, values: { name } });
  return { [languages.defaultLanguage]: name };
};

const expressionsOf = (row: SheetRow, clean: boolean): Draft['expressions'] => {
  const written = (field: string): string => (clean ? row.typed(field).replace(/ {2,}/g, ' ') : row.typed(field));
  const fields = ['relevant', 'required', 'readonly', 'constraint', 'calculation', 'choiceFilter', 'repeatCount'] as const;
  const entries = fields.map((field) => [field, written(field)] as const).filter(([, text]) => text !== '');
  const start = row.text('default');
  return { ...Object.fromEntries(entries), ...(start !== '' && { default: start }) };
};

/** `${a}, ${b}`; some leave the signs out. */
const triggersOf = (row: SheetRow): readonly string[] | undefined => {
  const text = row.text('trigger');
  const named = [...text.matchAll(/\$\{\s*([^{}]{1,300}?)\s*\}/g)].map(([, name = '']) => name);
  const names = named.length > 0 ? named : text.split(/[\s,;]+/).filter((word) => word !== '');
  return names.length > 0 ? names.map((name) => name.slice(0, longestName)) : undefined;
};

export const draftOf = (row: SheetRow, type: Exclude<RowType, { kind: 'end' | 'file' }>, reading: RowReading): Draft => {
  const { languages, findings, cleanSpaces } = reading;
  const kind = kindOf(row, type, findings);
  const isContainer = type.kind === 'begin';
  const name = nameOf(row, kind.type, !isContainer && kind.type !== 'note' && kind.why === undefined, findings);
  const words = (field: string): Draft['labels'] => textsIn(row, field, languages, findings);
  const trigger = triggersOf(row);
  const appearance = row.text('appearance');
  const parameters = parametersIn(row, kind.type, findings);
  return {
    row,
    name,
    writtenName: row.text('name'),
    type: kind.type,
    called: kind.called,
    supported: kind.why === undefined,
    ...(kind.why && { why: kind.why }),
    ...(kind.list !== undefined && { list: kind.list }),
    orOther: kind.orOther ?? false,
    labels: labelsOf(row, name, kind, reading),
    hints: words('hint'),
    guidance: words('guidance'),
    requiredMessages: words('requiredMessage'),
    constraintMessages: words('constraintMessage'),
    expressions: expressionsOf(row, cleanSpaces),
    ...(trigger && { trigger }),
    ...(appearance && { appearance }),
    ...(parameters && { parameters }),
    ...(isContainer && { children: [] }),
    ...marksIn(row, findings),
    parent: null,
  };
};
