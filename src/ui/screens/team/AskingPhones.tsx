/**
 * Phones that ask to be let in. The four words are worked out from both sides' keys: if they are the same on both screens,
 * nobody stood in between. If they differ, somebody else used the invitation, and the phone stays outside.
 */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type Asking, type InviteFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { FourWords } from '../gate/FourWords.tsx';
import { InviteProblem } from './InviteProblem.tsx';

export const AskingPhones = ({ asking }: { readonly asking: readonly Asking[] }) => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const { busy } = fieldbook.exchange.value;
  return (
    <section class="section" aria-labelledby="asking">
      <h2 id="asking">{t('team.asking.title')}</h2>
      {asking.map((phone) => (
        <AskingPhone key={phone.invitation} phone={phone} />
      ))}
      {asking.length === 0 && <p class="field-hint">{t('team.asking.none')}</p>}
      <div class="buttons">
        <Button kind="quiet" icon="reload" busy={busy} onClick={() => void fieldbook.exchangeNow()}>
          {busy ? t('waiting.looking') : t('team.asking.look')}
        </Button>
      </div>
    </section>
  );
};

const AskingPhone = ({ phone }: { readonly phone: Asking }) => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const busy = useSignal(false);
  const refused = useSignal(false);
  const failure = useSignal<InviteFailure | null>(null);
  const letIn = async () => {
    busy.value = true;
    failure.value = null;
    const done = await fieldbook.letIn(phone.invitation);
    busy.value = false;
    if (done.ok) showToast(t('team.asking.isIn', { name: phone.name }));
    else failure.value = done.failure;
  };
  const close = async () => {
    busy.value = true;
    const closed = await fieldbook.refuse(phone.invitation);
    busy.value = false;
    failure.value = closed.ok ? null : closed.failure;
  };
  const compareAgain = () => {
    refused.value = false;
  };
  if (refused.value) {
    return (
      <>
        {failure.value && <InviteProblem failure={failure.value} />}
        <Notice
          kind="care"
          title={t('team.asking.refused.title', { name: phone.name })}
          action={
            <div class="buttons">
              <Button disabled={busy.value} onClick={compareAgain}>
                {t('team.asking.refused.again')}
              </Button>
              <Button kind="main" busy={busy.value} onClick={() => void close()}>
                {t('team.asking.refused.close')}
              </Button>
            </div>
          }
        >
          {t('team.asking.refused.text')}
        </Notice>
      </>
    );
  }
  return (
    <div class="card" role="group" aria-label={phone.name}>
      <p>
        <strong>{phone.name}</strong> · {t(`roles.${phone.role}`)}
      </p>
      {phone.already && <Notice kind="care">{t('team.asking.already', { name: phone.already })}</Notice>}
      <p>{t('team.asking.compare')}</p>
      <FourWords words={phone.words} label={t('waiting.words')} />
      {failure.value && <InviteProblem failure={failure.value} />}
      <div class="buttons">
        <Button
          onClick={() => {
            refused.value = true;
          }}
          disabled={busy.value}
        >
          {t('team.asking.differ')}
        </Button>
        <Button kind="main" icon="check" busy={busy.value} onClick={() => void letIn()}>
          {t('team.asking.same')}
        </Button>
      </div>
    </div>
  );
};
