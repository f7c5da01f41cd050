/**
 * Answers as the sheets of a spreadsheet, with the question names of the source, as people who use ODK or Kobo know them: a row
 * for each screening, a sheet for each part that repeats, and how and why in a sheet of its own, so that the columns of the
 * source stay what they were.
 */
import type { Checklist } from '../../domain/checklist.ts';
import type { Answer, Screening } from '../../domain/screening.ts';
import { textOf, whyUnanswered } from '../walk/answers.ts';
import { templateOf } from '../walk/keys.ts';
import type { WrittenCell, WrittenSheet } from '../workbook/writtenSheet.ts';
import { type AnswersTable, type AnswersTables, type Column, tablesOf } from './columns.ts';
import { type Told, type ToldAnswers, toldIn } from './told.ts';

export interface SavedScreening {
  /** Codes as people know them: nothing in the file leads back to a name. */
  readonly record: string;
  readonly person: string;
  readonly worker: string;
  readonly screening: Screening;
  /** The version it was asked with; `null` where that has not arrived. */
  readonly checklist: Checklist | null;
}

export interface AnswersWanted {
  /** Every version of the checklist that is here, newest first. */
  readonly versions: readonly Checklist[];
  readonly screenings: readonly SavedScreening[];
  /** What workers wrote in their own words beside an answer. */
  readonly notes: boolean;
}

/** With a mark in front, as Kobo does it, so that they are told apart from the questions. */
const facts = [
  '_record',
  '_person',
  '_day',
  '_worker',
  '_checklist',
  '_version',
  '_outcome',
  '_language_worker',
  '_language_person',
  '_wording',
] as const;

const factsOf = ({ record, person, worker, screening }: SavedScreening): readonly WrittenCell[] => {
  const { day, checklist, outcome, languages } = screening;
  return [
    record,
    person,
    day,
    worker,
    checklist?.id ?? '',
    checklist?.version ?? '',
    outcome,
    languages?.worker ?? '',
    languages?.person ?? '',
    languages?.wording ?? '',
  ];
};

const numeric: readonly string[] = ['integer', 'decimal', 'range', 'calculate'];
/** What a spreadsheet can count with; `007` is a name and stays one. */
const isPlainNumber = (text: string): boolean => /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/u.test(text);

const cellOf = ({ item }: Column, text: string): WrittenCell => (numeric.includes(item.type) && isPlainNumber(text) ? Number(text) : text);

/** One, or with choices one and a one or a zero for each; all blank where there is no answer. */
const cellsOf = (column: Column, text: string): readonly WrittenCell[] => {
  const chosen = text.split(' ');
  const each = (column.choices ?? []).map((name): WrittenCell => (text === '' ? '' : chosen.includes(name) ? 1 : 0));
  return [cellOf(column, text), ...each];
};

const headingsOf = ({ heading, choices }: Column): readonly string[] => [heading, ...(choices ?? []).map((name) => `${heading}/${name}`)];

interface Read {
  readonly saved: SavedScreening;
  readonly said: ToldAnswers;
}

type Texts = ReadonlyMap<string, string>;

const textsOf = (told: readonly Told[], { headingOf }: AnswersTables): Texts => new Map(told.map((one) => [headingOf(one.leaf), one.text]));

const rowOf = ({ columns }: AnswersTable, texts: Texts): readonly WrittenCell[] =>
  columns.flatMap((column) => cellsOf(column, texts.get(column.heading) ?? ''));

/** Choices that no list names, of a file or of a version that is not here, get their column too. */
const withSeenChoices = (table: AnswersTable, reads: readonly Read[], { headingOf, tableOf }: AnswersTables): AnswersTable => {
  const seen = new Map<string, Set<string>>();
  for (const { leaf, text } of reads.flatMap(({ said }) => said.told)) {
    if (leaf.item.type !== 'select_multiple' || tableOf(leaf.repeat) !== table.name) continue;
    const names = seen.get(headingOf(leaf)) ?? new Set();
    for (const name of text.split(' ').filter(Boolean)) names.add(name);
    seen.set(headingOf(leaf), names);
  }
  const columns = table.columns.map((column) =>
    column.choices ? { ...column, choices: [...new Set([...column.choices, ...(seen.get(column.heading) ?? [])])] } : column,
  );
  return { ...table, columns };
};

const unknownTexts = ({ unknown }: ToldAnswers): Texts =>
  new Map(unknown.map(([key, answer]) => [key, whyUnanswered(answer) ? '' : textOf(answer)]));

/** A version that is not here asked, most likely, what the others ask: its answers stand where theirs do, the rest at the end. */
const mainSheet = (table: AnswersTable, reads: readonly Read[], tables: AnswersTables): WrittenSheet => {
  const known = new Set(table.columns.map(({ heading }) => heading));
  const others = [...new Set(reads.flatMap(({ said }) => said.unknown.map(([key]) => key)))].filter((key) => !known.has(key));
  const rows = reads.map(({ saved, said }) => {
    const told = said.told.filter(({ leaf }) => leaf.repeat === '');
    const texts: Texts = new Map([...unknownTexts(said), ...textsOf(told, tables)]);
    return [...factsOf(saved), ...rowOf(table, texts), ...others.map((key) => texts.get(key) ?? '')];
  });
  return { name: 'answers', rows: [[...facts, ...table.columns.flatMap(headingsOf), ...others], ...rows] };
};

/** `/homes[2]/rooms[1]` lies in `homes[2]`. */
const parentOf = (instance: string): string => /^(.*\[\d+\]).*\[\d+\]$/su.exec(instance)?.[1]?.slice(1) ?? '';
const positionOf = (instance: string): number => Number(/\[(\d+)\]$/u.exec(instance)?.[1] ?? 0);
const instanceOf = (path: string): string => /^(.*\[\d+\])/su.exec(path)?.[1] ?? '';

const repeatSheet = (table: AnswersTable, reads: readonly Read[], tables: AnswersTables): WrittenSheet => {
  const parent = table.nested ? ['_parent'] : [];
  const rows = reads.flatMap(({ saved, said: { told, instances } }) =>
    instances
      .filter((instance) => tables.tableOf(templateOf(instance)) === table.name)
      .map((instance) => [
        saved.record,
        ...(table.nested ? [parentOf(instance)] : []),
        positionOf(instance),
        ...rowOf(
          table,
          textsOf(
            told.filter(({ path }) => instanceOf(path) === instance),
            tables,
          ),
        ),
      ]),
  );
  return { name: table.name, rows: [['_record', ...parent, '_position', ...table.columns.flatMap(headingsOf)], ...rows] };
};

const whatIsKnown = (answer: Answer | undefined, notes: boolean): readonly string[] => [
  answer?.how ?? '',
  (answer?.time ?? []).join(' '),
  answer?.asked?.in ?? '',
  answer?.asked?.state ?? '',
  answer?.asked?.heard ?? '',
  ...(notes ? [answer?.note ?? ''] : []),
];

/** The place of what repeats stands in front: `homes[2]/kind`. */
const questionOf = ({ leaf, path }: Told, { headingOf }: AnswersTables): string =>
  leaf.repeat === '' ? headingOf(leaf) : `${instanceOf(path).slice(1)}/${headingOf(leaf)}`;

const aboutSheet = (reads: readonly Read[], tables: AnswersTables, notes: boolean): WrittenSheet => {
  const rows = reads.flatMap(({ saved, said: { told, unknown } }) => {
    const known = told.map((one) => [questionOf(one, tables), one.why ?? '', ...whatIsKnown(one.answer, notes)]);
    const others = unknown.map(([key, answer]) => [key, whyUnanswered(answer) ?? '', ...whatIsKnown(answer, notes)]);
    return [...known, ...others].filter(([, ...about]) => about.some((cell) => cell !== '')).map((row) => [saved.record, ...row]);
  });
  return {
    name: 'about',
    rows: [['_record', 'question', 'why', 'how', 'time', 'asked_in', 'asked_wording', 'asked_heard', ...(notes ? ['note'] : [])], ...rows],
  };
};

/** The main sheet first, then one for each repeat, then what is known about the answers. */
export const answersSheets = ({ versions, screenings, notes }: AnswersWanted): readonly WrittenSheet[] => {
  const tables = tablesOf(versions, facts);
  const reads = screenings.map((saved) => ({ saved, said: toldIn(saved.checklist, saved.screening) }));
  const [main, ...repeats] = tables.tables.map((table) => withSeenChoices(table, reads, tables));
  if (!main) return [];
  return [mainSheet(main, reads, tables), ...repeats.map((table) => repeatSheet(table, reads, tables)), aboutSheet(reads, tables, notes)];
};
