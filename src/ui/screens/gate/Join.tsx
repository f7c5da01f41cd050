/** Following an invitation: from a link that was tapped, a link that was pasted, or a code read with the camera. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { type Invitation, type JoinFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { NetworkProblem } from './NetworkProblem.tsx';
import { OwnName } from './OwnName.tsx';
import { PassphraseMaker } from './PassphraseMaker.tsx';
import { ScanCode } from './ScanCode.tsx';

/** Reads the secret out of the address once, and takes it out of the bar and the history at the same time. */
const takeFragment = (): string => {
  const fragment = location.hash;
  if (fragment.length > 1) history.replaceState(null, '', location.pathname);
  return fragment.length > 1 ? fragment : '';
};

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

const AskForLink = ({ busy, onLink }: { readonly busy: boolean; readonly onLink: (link: string) => void }) => {
  const { t } = useTranslation('app');
  const typed = useSignal('');
  const scanning = useSignal(false);
  if (scanning.value) {
    return (
      <ScanCode
        onFound={(text) => {
          scanning.value = false;
          onLink(text);
        }}
        onClose={() => {
          scanning.value = false;
        }}
      />
    );
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.value.trim() !== '') onLink(typed.value);
      }}
    >
      <p class="lead">{t('join.text')}</p>
      <Button
        kind="main"
        wide
        icon="camera"
        onClick={() => {
          scanning.value = true;
        }}
      >
        {t('join.scan')}
      </Button>
      <TextInput
        label={t('join.link.label')}
        hint={t('join.link.hint')}
        inputMode="url"
        spellcheck={false}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <div class="buttons">
        <Button type="submit" busy={busy} wide>
          {busy ? t('join.opening') : t('join.open')}
        </Button>
      </div>
    </form>
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

const JoinProblem = ({ failure, onRetry }: { readonly failure: JoinFailure; readonly onRetry: (() => void) | undefined }) => {
  const { t } = useTranslation('app');
  switch (failure.type) {
    case 'not-an-invitation':
    case 'cut-short':
    case 'wrong-root':
    case 'storage-failed':
      return (
        <Notice kind="care" title={t(`join.problem.${failure.type}.title`)}>
          {t(`join.problem.${failure.type}.text`)}
        </Notice>
      );
    default:
      return (
        <div class="stack">
          <NetworkProblem failure={failure} />
          {onRetry && (
            <div class="buttons">
              <Button icon="reload" onClick={onRetry}>
                {t('join.retry')}
              </Button>
            </div>
          )}
        </div>
      );
  }
};

export default Join;
