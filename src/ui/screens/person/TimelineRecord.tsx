/** One record on a person's page: what it says, who wrote it, where it has got to, and what a supervisor said. */
import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/fold.ts';
import { contactIn, screeningIn, writtenFirst } from '../../../domain/records.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { ScreeningResult } from '../checklist/ScreeningResult.tsx';
import { correctHref } from '../hrefs.ts';
import { useRecordWords } from '../recordWords.ts';
import { StandingTag } from '../saving/StandingTag.tsx';
import { Disagreements } from './Disagreements.tsx';
import { Reviews } from './Reviews.tsx';

export const TimelineRecord = ({ state, person }: { readonly state: RecordState; readonly person: string }) => {
  const { t } = useTranslation('field');
  const notebook = useNotebook();
  const words = useRecordWords();
  const first = writtenFirst(state);
  const heading = `record-${state.record}`;
  const kind = ['contact', 'consent', 'screening'].includes(state.kind) ? state.kind : 'other';
  const day = state.fields.get('day')?.value;
  return (
    <article class="record" aria-labelledby={heading}>
      <div class="record-head">
        <h3 id={heading}>
          {typeof day === 'string' ? t(`record.kind.${kind}.on`, { day: words.value('day', day) }) : t(`record.kind.${kind}.undated`)}
        </h3>
        <StandingTag standing={notebook.standingOf(state.record)} />
      </div>
      {first && (
        <p class="record-by">
          {t('record.by', { name: first.body.by.name, when: formatWhen(first.body.writtenAt, currentLanguage.value) })}
        </p>
      )}
      <Disagreements state={state} />
      <Reviews state={state} person={person} />
      <RecordBody state={state} />
      {contactIn(state) && (
        <LinkButton kind="quiet" icon="note" href={correctHref(person, state.record)}>
          {t('contact.correct.do')}
        </LinkButton>
      )}
      <Corrections state={state} />
    </article>
  );
};

const hiddenFields: ReadonlySet<string> = new Set(['person', 'day', 'informationOnly', 'checklist', 'languages']);

const RecordBody = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('field');
  const words = useRecordWords();
  const screening = screeningIn(state);
  if (screening) return <ScreeningResult screening={screening} folded />;
  const shown = [...state.fields].filter(
    ([name, { value }]) => !hiddenFields.has(name) && name !== 'review' && value !== null && value !== undefined && value !== '',
  );
  if (shown.length === 0) return <p>{t('record.nothing')}</p>;
  return (
    <dl class="facts">
      {shown.map(([name, { value }]) => (
        <div class="fact" key={name}>
          <dt>{words.field(name)}</dt>
          <dd>{words.value(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What is kept so that a run can be opened again says nothing to a reader. */
const unreadFields: ReadonlySet<string> = new Set(['run', 'paused']);

const changesIn = (fields: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries((fields ?? {}) as Readonly<Record<string, unknown>>).filter(([field]) => !unreadFields.has(field));

/** What was changed later, by whom: nothing is overwritten, so everything can be explained. */
const Corrections = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('field');
  const words = useRecordWords();
  const amendments = state.history.filter(({ body }) => body.kind === 'amendment');
  if (amendments.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('record.corrections', { count: amendments.length })}</summary>
      <ul>
        {amendments.map(({ id, body }) => (
          <li key={id}>
            <p class="record-by">{t('record.by', { name: body.by.name, when: formatWhen(body.writtenAt, currentLanguage.value) })}</p>
            {changesIn(body.says.fields).map(([field, value]) => (
              <p key={field}>{t('record.change', { field: words.field(field), value: words.value(field, value) })}</p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};
