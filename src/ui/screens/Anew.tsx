/**
 * A phone that has a double is let in anew: a new invitation, the four words on both screens, and it goes on under a new name with
 * everything it had. Until a supervisor has let it in it stays as it was.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { type RenewFailure, type Renewing, useFieldbook } from '../fieldbook.ts';
import { Button } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { showToast } from '../parts/Toast.tsx';
import { useNotebook } from '../useNotebook.ts';
import { AskForLink, JoinProblem, takeFragment } from './gate/AskForLink.tsx';
import { FourWords } from './gate/FourWords.tsx';

/** How often it is looked whether somebody has let it in. */
const lookPause = 4000;

/** Asks by a link, and asks again with the same after a lost answer. */
const askBy = async (renewing: Renewing, link: string): Promise<RenewFailure | null> => {
  const opened = await renewing.open(link);
  const asked = opened.ok ? await renewing.ask() : opened;
  return asked.ok ? null : asked.failure;
};

const Anew = () => {
  const { t } = useTranslation('field');
  const fieldbook = useFieldbook();
  const words = useSignal<readonly string[] | null>(null);
  const failure = useSignal<RenewFailure | null>(null);
  const link = useSignal('');
  const busy = useSignal(false);
  const open = async (said: string) => {
    link.value = said;
    busy.value = true;
    const renewing = await fieldbook.renewing();
    failure.value = renewing ? await askBy(renewing, said) : { type: 'storage-failed' };
    words.value = (await renewing?.words()) ?? null;
    busy.value = false;
  };
  useEffect(() => {
    const fragment = takeFragment();
    if (fragment) void open(fragment);
    else
      void fieldbook.renewing().then(async (renewing) => {
        words.value = (await renewing?.words()) ?? null;
      });
  }, []);
  return (
    <Page title={t('sent.anew.open')} back="/sent">
      <p>{t('sent.anew.text')}</p>
      {failure.value && <AnewProblem failure={failure.value} onRetry={() => void open(link.value)} />}
      {words.value ? <Compare words={words.value} /> : <AskForLink busy={busy.value} onLink={(said) => void open(said)} />}
    </Page>
  );
};

const Compare = ({ words }: { readonly words: readonly string[] }) => {
  const { t } = useTranslation(['app', 'field']);
  const fieldbook = useFieldbook();
  const { route } = useLocation();
  const busy = useSignal(false);
  const look = async () => {
    busy.value = true;
    const isIn = (await (await fieldbook.renewing())?.look()) ?? false;
    busy.value = false;
    if (!isIn) return;
    showToast(t('field:sent.anew.done'));
    route('/sent', true);
  };
  useEffect(() => {
    const timer = setInterval(() => {
      if (!busy.peek()) void look();
    }, lookPause);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <FourWords words={words} label={t('waiting.words')} />
      <p>{t('waiting.compare')}</p>
      <div class="buttons">
        <Button icon="reload" busy={busy.value} onClick={() => void look()}>
          {busy.value ? t('waiting.looking') : t('waiting.look')}
        </Button>
      </div>
    </>
  );
};

const AnewProblem = ({ failure, onRetry }: { readonly failure: RenewFailure; readonly onRetry: () => void }) => {
  const { t } = useTranslation(['field', 'app']);
  const { role } = useNotebook().me;
  if (failure.type === 'other-organisation') return <Notice kind="care">{t('sent.anew.other-organisation')}</Notice>;
  if (failure.type === 'other-role') return <Notice kind="care">{t('sent.anew.other-role', { role: t(`app:roles.${role}`) })}</Notice>;
  return <JoinProblem failure={failure} onRetry={onRetry} />;
};

export default Anew;
