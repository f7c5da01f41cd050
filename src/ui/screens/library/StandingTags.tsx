import { useTranslation } from 'react-i18next';
import type { PublishedChecklist } from '../../../domain/library.ts';
import { Tag, type TagKind } from '../../parts/Tag.tsx';

const kinds: Readonly<Record<PublishedChecklist['standing'], TagKind>> = { offered: 'good', withdrawn: 'plain', incomplete: 'care' };

export const StandingTags = ({ one }: { readonly one: PublishedChecklist }) => {
  const { t } = useTranslation('library');
  return (
    <span class="library-tags">
      <Tag kind={kinds[one.standing]}>{t(`library.standing.${one.standing}`)}</Tag>
      {one.disputed && <Tag kind="care">{t('library.standing.disputed')}</Tag>}
      {one.sameVersion.length > 0 && <Tag kind="care">{t('library.standing.sameVersion')}</Tag>}
    </span>
  );
};
