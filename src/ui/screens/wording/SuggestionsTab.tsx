/** What the team suggested in one language: one after another or several at once, each as it is or changed first. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { tidyWording } from '../../../domain/wordingCheck.ts';
import { waitingProposals } from '../../../domain/wordingProposals.ts';
import { Button } from '../../parts/Button.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { AcceptFields, atFirst } from './AcceptFields.tsx';
import { Disputes } from './Disputes.tsx';
import { isFit, Suggestion } from './Suggestion.tsx';
import { type AcceptedAs, useAccepting } from './useAccepting.ts';
import type { InLanguageProps } from './useEveryText.ts';

export const SuggestionsTab = ({ tag, texts }: InLanguageProps) => {
  const { t } = useTranslation('library');
  const { recordsOf } = useNotebook();
  const { busy, failure, accept } = useAccepting(tag);
  const as = useSignal<AcceptedAs>(atFirst);
  const edited = useSignal<ReadonlyMap<string, string>>(new Map());
  const chosen = useSignal<readonly string[]>([]);
  const byKey = new Map(texts.map((wording) => [wording.key, wording]));
  const waiting = waitingProposals(recordsOf)
    .filter(({ language }) => language === tag)
    .flatMap((proposed) => {
      const wording = byKey.get(proposed.key);
      const text = edited.value.get(proposed.record) ?? proposed.text;
      return wording ? [{ proposed, wording, text }] : [];
    });
  const picked = waiting.filter(({ proposed }) => chosen.value.includes(proposed.record));
  const acceptThese = async (these: typeof waiting) => {
    const accepted = await accept(
      these.map(({ proposed, wording, text }) => ({
        key: wording.key,
        english: wording.english,
        text: tidyWording(text),
        proposal: proposed.record,
      })),
      as.peek(),
    );
    // Who stands for these texts said nothing of the next ones.
    if (accepted) as.value = atFirst;
  };
  // Of two suggestions for one text only one can be taken.
  const select = ({ proposed }: (typeof waiting)[number], on: boolean) => {
    const others = picked.filter((one) => one.proposed !== proposed && one.proposed.key !== proposed.key);
    const still = on ? others : picked.filter((one) => one.proposed !== proposed);
    chosen.value = [...still.map((one) => one.proposed.record), ...(on ? [proposed.record] : [])];
  };
  return (
    <div class="wording-part">
      <Disputes tag={tag} texts={texts} />
      {waiting.length === 0 ? (
        <Empty title={t('wordings.suggestions.empty')} />
      ) : (
        <AcceptFields
          value={as.value}
          onChange={(value) => {
            as.value = value;
          }}
        />
      )}
      <SaveProblem failure={failure} />
      {waiting.map((one) => (
        <Suggestion
          key={one.proposed.record}
          {...one}
          tag={tag}
          chosen={picked.includes(one)}
          busy={busy}
          onChoose={(on) => select(one, on)}
          onEdit={(text) => {
            edited.value = new Map([...edited.peek(), [one.proposed.record, text]]);
          }}
          onAccept={() => void acceptThese([one])}
        />
      ))}
      {picked.length > 0 && (
        <Button kind="main" icon="check" busy={busy} disabled={!picked.every(isFit)} onClick={() => void acceptThese(picked)}>
          {t('wordings.accept.several', { count: picked.length })}
        </Button>
      )}
    </div>
  );
};
