/** Following an invitation: from a link that was tapped, a link that was pasted, or a code read with the camera. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { type Invitation, type JoinFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { AskForLink, JoinProblem, takeFragment } from './AskForLink.tsx';
import { OwnName } from './OwnName.tsx';
import { PassphraseMaker } from './PassphraseMaker.tsx';

const Join = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const link = useSignal('');
  const invitation = useSignal<Invitation | null>(null);
  const failure = useSignal<JoinFailure | null>(null);
  const busy = useSignal(false);
  const open = async (said: string) => {
    link.value = said;
    busy.value = true;
    failure.value = null;
    const opened = await fieldbook.openInvitation(said);
    busy.value = false;
    if (opened.ok) invitation.value = opened.value;
    else failure.value = opened.failure;
  };
  useEffect(() => {
    const openFragment = () => {
      const fragment = takeFragment();
      if (fragment) void open(fragment);
    };
    openFragment();
    addEventListener('hashchange', openFragment);
    return () => removeEventListener('hashchange', openFragment);
  }, []);
  return (
    <Page title={t('join.title')} back="/">
      {failure.value && <JoinProblem failure={failure.value} onRetry={link.value === '' ? undefined : () => void open(link.value)} />}
      {invitation.value ? (
        <Accept
          invitation={invitation.value}
          onFailure={(problem) => {
            failure.value = problem;
          }}
        />
      ) : (
        <AskForLink busy={busy.value} onLink={(said) => void open(said)} />
      )}
    </Page>
  );
};

const Accept = ({
  invitation,
  onFailure,
}: {
  readonly invitation: Invitation;
  readonly onFailure: (failure: JoinFailure | null) => void;
}) => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const name = useSignal('');
  const pressed = useSignal(false);
  const named = useSignal(false);
  const busy = useSignal(false);
  const join = async (passphrase: string) => {
    busy.value = true;
    onFailure(null);
    const joined = await fieldbook.join({ name: name.value.trim(), passphrase });
    busy.value = false;
    if (!joined.ok) onFailure(joined.failure);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    pressed.value = true;
    named.value = name.value.trim() !== '';
  };
  return (
    <div class="stack">
      <Notice kind="info" still title={t('join.invitation.title', { organisation: invitation.organisation })}>
        {t('join.invitation.text', { inviter: invitation.inviter, role: t(`roles.${invitation.role}`) })}
      </Notice>
      {named.value ? (
        <PassphraseMaker
          suggest={fieldbook.suggestPassphrase}
          names={{ organisation: invitation.organisation, name: name.value }}
          busy={busy.value}
          finish={t('join.finish')}
          onMade={(passphrase) => void join(passphrase)}
        />
      ) : (
        <form class="stack" onSubmit={submit}>
          <OwnName name={name} pressed={pressed.value} />
          <div class="buttons">
            <Button kind="main" wide type="submit">
              {t('found.next')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
};

export default Join;
