import { useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { never } from '../../../domain/result.ts';
import { fontOf } from '../../../i18n/font.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import type { UnlockFailure } from '../../../vault/vault.ts';
import { useFieldbook } from '../../fieldbook.ts';
import { keepLock, takeTyped } from '../../keptLock.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { whenIdle } from '../../whenIdle.ts';
import { PassphraseInput } from './PassphraseInput.tsx';

export const Unlock = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const [typed] = useState(takeTyped);
  const passphrase = useSignal(typed.passphrase);
  const failure = useSignal<UnlockFailure | null>(null);
  const busy = useSignal(false);
  const here = useRef<HTMLFormElement>(null);
  const keep = () => {
    const root = here.current?.closest('#app');
    if (root && !busy.peek() && failure.peek() === null) keepLock(root, fontOf(currentLanguage.peek()));
  };
  const unlock = async () => {
    if (busy.value || passphrase.value === '') return;
    // Whoever is quicker than the idle moment finds it the next time too.
    keep();
    busy.value = true;
    failure.value = null;
    const unlocked = await fieldbook.unlock(passphrase.value);
    busy.value = false;
    if (unlocked.ok) passphrase.value = '';
    else failure.value = unlocked.failure;
  };
  useEffect(() => {
    if (typed.asked) void unlock();
  }, []);
  useEffect(() => {
    whenIdle(keep);
  }, [currentLanguage.value]);
  return (
    <Page title={t('unlock.title')}>
      <form
        class="stack"
        ref={here}
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        {failure.value && failure.value.type !== 'wrong-passphrase' && <UnlockProblem failure={failure.value} />}
        <PassphraseInput
          label={t('unlock.passphrase.label')}
          error={failure.value?.type === 'wrong-passphrase' ? t('unlock.passphrase.error') : null}
          value={passphrase.value}
          onInput={(value) => {
            passphrase.value = value;
            failure.value = null;
          }}
          autoFocus
        />
        <Button kind="main" wide type="submit" busy={busy.value} icon="lock">
          {busy.value ? t('unlock.opening') : t('unlock.open')}
        </Button>
      </form>
    </Page>
  );
};

const UnlockProblem = ({ failure }: { readonly failure: UnlockFailure }) => {
  const { t } = useTranslation('app');
  switch (failure.type) {
    case 'wrong-passphrase':
      return null;
    case 'vault-damaged':
      return (
        <Notice kind="care" title={t('unlock.damaged.title')}>
          {t('unlock.damaged.text')}
        </Notice>
      );
    case 'storage-failed':
      return (
        <Notice kind="care" title={t('unlock.storage.title')}>
          {t('unlock.storage.text')}
        </Notice>
      );
    default:
      return never(failure);
  }
};
