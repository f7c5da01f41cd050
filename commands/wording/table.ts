/** How far each language is, as a table for a terminal. */
import { type ReviewState, reviewStates } from '../../src/domain/wordingStates.ts';
import { isPlural, stemOf } from '../../src/i18n/flatWords.ts';
import type { LanguageFolder, Texts } from './languageFolder.ts';
import { linesOf } from './settle.ts';

export interface Row {
  readonly language: string;
  readonly namespace: string;
  readonly counts: ReadonlyMap<ReviewState, number>;
}

/** Keys of English that the language has no wording for; of a plural, any of its forms will do here. */
const missingIn = (namespace: string, { texts }: LanguageFolder, english: Texts): number => {
  const [there, here] = [english.get(namespace) ?? new Map<string, string>(), texts.get(namespace) ?? new Map<string, string>()];
  const stems = new Set([...there.keys()].map((key) => stemOf(key, there)));
  return [...stems].filter((stem) => !here.has(isPlural(stem, there) ? `${stem}_other` : stem)).length;
};

export const rowsOf = (language: string, folder: LanguageFolder, english: Texts): readonly Row[] => {
  const lines = linesOf(folder, english);
  return [...english.keys()].map((namespace) => {
    const counts = new Map<ReviewState, number>([['missing', missingIn(namespace, folder, english)]]);
    for (const { standing } of lines.filter((line) => line.namespace === namespace))
      counts.set(standing.state, (counts.get(standing.state) ?? 0) + 1);
    return { language, namespace, counts };
  });
};

const shown = reviewStates.filter((state) => state !== 'source');

export const tableOf = (rows: readonly Row[]): string => {
  const cells = [
    ['language', 'namespace', ...shown],
    ...rows.map(({ language, namespace, counts }) => [language, namespace, ...shown.map((state) => String(counts.get(state) || '·'))]),
  ];
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const padded = (cell: string, at: number) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0));
  return cells.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
};
