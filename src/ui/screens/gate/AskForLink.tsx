/** Where an invitation comes from: the camera, or a link that is pasted; and what can be wrong with it. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { JoinFailure } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { NetworkProblem } from './NetworkProblem.tsx';
import { ScanCode } from './ScanCode.tsx';

/** Reads the secret out of the address once, and takes it out of the bar and the history at the same time. */
export const takeFragment = (): string => {
  const fragment = location.hash;
  if (fragment.length > 1) history.replaceState(null, '', location.pathname);
  return fragment.length > 1 ? fragment : '';
};

export const AskForLink = ({ busy, onLink }: { readonly busy: boolean; readonly onLink: (link: string) => void }) => {
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

export const JoinProblem = ({ failure, onRetry }: { readonly failure: JoinFailure; readonly onRetry: (() => void) | undefined }) => {
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
