/** What the office could not take, one by one: what it is, why, and what helps. Nothing that was refused disappears. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { writtenFirst } from '../../../domain/records.ts';
import type { Result } from '../../../domain/result.ts';
import type { AnewFailure, SetAsideEntry } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useReasonWords, WhatItIs } from './setAsideWords.tsx';

type Todo = 'again' | 'anew' | 'supervisor';
/** What helps for each reason; where a person at the office must change something first, a supervisor is told. */
const todoFor: Readonly<Record<string, Todo>> = { unproven: 'again', malformed: 'anew' };

export const SetAside = () => {
  const { t } = useTranslation('field');
  const { setAside, resolved, carriedOut } = useNotebook().delivery();
  if (setAside.length === 0 && resolved === 0 && carriedOut.length === 0) return null;
  return (
    <section aria-label={t('sent.setAside.title', { count: setAside.length })}>
      {setAside.length > 0 && (
        <Notice kind="care" title={t('sent.setAside.title', { count: setAside.length })} still>
          {t('sent.setAside.text')}
        </Notice>
      )}
      <ul class="set-aside" role="list">
        {setAside.map((entry) => (
          <SetAsideItem key={entry.n} entry={entry} />
        ))}
      </ul>
      {resolved > 0 && <p class="quiet">{t('sent.setAside.resolved', { number: resolved })}</p>}
      <DoneForTheOffice decisions={carriedOut} />
    </section>
  );
};

const SetAsideItem = ({ entry }: { readonly entry: SetAsideEntry }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const busy = useSignal(false);
  const failure = useSignal<AnewFailure | null>(null);
  const settle = async (work: Promise<Result<void, AnewFailure>>) => {
    busy.value = true;
    const done = await work;
    busy.value = false;
    failure.value = done.ok ? null : done.failure;
  };
  return (
    <li class="item-row">
      <SetAsideWords entry={entry} />
      {failure.value && <SettlingProblem failure={failure.value} />}
      <div class="buttons">
        <Button icon="send" busy={busy.value} onClick={() => void settle(notebook.tryAgain(entry.n))}>
          {t('sent.setAside.again')}
        </Button>
        <ConfirmButton
          label={t('sent.setAside.anew')}
          question={t('sent.setAside.anewText')}
          confirm={t('sent.setAside.anew')}
          busy={busy.value}
          onConfirm={() => void settle(notebook.writeAnew(entry.n))}
        />
      </div>
    </li>
  );
};

const SettlingProblem = ({ failure }: { readonly failure: AnewFailure }) => {
  const { t } = useTranslation('field');
  return failure.type === 'not-opened' ? <Notice kind="care">{t('sent.setAside.notOpened')}</Notice> : <SaveProblem failure={failure} />;
};

const SetAsideWords = ({ entry: { record, kind, reason } }: { readonly entry: SetAsideEntry }) => {
  const { t } = useTranslation('field');
  const why = useReasonWords();
  return (
    <div>
      <p class="weighty">
        <WhatItIs record={record} kind={kind} />
      </p>
      <p>{why(reason)}</p>
      <p class="quiet">{t(`sent.setAside.todo.${todoFor[reason] ?? 'supervisor'}`)}</p>
    </div>
  );
};

/** Somebody at the office asked for it, and nobody here had to do anything. */
const DoneForTheOffice = ({ decisions }: { readonly decisions: readonly Id[] }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const names = decisions.flatMap((record) => {
    const state = notebook.record(record);
    return (state && writtenFirst(state)?.body.by.name) ?? [];
  });
  return (
    <>
      {[...new Set(names)].map((name) => (
        <p key={name} class="quiet" role="status">
          {t('sent.setAside.asked', { name })}
        </p>
      ))}
    </>
  );
};
