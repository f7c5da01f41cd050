/** A checklist's lines for one spoken language, with the words to read from and what there is of each. */
import type { Checklist } from '../../../../domain/checklist.ts';
import { sourceLanguage } from '../../../../i18n/languages.ts';
import { useNotebook } from '../../../useNotebook.ts';
import { wordingOf } from '../../checklist/wording.ts';
import { writtenFor } from '../../listening/spokenFor.ts';
import { type TwoLanguages, useTwoLanguages, wordingFor } from '../../twoLanguages.ts';
import { type SpokenLine, type SpokenLines, spokenLines } from './spokenLines.ts';
import { type LineStanding, standingOf } from './takes.ts';

export interface Lines extends SpokenLines {
  readonly words: TwoLanguages;
  readonly standingAt: (line: SpokenLine) => LineStanding;
  readonly isDone: (line: SpokenLine) => boolean;
  /** The next one that is still to be read. */
  readonly after: (line: SpokenLine) => SpokenLine | undefined;
}

export const useLines = (checklist: Checklist, language: string): Lines => {
  const notebook = useNotebook();
  const written = writtenFor(language);
  const ours = useTwoLanguages(wordingFor(written) ?? sourceLanguage, 'checklists');
  const wording = wordingOf(null, checklist, ours, written);
  const said = spokenLines(checklist, wording);
  const { words } = wording;
  const standings = new Map(said.lines.map((line) => [line.name, standingOf(notebook, language, line, words.original(line.says))]));
  const standingAt = (line: SpokenLine) => standings.get(line.name) ?? standingOf(notebook, language, line, words.original(line.says));
  const isDone = (line: SpokenLine) => ['draft', 'published'].includes(standingAt(line).state);
  return {
    ...said,
    words,
    standingAt,
    isDone,
    after: (line) => said.lines.slice(said.lines.indexOf(line) + 1).find((each) => !isDone(each)),
  };
};
