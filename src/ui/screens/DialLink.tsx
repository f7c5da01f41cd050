import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/Icon.tsx';

/** A number to tap. The digits stand apart from the sentence, so that no script turns them round. */
export const DialLink = ({ number, way = 'call' }: { readonly number: string; readonly way?: 'call' | 'text' | 'tty' | undefined }) => {
  const { t } = useTranslation('field');
  const href = `${way === 'text' ? 'sms' : 'tel'}:${number.replace(/[^\d+]/gu, '')}`;
  return (
    <a class="button button-plain dial" href={href} rel="noreferrer">
      <Icon name="phone" />
      <span>
        {t(`dial.${way}`)} <bdi dir="ltr">{number}</bdi>
      </span>
    </a>
  );
};
