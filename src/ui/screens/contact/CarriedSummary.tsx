import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { useCodeWords } from '../codeWords.ts';
import type { ContactFields } from './contactDraft.ts';

/** The same place and language as in the contact before, in one line; a tap opens them. */
export const CarriedSummary = ({ fields, onChange }: { readonly fields: ContactFields; readonly onChange: () => void }) => {
  const { t } = useTranslation('field');
  const { word, area, language } = useCodeWords();
  const said = [
    fields.placeType && word('placeType', fields.placeType),
    fields.area && area(fields.area),
    fields.language && language(fields.language),
    fields.interpreter && word('interpreter', fields.interpreter),
    fields.channel && fields.channel !== 'met' && word('channel', fields.channel),
  ].filter(Boolean);
  return (
    <section class="carried" aria-label={t('contact.carried.label')}>
      <p class="carried-title">{t('contact.carried.label')}</p>
      <p class="carried-words">{said.join(' · ')}</p>
      <Button kind="quiet" onClick={onChange}>
        {t('contact.carried.change')}
      </Button>
    </section>
  );
};
