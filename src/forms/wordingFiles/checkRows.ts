/** Every row of a file that came back, held against what the app says today. Bad rows are named; the rest can go in. */
import { tidyWording, type WordingProblem, wordingProblems } from '../../domain/wordingCheck.ts';
import { isVouchedFor } from '../../domain/wordingStates.ts';
import { isOtherScript } from './scripts.ts';
import type { FileText, ReadRow, Where } from './wordingFile.ts';

export type RowProblem =
  | WordingProblem
  | { readonly type: 'unknown-key' }
  /** The language does not count in this form. */
  | { readonly type: 'plural-form' }
  | { readonly type: 'twice' }
  | { readonly type: 'english-changed' }
  | { readonly type: 'other-script' }
  /** Somebody filled the column with what was to be translated. */
  | { readonly type: 'still-english' };

export interface BadRow {
  readonly where: Where;
  readonly key: string;
  readonly problems: readonly RowProblem[];
}

export interface GoodRow {
  readonly key: string;
  readonly english: string;
  readonly was: string;
  readonly text: string;
}

export interface CheckedRows {
  readonly bad: readonly BadRow[];
  /** Texts that there were no words for. */
  readonly added: readonly GoodRow[];
  readonly changed: readonly GoodRow[];
  /** As they were, and nobody stands for them yet: who translated the file has read them. */
  readonly read: readonly GoodRow[];
  readonly same: number;
  /** Still without words. */
  readonly left: number;
}

const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

const unknown = (key: string, known: ReadonlyMap<string, FileText>): RowProblem =>
  pluralEnding.test(key) && known.has(key.replace(pluralEnding, '_other')) ? { type: 'plural-form' } : { type: 'unknown-key' };

const spelled = (text: string): string => tidyWording(text).replace(/\s+/g, ' ');

/** A single word may be the same in both: a name, OK. */
const isStillEnglish = (text: string, english: string): boolean => text === spelled(english) && /\s/.test(text);

/** What stands already may be in any script: the official name of a help line, say. */
const problemsOf = (tag: string, row: ReadRow, { key, english, text: now }: FileText): readonly RowProblem[] => {
  const text = tidyWording(row.text);
  return [
    ...wordingProblems({ key, english, text }),
    ...(row.english !== null && spelled(row.english) !== spelled(english) ? [{ type: 'english-changed' } as const] : []),
    ...(text !== now ? unlikeTheLanguage(tag, text, english) : []),
  ];
};

const unlikeTheLanguage = (tag: string, text: string, english: string): readonly RowProblem[] => {
  if (isStillEnglish(spelled(text), english)) return [{ type: 'still-english' }];
  return isOtherScript(tag, text, english) ? [{ type: 'other-script' }] : [];
};

/** `today`: every text of the language as it stands now. */
export const checkRows = (tag: string, rows: readonly ReadRow[], today: readonly FileText[]): CheckedRows => {
  const known = new Map(today.map((text) => [text.key, text]));
  const seen = new Set<string>();
  const bad: BadRow[] = [];
  const good: (GoodRow & { readonly open: boolean })[] = [];
  let left = 0;
  for (const row of rows) {
    const { key, where } = row;
    const text = known.get(key);
    const isLeft = text?.text === '' && row.text.trim() === '';
    const problems = !text
      ? [unknown(key, known)]
      : seen.has(key)
        ? [{ type: 'twice' } as const]
        : isLeft
          ? []
          : problemsOf(tag, row, text);
    seen.add(key);
    if (problems.length > 0) bad.push({ where, key, problems });
    else if (isLeft || !text) left += 1;
    else good.push({ key, english: text.english, was: text.text, text: tidyWording(row.text), open: !isVouchedFor(text.state) });
  }
  const same = good.filter(({ was, text }) => was === text);
  return {
    bad,
    added: good.filter(({ was }) => was === ''),
    changed: good.filter(({ was, text }) => was !== '' && was !== text),
    read: same.filter(({ open }) => open),
    same: same.filter(({ open }) => !open).length,
    left,
  };
};
