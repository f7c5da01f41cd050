import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { TwoLanguages } from './twoLanguages.ts';

/** A language's words did not come. Never silently another language: it is said, with a way to ask again. */
export const WordsMissing = ({ words: { missing } }: { readonly words: Pick<TwoLanguages, 'missing'> }) => {
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
