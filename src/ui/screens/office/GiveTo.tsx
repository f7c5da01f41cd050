/** Whom to ask to go on with it: anybody on the team who has a phone, workers first. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import type { Member } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { inOrder } from '../../words.ts';

export interface GiveToProps {
  /** Who paused it. */
  readonly by: Id;
  /** Who has it now. */
  readonly except?: Id | undefined;
  readonly busy: boolean;
  readonly onGive: (to: Member) => void;
}

const workersFirst = (a: Member, b: Member): number =>
  Number(b.role === 'worker') - Number(a.role === 'worker') || inOrder(currentLanguage.peek())(a.name, b.name);

export const GiveTo = ({ by, except, busy, onGive }: GiveToProps) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const chosen = useSignal<Id | undefined>(undefined);
  const tried = useSignal(false);
  const able = notebook.members().filter(({ person, devices }) => devices.length > 0 && person !== except);
  const to = able.find(({ person }) => person === chosen.value);
  if (able.length === 0) return <p class="office-hint">{t('paused.noPhones')}</p>;
  const submit = (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (to) onGive(to);
  };
  return (
    <form class="give-to" onSubmit={submit}>
      <Pick
        label={t('paused.to.label')}
        hint={t('paused.to.hint')}
        empty={t('paused.to.empty')}
        options={[...able].sort(workersFirst).map(({ person, name }) => ({
          value: person,
          label: person === by ? t('paused.to.pausedIt', { name }) : name,
        }))}
        value={chosen.value}
        onChange={(person) => {
          chosen.value = person;
        }}
        error={tried.value && !to ? t('paused.to.error') : null}
      />
      <Button kind="main" type="submit" icon="send" busy={busy}>
        {t('paused.give')}
      </Button>
    </form>
  );
};
