import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../store/notebook.ts';
import type { IconName } from '../../parts/Icon.tsx';
import { Tag, type TagKind } from '../../parts/Tag.tsx';

const looks: Readonly<Record<Standing, { readonly kind: TagKind; readonly icon: IconName }>> = {
  'on-this-phone': { kind: 'plain', icon: 'phone' },
  'at-the-office': { kind: 'good', icon: 'office' },
  seen: { kind: 'good', icon: 'seen' },
};

/** The three honest states of a record, in words with a sign. */
export const StandingTag = ({ standing }: { readonly standing: Standing }) => {
  const { t } = useTranslation('field');
  const { kind, icon } = looks[standing];
  return (
    <Tag kind={kind} icon={icon}>
      {t(`standing.${standing}`)}
    </Tag>
  );
};
