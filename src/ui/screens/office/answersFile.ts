/** The answers to a checklist as a file: every version joined, by the names of the source. What writes it is fetched when it is asked for. */
import type { KeptScreening } from '../../../domain/answersExport.ts';
import type { Checklist } from '../../../domain/checklist.ts';
import { csvOf } from '../../../domain/csv.ts';
import type { Id } from '../../../domain/id.ts';
import { libraryIn } from '../../../domain/library.ts';
import { personCode } from '../../../domain/person.ts';
import { writtenFirst } from '../../../domain/records.ts';
import type { SavedScreening } from '../../../forms/answers/answersTable.ts';
import { findInLibrary } from '../../../forms/library/library.ts';
import type { WrittenSheet } from '../../../forms/workbook/writtenSheet.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { saveFile } from '../../saveFile.ts';
import { findChecklist } from '../checklist/whichChecklist.ts';

export type AnswersFileKind = 'xlsx' | 'csv';

export interface AnswersFileAsked {
  readonly id: string;
  readonly chosen: readonly KeptScreening[];
  readonly notes: boolean;
  readonly kind: AnswersFileKind;
  /** Made of invented records: the file's name says so too, for it may lie beside real ones (R38). */
  readonly invented: boolean;
}

/** The latest by their publishers' own clocks first: it only orders the columns. One of ours comes before what replaced it. */
const versionsOf = ({ recordsOf }: Notebook, id: string): readonly Checklist[] => {
  const published = libraryIn(recordsOf)
    .filter((one) => one.id === id)
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const ours = findInLibrary(id);
  return [...published.flatMap((one) => one.checklist() ?? []), ...(ours ? [ours] : [])];
};

/** Short enough to say aloud; where two are alike, the whole ids tell them apart. */
const shortCodes = (ids: readonly Id[]): ((id: Id) => string) => {
  const seen = new Map<string, number>();
  for (const code of ids.map(personCode)) seen.set(code, (seen.get(code) ?? 0) + 1);
  return (id) => (seen.get(personCode(id)) === 1 ? personCode(id) : id);
};

const savedFrom = ({ recordsOf }: Notebook, chosen: readonly KeptScreening[]): readonly SavedScreening[] => {
  const codeOf = shortCodes(chosen.map(({ state }) => state.record));
  return chosen.map(({ state, screening }) => ({
    record: codeOf(state.record),
    person: personCode(screening.person),
    worker: writtenFirst(state)?.body.by.name ?? '',
    screening,
    checklist: findChecklist(recordsOf, screening.checklist),
  }));
};

const sheetsOf = async (notebook: Notebook, { id, chosen, notes }: AnswersFileAsked): Promise<readonly WrittenSheet[]> => {
  const { answersSheets } = await import('../../../forms/answers/answersTable.ts');
  return answersSheets({ versions: versionsOf(notebook, id), screenings: savedFrom(notebook, chosen), notes });
};

const contentOf = async (sheets: readonly WrittenSheet[], kind: AnswersFileKind): Promise<readonly [BlobPart, string]> => {
  if (kind === 'csv') {
    const rows = sheets[0]?.rows ?? [];
    return [csvOf(rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)))), 'text/csv;charset=utf-8'];
  }
  const { writeWorkbook } = await import('../../../forms/workbook/writeWorkbook.ts');
  return [new Uint8Array(writeWorkbook(sheets)), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
};

/** A neutral name: it will lie in a folder of downloads (R19). Fails where the part that writes did not come. */
export const saveAnswers = async (notebook: Notebook, asked: AnswersFileAsked): Promise<void> => {
  const [content, type] = await contentOf(await sheetsOf(notebook, asked), asked.kind);
  saveFile(`${asked.invented ? 'invented-' : ''}sheet-${notebook.today()}.${asked.kind}`, content, type);
};
