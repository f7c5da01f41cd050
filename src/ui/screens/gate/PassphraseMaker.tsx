/**
 * Four words by chance, or fifteen letters of one's own; then once more from memory or paper. It is not done before that,
 * because nobody can open this notebook without it, and nobody can send a new one.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { flawOf, type NamesKnown, sameWords } from '../../passphrase.ts';
import { FourWords } from './FourWords.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';

export interface PassphraseMakerProps {
  /** Four words by chance; the list they come from is loaded when first asked. */
  readonly suggest: () => Promise<string>;
  readonly names: NamesKnown;
  readonly busy: boolean;
  /** The words of the last button: what happens with the passphrase. */
  readonly finish: string;
  readonly onMade: (passphrase: string) => void;
}

export const PassphraseMaker = ({ suggest, names, busy, finish, onMade }: PassphraseMakerProps) => {
  const way = useSignal<'words' | 'own'>('words');
  const words = useSignal('');
  const another = async () => {
    words.value = await suggest();
  };
  useEffect(() => void another(), []);
  const own = useSignal('');
  const chosen = useSignal<string | null>(null);
  if (chosen.value !== null)
    return (
      <TypeBack
        passphrase={chosen.value}
        busy={busy}
        finish={finish}
        onBack={() => {
          chosen.value = null;
        }}
        onMade={onMade}
      />
    );
  return (
    <>
      <WayChoice
        way={way.value}
        onChange={(value) => {
          way.value = value;
        }}
      />
      {way.value === 'words' ? (
        <Suggested
          passphrase={words.value}
          onAnother={() => void another()}
          onTake={() => {
            chosen.value = words.value;
          }}
        />
      ) : (
        <Own
          value={own.value}
          names={names}
          onInput={(value) => {
            own.value = value;
          }}
          onTake={() => {
            chosen.value = own.value;
          }}
        />
      )}
    </>
  );
};

const WayChoice = ({ way, onChange }: { readonly way: 'words' | 'own'; readonly onChange: (way: 'words' | 'own') => void }) => {
  const { t } = useTranslation('app');
  return (
    <Choice
      legend={t('passphrase.way.label')}
      hint={t('passphrase.way.hint')}
      options={[
        { value: 'words' as const, label: t('passphrase.way.words') },
        { value: 'own' as const, label: t('passphrase.way.own') },
      ]}
      value={way}
      onChange={(value) => value && onChange(value)}
    />
  );
};

const Suggested = ({
  passphrase,
  onAnother,
  onTake,
}: {
  readonly passphrase: string;
  readonly onAnother: () => void;
  readonly onTake: () => void;
}) => {
  const { t } = useTranslation('app');
  return (
    <div class="stack">
      <FourWords words={passphrase === '' ? [] : passphrase.split(/\s+/)} label={t('passphrase.words.label')} />
      <p>{t('passphrase.words.write')}</p>
      <div class="buttons">
        <Button kind="quiet" icon="reload" onClick={onAnother}>
          {t('passphrase.words.another')}
        </Button>
        <Button kind="main" disabled={passphrase === ''} onClick={onTake}>
          {t('passphrase.next')}
        </Button>
      </div>
    </div>
  );
};

const Own = ({
  value,
  names,
  onInput,
  onTake,
}: {
  readonly value: string;
  readonly names: NamesKnown;
  readonly onInput: (value: string) => void;
  readonly onTake: () => void;
}) => {
  const { t } = useTranslation('app');
  const pressed = useSignal(false);
  const flaw = pressed.value ? flawOf(value, names) : null;
  const take = (event: Event) => {
    event.preventDefault();
    pressed.value = true;
    if (flawOf(value, names) === null) onTake();
  };
  return (
    <form class="stack" onSubmit={take}>
      <PassphraseInput
        label={t('passphrase.own.label')}
        hint={t('passphrase.own.hint')}
        error={flaw && t(`passphrase.own.error.${flaw}`)}
        value={value}
        onInput={onInput}
        fresh
      />
      <div class="buttons">
        <Button kind="main" type="submit">
          {t('passphrase.next')}
        </Button>
      </div>
    </form>
  );
};

interface TypeBackProps {
  readonly passphrase: string;
  readonly busy: boolean;
  readonly finish: string;
  readonly onBack: () => void;
  readonly onMade: (passphrase: string) => void;
}

const TypeBack = ({ passphrase, busy, finish, onBack, onMade }: TypeBackProps) => {
  const { t } = useTranslation('app');
  const typed = useSignal('');
  const differs = useSignal(false);
  const submit = (event: Event) => {
    event.preventDefault();
    differs.value = !sameWords(typed.value, passphrase);
    if (!differs.value && !busy) onMade(passphrase);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <PassphraseInput
        label={t('passphrase.back.label')}
        hint={t('passphrase.back.hint')}
        error={differs.value ? t('passphrase.back.error') : null}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
          differs.value = false;
        }}
        fresh
        autoFocus
      />
      <Notice kind="care" still>
        {t('passphrase.back.only')}
      </Notice>
      <div class="buttons">
        <Button kind="quiet" icon="back" onClick={onBack} disabled={busy}>
          {t('passphrase.back.again')}
        </Button>
        <Button kind="main" type="submit" busy={busy}>
          {busy ? t('passphrase.making') : finish}
        </Button>
      </div>
    </form>
  );
};
