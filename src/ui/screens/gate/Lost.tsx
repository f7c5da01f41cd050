/** What was kept here is gone, or part of it: what that means, and what helps. Strangers may see it, so it says nothing of the notes. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { useFieldbook } from '../../fieldbook.ts';
import type { Loss } from '../../loss.ts';
import { Button } from '../../parts/Button.tsx';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';

const Lost = () => {
  const { t } = useTranslation('app');
  const loss = useFieldbook().loss.value;
  if (!loss) return null;
  return (
    <Page title={t(`lost.${loss.gone}.title`)}>
      <p class="lead">{t(`lost.${loss.gone}.text`)}</p>
      {loss.gone === 'keys' ? <StillToSend setAside={loss.setAside} /> : <Gone loss={loss} />}
    </Page>
  );
};

/** How much of it the office has, as far as the traces tell. */
const unsentWords = (unsent: number): { readonly key: 'none' | 'upTo' | 'many'; readonly most: number } => {
  if (unsent === 0) return { key: 'none', most: 0 };
  return unsent > 999 ? { key: 'many', most: 999 } : { key: 'upTo', most: unsent };
};

const Gone = ({ loss }: { readonly loss: Exclude<Loss, { gone: 'keys' }> }) => {
  const { t } = useTranslation('app');
  const { key, most } = unsentWords(loss.unsent);
  return (
    <>
      <Notice kind={key === 'none' ? 'good' : 'care'} still title={t('lost.sent')}>
        {t(`lost.unsent.${key}`, { most })}
      </Notice>
      {loss.gone === 'unreadable' && <ReadAgain />}
      <LetInAgain sure={loss.gone === 'notes'} />
    </>
  );
};

const ReadAgain = () => {
  const { t } = useTranslation('app');
  return (
    <>
      <p>{t('lost.unreadable.do')}</p>
      <Button kind="main" wide icon="reload" onClick={() => location.reload()}>
        {t('lost.unreadable.again')}
      </Button>
    </>
  );
};

/** The keys are gone, the sealed notes are not: they go to the office first, and nothing is begun before they have. */
const StillToSend = ({ setAside }: { readonly setAside: number }) => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const { waiting, busy, failure } = fieldbook.exchange.value;
  if (waiting === 0)
    return (
      <>
        {setAside === 0 ? (
          <Notice kind="good" title={t('lost.keys.allSent')} />
        ) : (
          <Notice kind="care" title={t('lost.keys.refused', { count: setAside })}>
            {t('lost.keys.refusedText')}
          </Notice>
        )}
        <LetInAgain sure={setAside === 0} />
      </>
    );
  return (
    <>
      <Notice kind="care" title={t('exchange.waiting', { count: waiting })}>
        {failure ? t('lost.keys.noWay') : t('lost.keys.wait')}
      </Notice>
      <Button kind="main" wide icon="send" busy={busy} onClick={() => void fieldbook.exchangeNow()}>
        {t('lost.keys.send')}
      </Button>
    </>
  );
};

/** `sure`: nothing that could still be read is given up by it. */
const LetInAgain = ({ sure }: { readonly sure: boolean }) => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const { route } = useLocation();
  const busy = useSignal(false);
  const refused = useSignal(false);
  const go = async () => {
    busy.value = true;
    const begun = await fieldbook.beginAnew();
    busy.value = false;
    refused.value = !begun;
    // An invitation that was opened already stands in the address.
    if (begun && location.pathname !== '/join') route('/join');
  };
  return (
    <>
      <p>{t('lost.ask')}</p>
      {refused.value && <Notice kind="care" title={t('lost.keys.wait')} />}
      {sure ? (
        <Button kind="main" wide icon="inbox" busy={busy.value} onClick={() => void go()}>
          {t('welcome.join')}
        </Button>
      ) : (
        <ConfirmButton
          icon="inbox"
          label={t('welcome.join')}
          question={t('lost.unreadable.sure')}
          confirm={t('lost.unreadable.giveUp')}
          busy={busy.value}
          onConfirm={() => void go()}
        />
      )}
    </>
  );
};

export default Lost;
