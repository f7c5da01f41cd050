import { useTranslation } from 'react-i18next';
import type { RecordState } from '../../../domain/fold.ts';
import { dayOf } from '../../../domain/period.ts';
import { personOf, writtenFirst } from '../../../domain/records.ts';
import { LinkButton } from '../../parts/Button.tsx';
import { ListRow, Rows } from '../../parts/ListRow.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { useTalks } from './OfficeCompare.tsx';
import { useRecordWords } from './recordWords.ts';

const dayIn = (state: RecordState): string => {
  const day = state.fields.get('day')?.value;
  return typeof day === 'string' ? day : dayOf(writtenFirst(state)?.body.writtenAt ?? '');
};

/** Everything else about the same person, newest first. */
export const OtherRecords = ({ state }: { readonly state: RecordState }) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const words = useRecordWords();
  const person = personOf(state);
  const talks = useTalks(person);
  const others = person === null ? [] : notebook.aboutPerson(person).filter(({ record }) => record !== state.record);
  if (others.length === 0) return null;
  return (
    <section class="office-part">
      <h3>{t('record.others.title')}</h3>
      {talks.length > 1 && (
        <LinkButton icon="list" href={`/r/${state.record}?compare=yes`}>
          {t('record.compare.open', { count: talks.length })}
        </LinkButton>
      )}
      <Rows>
        {[...others]
          .sort((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1))
          .map((other) => {
            const outcome = other.fields.get('outcome')?.value;
            const kind = t(`kind.${other.kind}`, { defaultValue: t('kind.unknown') });
            const meta = outcome === undefined ? writtenFirst(other)?.body.by.name : words.value('outcome', outcome);
            return <ListRow key={other.record} href={`/r/${other.record}`} title={`${kind} · ${words.day(dayIn(other))}`} meta={meta} />;
          })}
      </Rows>
    </section>
  );
};
