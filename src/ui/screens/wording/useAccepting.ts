/** Putting accepted wording on every phone, with a way to take it back for a moment. */

import { useTranslation } from 'react-i18next';
import { sumOf } from '../../../domain/sum.ts';
import type { AcceptedState, AcceptedText } from '../../../domain/wording.ts';
import { wordingEntries, wordingTakenBack } from '../../../domain/wordingEntries.ts';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { useSave } from '../saving/useSave.ts';

export interface ToAccept {
  readonly key: string;
  /** As it stands today: what is accepted is accepted for this. */
  readonly english: string;
  readonly text: string;
  readonly proposal?: string | undefined;
}

export interface AcceptedAs {
  readonly state: AcceptedState;
  readonly who: string;
}

export const useAccepting = (tag: string) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const { busy, failure, save } = useSave();
  const accept = async (texts: readonly ToAccept[], { state, who }: AcceptedAs): Promise<boolean> => {
    const named = who.trim() === '' ? {} : { who: who.trim() };
    const accepted = ({ english, text, proposal }: ToAccept): AcceptedText => ({
      text,
      state,
      source: sumOf(english),
      when: notebook.today(),
      ...named,
      ...(proposal === undefined ? {} : { proposal }),
    });
    const said = { language: tag, texts: new Map(texts.map((one) => [one.key, accepted(one)])) };
    const entries = wordingEntries(said, notebook.recordsOf, notebook.newId);
    if (!(await save(entries))) return false;
    const undo = () => void notebook.writeTogether(entries.map(({ record }) => wordingTakenBack(record)));
    showToast(t('wordings.accept.done'), { undo });
    return true;
  };
  return { busy, failure, accept };
};
