/** Before answers leave the seal: what the file is, who may have it, what goes in, and then the file. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { type AnswersAsked, answeredWith, answersToSave } from '../../../domain/answersExport.ts';
import { useFieldbook } from '../../fieldbook.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { type AnswersFileKind, saveAnswers } from './answersFile.ts';
import '../../styles/answers.css';

export const SaveAnswers = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('library');
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <Button
        icon="download"
        onClick={() => {
          open.value = true;
        }}
      >
        {t('answers.open')}
      </Button>
      <Sheet open={open.value} title={t('answers.title')} onClose={close}>
        <WhatToSave id={id} onSaved={close} />
      </Sheet>
    </>
  );
};

const extras = ['stopped', 'notes'] as const;
type Extra = (typeof extras)[number];

const WhatToSave = ({ id, onSaved }: { readonly id: string; readonly onSaved: () => void }) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const which = useSignal<AnswersAsked['which']>('reviewed');
  const also = useSignal<readonly Extra[]>([]);
  const answered = answeredWith(notebook.recordsOf('screening'), id);
  const chosen = answersToSave(answered, { which: which.value, stopped: also.value.includes('stopped') });
  if (answered.length === 0) return <p>{t('answers.nobody')}</p>;
  return (
    <div class="save-answers">
      <Notice kind="care" still title={t('answers.notSealed.title')}>
        <ul>
          <li>{t('answers.notSealed.text')}</li>
          <li>{t('answers.notSealed.who')}</li>
          <li>{t('answers.notSealed.funders')}</li>
        </ul>
      </Notice>
      <Choice
        legend={t('answers.which.label')}
        layout="list"
        options={(['reviewed', 'finished'] as const).map((value) => ({
          value,
          label: t(`answers.which.${value}.label`),
          hint: t(`answers.which.${value}.hint`),
        }))}
        value={which.value}
        onChange={(value) => {
          if (value) which.value = value;
        }}
      />
      <Choices
        legend={t('answers.also.label')}
        layout="list"
        options={extras.map((value) => ({ value, label: t(`answers.also.${value}.label`), hint: t(`answers.also.${value}.hint`) }))}
        value={also.value}
        onChange={(value) => {
          also.value = value;
        }}
      />
      <p role="status">
        {t('answers.count', { count: chosen.length })} {t('answers.leftOut', { count: answered.length - chosen.length })}
      </p>
      <SaveButtons id={id} chosen={chosen} notes={also.value.includes('notes')} onSaved={onSaved} />
    </div>
  );
};

interface ButtonsProps {
  readonly id: string;
  readonly chosen: ReturnType<typeof answersToSave>;
  readonly notes: boolean;
  readonly onSaved: () => void;
}

const SaveButtons = ({ id, chosen, notes, onSaved }: ButtonsProps) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const invented = useFieldbook().invented.value;
  const failed = useSignal(false);
  const busy = useSignal(false);
  const save = async (kind: AnswersFileKind) => {
    failed.value = false;
    busy.value = true;
    try {
      await saveAnswers(notebook, { id, chosen, notes, kind, invented });
      onSaved();
    } catch {
      // The part that writes did not come: offline before the app was stored whole.
      failed.value = true;
    }
    busy.value = false;
  };
  const nothing = chosen.length === 0;
  return (
    <>
      <div class="buttons">
        <Button kind="main" icon="download" busy={busy.value} disabled={nothing} onClick={() => void save('xlsx')}>
          {t('answers.save')}
        </Button>
        <Button icon="download" busy={busy.value} disabled={nothing} onClick={() => void save('csv')}>
          {t('answers.saveCsv')}
        </Button>
      </div>
      <p class="field-hint">{t('answers.csvHint')}</p>
      {failed.value && <Notice kind="care">{t('library.saveAsFailed')}</Notice>}
    </>
  );
};
