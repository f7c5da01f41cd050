/** Stopping is always right. What can be offered now, and the ways to stop: for today, for somebody else, or for good (R6). */
import { useTranslation } from 'react-i18next';
import { directoryNumbers } from '../../../domain/directory.ts';
import { Button, LinkButton } from '../../parts/Button.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { DialLink } from '../DialLink.tsx';
import { Said } from '../Said.tsx';
import type { TwoLanguages } from '../twoLanguages.ts';

export interface StopSheetProps {
  readonly open: boolean;
  readonly words: TwoLanguages;
  readonly onGoOn: () => void;
  readonly onLater: () => void;
  /** Left out before anything was asked: there is nothing to hand over. */
  readonly onHandOver?: (() => void) | undefined;
  readonly onFinish: () => void;
}

const offers = ['rest', 'information', 'call', 'introduce', 'another-day', 'nothing'] as const;

export const StopSheet = ({ open, words, onGoOn, onLater, onHandOver, onFinish }: StopSheetProps) => {
  const { t } = useTranslation('field');
  return (
    <Sheet
      open={open}
      title={open ? words.worker('checklists:stop.title') : ''}
      onClose={onGoOn}
      foot={
        <>
          <Button kind="main" wide onClick={onFinish}>
            {t('run.stopped')}
          </Button>
          <Button wide onClick={onLater}>
            {t('run.later')}
          </Button>
          <Button kind="quiet" wide onClick={onGoOn}>
            {t('run.goOn')}
          </Button>
        </>
      }
    >
      {open && <Offers words={words} onHandOver={onHandOver} />}
    </Sheet>
  );
};

const Offers = ({ words, onHandOver }: Pick<StopSheetProps, 'words' | 'onHandOver'>) => {
  const { t } = useTranslation('field');
  return (
    <>
      <Said words={words} says="checklists:stop.say" large />
      <Said words={words} says="checklists:stop.notYourFault" above={words.mark('checklists:stop.say')} />
      <ul class="checks">
        {offers.map((offer) => (
          <li key={offer}>{words.worker(`checklists:stop.offers.${offer}`)}</li>
        ))}
      </ul>
      <p>{words.worker('checklists:stop.distress')}</p>
      <div class="buttons">
        <LinkButton icon="card" href="/card">
          {t('run.card')}
        </LinkButton>
        <DialLink number={directoryNumbers.supportLine} />
        <DialLink number={directoryNumbers.emergency} />
      </div>
      {onHandOver && (
        <Button icon="office" wide onClick={onHandOver}>
          {t('run.handOver')}
        </Button>
      )}
    </>
  );
};
