/**
 * A paused screening: who has it now, and to whom it is given to go on. What is given goes out with that phone's next exchange;
 * whether it got there is not known here, and it is said so.
 */
import { useContext, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import { handOver, takenBack } from '../../../domain/assignment.ts';
import type { RecordState } from '../../../domain/fold.ts';
import { openPaused, type PausedScreening } from '../../../domain/pausedScreenings.ts';
import { personIn } from '../../../domain/records.ts';
import type { Member } from '../../../store/notebook.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';
import { KeptContext } from '../kept/useKept.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useSave } from '../saving/useSave.ts';
import { GiveTo } from './GiveTo.tsx';
import { usePausedWords } from './pausedWords.ts';

/** Nothing where it has ended, or where two say differently whether it has. */
export const GoOn = ({ state }: { readonly state: RecordState }) => {
  const { recordsOf } = useNotebook();
  const [paused] = openPaused((kind) => (kind === 'screening' ? [state] : recordsOf(kind)));
  return paused ? <Waiting state={state} paused={paused} /> : null;
};

interface WaitingProps {
  readonly state: RecordState;
  readonly paused: PausedScreening;
}

const Waiting = ({ state, paused }: WaitingProps) => {
  const { t } = useTranslation('office');
  const place = useRef<HTMLElement>(null);
  const kept = useContext(KeptContext);
  const words = usePausedWords();
  const giving = useGiving(state, () => place.current?.querySelector('h3')?.focus());
  const stands = kept && words.stands(kept);
  return (
    <section class="office-part go-on" ref={place}>
      <h3 tabIndex={-1}>{t('paused.title')}</h3>
      <p>{words.pausedBy(paused)}</p>
      {stands && <p class="office-hint">{stands}</p>}
      {paused.assigned ? (
        <Given paused={paused} giving={giving} />
      ) : (
        <>
          <p>{t('paused.nobody')}</p>
          <GiveTo by={paused.by.person} busy={giving.busy} onGive={giving.give} />
        </>
      )}
      <SaveProblem failure={giving.failure} />
    </section>
  );
};

const useGiving = ({ record }: RecordState, onDone: () => void) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const { busy, failure, save } = useSave();
  const give = async (to: Member) => {
    const screening = notebook.record(record);
    const person = screening?.fields.get('person')?.value;
    if (!screening || typeof person !== 'string') return;
    const known = notebook.record(person);
    const cue = known && personIn(known)?.cue;
    const entries = handOver({ screening, to, person, cue, day: notebook.today() }, notebook.recordsOf, notebook.newId);
    if (entries.length === 0 || !(await save(entries))) return;
    showToast(t('paused.given', { name: to.name }));
    onDone();
  };
  const takeBack = async () => {
    if (!(await save(takenBack(record, notebook.recordsOf)))) return;
    showToast(t('paused.takenBack'));
    onDone();
  };
  return { busy, failure, give: (to: Member) => void give(to), takeBack: () => void takeBack() };
};

interface GivenProps {
  readonly paused: PausedScreening;
  readonly giving: ReturnType<typeof useGiving>;
}

const Given = ({ paused: { assigned, by }, giving }: GivenProps) => {
  const { t, i18n } = useTranslation('office');
  const { nameOf } = usePausedWords();
  if (!assigned) return null;
  const name = nameOf(assigned.to);
  return (
    <>
      <p class="office-step">{t('paused.with', { name, day: formatDay(assigned.day, i18n.language), by: assigned.by.name })}</p>
      <p class="office-hint">{t('paused.onTheWay', { name })}</p>
      <ConfirmButton
        icon="undo"
        label={t('paused.takeBack.label')}
        question={t('paused.takeBack.question', { name })}
        confirm={t('paused.takeBack.confirm')}
        busy={giving.busy}
        onConfirm={giving.takeBack}
      />
      <details class="more">
        <summary>{t('paused.other')}</summary>
        <GiveTo by={by.person} except={assigned.to} busy={giving.busy} onGive={giving.give} />
      </details>
    </>
  );
};
