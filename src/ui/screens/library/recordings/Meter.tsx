/** How loud it is and how long, while somebody reads: a bar for the eyes, a word for those who do not see it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { longestRecording } from '../../../../domain/recordings.ts';
import type { RecordingNow } from '../../../sound/microphone.ts';
import { formatSeconds } from './formatSeconds.ts';

const loudnesses = { quiet: 0.05, loud: 0.92 } as const;
const wordFor = (level: number): 'quiet' | 'good' | 'loud' =>
  level < loudnesses.quiet ? 'quiet' : level > loudnesses.loud ? 'loud' : 'good';

const barEvery = 100;
const barEveryStill = 500;
const sayEvery = 1_500;

export const Meter = ({ now }: { readonly now: RecordingNow }) => {
  const { t, i18n } = useTranslation('library');
  const level = useSignal(0);
  const seconds = useSignal(0);
  const word = useSignal<ReturnType<typeof wordFor>>('good');
  useEffect(() => {
    // Between two words the loudest counts: nobody speaks without a breath.
    let loudest = 0;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const bar = setInterval(
      () => {
        level.value = now.level();
        loudest = Math.max(loudest, level.peek());
        seconds.value = Math.floor(now.seconds());
      },
      still ? barEveryStill : barEvery,
    );
    const say = setInterval(() => {
      word.value = wordFor(loudest);
      loudest = 0;
    }, sayEvery);
    return () => {
      clearInterval(bar);
      clearInterval(say);
    };
  }, [now]);
  return (
    <div class="meter">
      <meter
        aria-label={t('recordings.level.label')}
        min={0}
        max={1}
        low={loudnesses.quiet}
        high={loudnesses.loud}
        optimum={0.4}
        value={level.value}
      />
      <span role="status">{t(`recordings.level.${word.value}`)}</span>
      <span class="quiet">
        {t('recordings.time', {
          seconds: formatSeconds(seconds.value, i18n.language),
          most: formatSeconds(longestRecording.seconds, i18n.language),
        })}
      </span>
    </div>
  );
};
