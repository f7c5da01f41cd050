/** The sheet `fieldbook`, which we write ourselves: what a checklist says and XLSForm has no word for. Other programs pass it over. */
import { type ChecklistLanguage, type MeantFor, meantFor, type Texts, wordingStates } from '../../domain/checklist.ts';
import type { Sheet } from '../workbook/workbook.ts';
import type { Findings } from './finding.ts';
import { safeKey } from './reserved.ts';
import { tableOf } from './sheetTable.ts';

export interface OwnSheet {
  readonly meantFor?: MeantFor;
  readonly source?: string;
  readonly licence?: string;
  readonly titles: Texts;
  readonly languages: ReadonlyMap<string, Partial<ChecklistLanguage>>;
}

export const ownColumns: Readonly<Record<string, readonly string[]>> = {
  what: ['what'],
  language: ['language'],
  value: ['is'],
  code: ['code'],
  direction: ['direction'],
  wording: ['wording'],
  reviewedBy: ['reviewed_by'],
};

const longest = 2000;

export const fieldbookOf = (sheet: Sheet | undefined, findings: Findings): OwnSheet => {
  if (!sheet) return { titles: {}, languages: new Map() };
  const { rows } = tableOf(sheet, { known: ownColumns, cleanSpaces: false, mostRows: 500, findings, freeColumns: true });
  const said = (what: string): string | undefined =>
    rows
      .find((row) => row.text('what') === what)
      ?.text('value')
      .slice(0, longest);
  const audience = meantFor.find((name) => name === said('meant_for'));
  const source = said('source');
  const licence = said('licence');
  const languages = rows
    .filter((row) => row.text('what') === 'language')
    .map((row): [string, Partial<ChecklistLanguage>] => {
      const wording = wordingStates.find((state) => state === row.text('wording'));
      const direction = (['ltr', 'rtl'] as const).find((name) => name === row.text('direction'));
      const [code, reviewedBy] = [row.text('code'), row.text('reviewedBy').slice(0, 200)];
      return [
        safeKey(row.text('language')),
        { ...(code && { code }), ...(direction && { direction }), ...(wording && { wording }), ...(reviewedBy && { reviewedBy }) },
      ];
    });
  const titles = rows.filter((row) => row.text('what') === 'title').map((row) => [safeKey(row.text('language')), row.text('value')]);
  return {
    ...(audience && { meantFor: audience }),
    ...(source && { source }),
    ...(licence && { licence }),
    titles: Object.fromEntries(titles),
    languages: new Map(languages),
  };
};
