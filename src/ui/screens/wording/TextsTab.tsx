/** Every text of a language in a list that can be searched; a supervisor writes straight into it. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../../domain/search.ts';
import { type ReviewState, reviewStates } from '../../../domain/wordingStates.ts';
import type { Wording } from '../../../i18n/everyText.ts';
import { type Namespace, namespaces } from '../../../i18n/languages.ts';
import { Button } from '../../parts/Button.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useStateWords } from '../better/useStateWords.ts';
import { TextRow } from './TextRow.tsx';
import type { InLanguageProps } from './useEveryText.ts';

/** More are drawn when they are asked for: a browser takes long to draw two thousand. */
const atOnce = 50;

interface Filters {
  readonly query: string;
  readonly state?: ReviewState | undefined;
  readonly namespace?: Namespace | undefined;
}

const fits = ({ key, english, text, standing, namespace }: Wording, filters: Filters): boolean =>
  (filters.state === undefined || standing.state === filters.state) &&
  (filters.namespace === undefined || namespace === filters.namespace) &&
  foldText(`${key} ${english} ${text}`).includes(foldText(filters.query.trim()));

export const TextsTab = ({ tag, texts }: InLanguageProps) => {
  const { t } = useTranslation('library');
  const filters = useSignal<Filters>({ query: '' });
  const shown = useSignal(atOnce);
  const found = texts.filter((wording) => fits(wording, filters.value));
  const set = (patch: Partial<Filters>) => {
    filters.value = { ...filters.peek(), ...patch };
    shown.value = atOnce;
  };
  return (
    <div class="wording-part">
      <Filter filters={filters.value} texts={texts} set={set} />
      <p role="status" class="soft">
        {t('wordings.texts.found', { count: found.length })}
      </p>
      <ul class="rows" role="list">
        {found.slice(0, shown.value).map((wording) => (
          <TextRow key={wording.key} tag={tag} wording={wording} />
        ))}
      </ul>
      {found.length > shown.value && (
        <Button
          onClick={() => {
            shown.value += atOnce;
          }}
        >
          {t('wordings.texts.more')}
        </Button>
      )}
    </div>
  );
};

interface FilterProps {
  readonly filters: Filters;
  readonly texts: readonly Wording[];
  readonly set: (patch: Partial<Filters>) => void;
}

const Filter = ({ filters, texts, set }: FilterProps) => {
  const { t } = useTranslation('library');
  const stateWords = useStateWords();
  const present = new Set(texts.map(({ standing }) => standing.state));
  return (
    <div class="wording-filters">
      <TextInput label={t('wordings.texts.search')} type="search" value={filters.query} onInput={(query) => set({ query })} />
      <Pick
        label={t('wordings.accept.state')}
        empty={t('wordings.texts.any')}
        options={reviewStates.filter((state) => present.has(state)).map((value) => ({ value, label: stateWords(value) }))}
        value={filters.state}
        onChange={(state) => set({ state })}
      />
      <Pick
        label={t('wordings.texts.where')}
        empty={t('wordings.texts.any')}
        options={namespaces.map((value) => ({ value, label: t(`wordings.namespace.${value}`) }))}
        value={filters.namespace}
        onChange={(namespace) => set({ namespace })}
      />
    </div>
  );
};
