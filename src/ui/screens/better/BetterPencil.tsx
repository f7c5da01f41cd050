/** A pencil beside words that are said to a person, while somebody is putting the wording right. */
import { useTranslation } from 'react-i18next';
import { findLanguage, sourceLanguage } from '../../../i18n/languages.ts';
import { wordIn } from '../../../i18n/wordIn.ts';
import { Button } from '../../parts/Button.tsx';
import { translating, wanted } from '../../translating.ts';

interface BetterPencilProps {
  /** In which language it is said. */
  readonly tag: string;
  /** `ns:key`; anything else is a checklist's own text. */
  readonly says: string;
}

const isOurs = (says: string): boolean => /^[a-z]+:/.test(says);
/** Many pencils stand on one screen: each says what it is for. */
const nameOf = (words: string, text: string | undefined): string => (text ? `${words}: ${text}` : words);

/** English is what the others are written from. */
const isTranslated = (tag: string): boolean => tag !== sourceLanguage && findLanguage(tag) !== undefined;

export const BetterPencil = ({ tag, says }: BetterPencilProps) => {
  const { t } = useTranslation('field');
  if (!translating.value || (isOurs(says) && !isTranslated(tag))) return null;
  return (
    <Button
      kind="quiet"
      icon="pencil"
      label={nameOf(t('better.pencil'), isOurs(says) ? wordIn(tag, says) : undefined)}
      onClick={() => {
        wanted.value = isOurs(says) ? { type: 'text', tag, key: says } : { type: 'own' };
      }}
    />
  );
};
