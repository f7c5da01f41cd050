import { useTranslation } from 'react-i18next';
import type { WordsIn } from '../../i18n/useWordsIn.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';

/** A language's words did not come. Never silently another language: it is said, with a way to ask again. */
export const WordsMissing = ({ words: { missing } }: { readonly words: { readonly missing: Pick<WordsIn, 'retry'> | null } }) => {
  const { t } = useTranslation('field');
  if (!missing) return null;
  return (
    <Notice
      kind="care"
      action={
        <Button icon="reload" onClick={missing.retry}>
          {t('wording.retry')}
        </Button>
      }
    >
      {t('wording.missing')}
    </Notice>
  );
};
