/** Starting an organisation on this device: its name, one's own, a passphrase. */
import { type Signal, useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type FoundFailure, useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { NetworkProblem } from './NetworkProblem.tsx';
import { OwnName } from './OwnName.tsx';
import { PassphraseMaker } from './PassphraseMaker.tsx';

const Found = () => {
  const { t } = useTranslation('app');
  const fieldbook = useFieldbook();
  const organisation = useSignal('');
  const name = useSignal('');
  const named = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<FoundFailure | null>(null);
  const found = async (passphrase: string) => {
    busy.value = true;
    failure.value = null;
    const made = await fieldbook.found({ organisation: organisation.value.trim(), name: name.value.trim(), passphrase });
    busy.value = false;
    if (!made.ok) failure.value = made.failure;
  };
  return (
    <Page title={t('found.title')} back="/">
      {failure.value && <FoundProblem failure={failure.value} />}
      {named.value ? (
        <>
          <Named
            organisation={organisation.value}
            name={name.value}
            onChange={() => {
              named.value = false;
            }}
          />
          <PassphraseMaker
            suggest={fieldbook.suggestPassphrase}
            names={{ organisation: organisation.value, name: name.value }}
            busy={busy.value}
            finish={t('found.finish')}
            onMade={(passphrase) => void found(passphrase)}
          />
        </>
      ) : (
        <Names
          organisation={organisation}
          name={name}
          onDone={() => {
            named.value = true;
          }}
        />
      )}
    </Page>
  );
};

interface NamesProps {
  readonly organisation: Signal<string>;
  readonly name: Signal<string>;
  readonly onDone: () => void;
}

const Names = ({ organisation, name, onDone }: NamesProps) => {
  const { t } = useTranslation('app');
  const pressed = useSignal(false);
  const submit = (event: Event) => {
    event.preventDefault();
    pressed.value = true;
    if (organisation.value.trim() !== '' && name.value.trim() !== '') onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="lead">{t('found.text')}</p>
      <TextInput
        label={t('found.organisation.label')}
        hint={t('found.organisation.hint')}
        error={pressed.value && organisation.value.trim() === '' ? t('names.missing') : null}
        maxLength={120}
        value={organisation.value}
        onInput={(value) => {
          organisation.value = value;
        }}
      />
      <OwnName name={name} pressed={pressed.value} />
      <div class="buttons">
        <Button kind="main" wide type="submit">
          {t('found.next')}
        </Button>
      </div>
    </form>
  );
};

const Named = ({
  organisation,
  name,
  onChange,
}: {
  readonly organisation: string;
  readonly name: string;
  readonly onChange: () => void;
}) => {
  const { t } = useTranslation('app');
  return (
    <div class="named">
      <p>
        <strong>{organisation}</strong>
        <br />
        {name}
      </p>
      <Button kind="quiet" onClick={onChange}>
        {t('names.change')}
      </Button>
    </div>
  );
};

const FoundProblem = ({ failure }: { readonly failure: FoundFailure }) => {
  const { t } = useTranslation('app');
  return failure.type === 'storage-failed' ? (
    <Notice kind="care" title={t('noStorage.title')}>
      {t('noStorage.do')}
    </Notice>
  ) : (
    <NetworkProblem failure={failure} />
  );
};

export default Found;
