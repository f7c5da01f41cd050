/** A large sign to tap and listen. Nothing on it is to be read; its name is in the worker's language. */
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';
import { Tag } from '../../parts/Tag.tsx';
import type { TwoLanguages } from '../twoLanguages.ts';
import type { Listening } from './useListening.ts';

export interface ListenButtonProps {
  readonly listening: Listening;
  readonly words: TwoLanguages;
  readonly says: string;
  /** There are no words beside it. */
  readonly alone: boolean;
}

export const ListenButton = ({ listening, words, says, alone }: ListenButtonProps) => {
  const { t, i18n } = useTranslation('field');
  const heard = listening.heardFor(says);
  const now = listening.now?.says === says ? listening.now : null;
  if (!heard) return null;
  const isOn = now !== null && now.is !== 'failed';
  return (
    <div class="listen" lang={i18n.language}>
      <button
        type="button"
        class={alone ? 'button button-main listen-alone' : 'button button-plain'}
        aria-label={isOn ? t('listen.stop') : t('listen.playOf', { text: words.worker(says) })}
        data-playing={now?.is === 'playing' ? (now.seconds ?? '') : undefined}
        onClick={() => listening.toggle(says)}
      >
        <Icon name={isOn ? 'halt' : 'play'} large />
      </button>
      {heard.by === 'phone' && <Tag>{t('listen.byPhone')}</Tag>}
      <span role="status">{now?.is === 'failed' ? t('listen.failed') : ''}</span>
    </div>
  );
};
