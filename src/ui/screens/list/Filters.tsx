import { useTranslation } from 'react-i18next';
import { placeTypes, spokenLanguages } from '../../../domain/codes.ts';
import { Choices } from '../../parts/Choices.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { useCodeWords } from '../codeWords.ts';
import { type ContactFilters, filtersOn } from './findContacts.ts';

const switches = ['followUp', 'notSent', 'mine'] as const;

/** Folded away until needed; how many are on stays in sight. */
export const Filters = ({ filters, set }: { readonly filters: ContactFilters; readonly set: (filters: ContactFilters) => void }) => {
  const { t } = useTranslation('field');
  const { options, languageBothWays } = useCodeWords();
  const on = filtersOn(filters);
  return (
    <details class="more">
      <summary>{on > 0 ? t('list.filters.on', { count: on }) : t('list.filters.open')}</summary>
      <Choices
        legend={t('list.filters.only')}
        options={switches.map((value) => ({ value, label: t(`list.filters.${value}`) }))}
        value={switches.filter((name) => filters[name])}
        onChange={(chosen) =>
          set({ ...filters, followUp: chosen.includes('followUp'), notSent: chosen.includes('notSent'), mine: chosen.includes('mine') })
        }
      />
      <Pick
        label={t('contact.place.label')}
        empty={t('list.filters.any')}
        options={options('placeType', placeTypes)}
        value={filters.placeType}
        onChange={(placeType) => set({ ...filters, placeType })}
      />
      <Pick
        label={t('contact.language.label')}
        empty={t('list.filters.any')}
        options={spokenLanguages.map((value) => ({ value, label: languageBothWays(value) }))}
        value={filters.language}
        onChange={(chosen) => set({ ...filters, language: chosen })}
      />
    </details>
  );
};
