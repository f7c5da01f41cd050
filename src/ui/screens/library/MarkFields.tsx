/** The marks of the chosen questions; what they do not share stands unchosen, and choosing it sets it for all of them. */
import { useTranslation } from 'react-i18next';
import { anyAnswer, type Checklist, elements, forms, type Marks, type Urgency, urgencies } from '../../../domain/checklist.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Pick } from '../../parts/Pick.tsx';
import { labelIn, type MarkRow, readIn, shared, sharedChoices } from './markRows.ts';

export interface MarkFieldsProps {
  readonly checklist: Checklist;
  readonly rows: readonly MarkRow[];
  readonly onMark: (marks: Partial<Marks>) => void;
}

export const MarkFields = ({ checklist, rows, onMark }: MarkFieldsProps) => {
  const { t, i18n } = useTranslation(['library', 'checklists', 'codes']);
  const [first] = rows;
  if (!first) return <p class="marks-choose">{t('import.marks.choose')}</p>;
  const { name, lang, dir } = readIn(checklist, i18n.language);
  return (
    <section class="marks-fields" aria-label={t('import.marks.fields')}>
      <h2>
        {rows.length === 1 ? (
          <span lang={lang} dir={dir}>
            {labelIn(first.item, name, checklist.defaultLanguage)}
          </span>
        ) : (
          t('import.marks.many', { count: rows.length })
        )}
      </h2>
      <Choice
        legend={t('import.marks.elementLabel')}
        layout="list"
        options={elements.map((value) => ({
          value,
          label: t(`import.marks.element.${value}`),
          hint: t(`import.marks.elementHint.${value}`),
        }))}
        value={shared(rows, ({ element }) => element)}
        onChange={(element) => element !== undefined && onMark({ element })}
      />
      <Pick
        label={t('import.marks.form')}
        options={forms.map((value) => ({
          value,
          label: value === 'any' ? t('import.marks.anyForm') : t(`checklists:grid.forms.${value}`),
        }))}
        value={shared(rows, ({ form }) => form)}
        onChange={(form) => form !== undefined && onMark({ form })}
      />
      <AnswerMarks checklist={checklist} rows={rows} onMark={onMark} />
      <HowAndWhen rows={rows} onMark={onMark} />
    </section>
  );
};

/** How an answer is usually known, and whether it is asked for which time it holds. */
const HowAndWhen = ({ rows, onMark }: Omit<MarkFieldsProps, 'checklist'>) => {
  const { t } = useTranslation(['library', 'codes']);
  return (
    <>
      <Choice
        legend={t('import.marks.known')}
        options={(['said', 'seen'] as const).map((value) => ({ value, label: t(`codes:howKnown.${value}`) }))}
        value={shared(rows, ({ usuallyKnown }) => usuallyKnown)}
        onChange={(usuallyKnown) => usuallyKnown !== undefined && onMark({ usuallyKnown })}
      />
      <Choice
        legend={t('import.marks.time')}
        options={[
          { value: true, label: t('import.marks.timeYes') },
          { value: false, label: t('import.marks.timeNo') },
        ]}
        value={shared(rows, ({ asksTime }) => asksTime)}
        onChange={(asksTime) => asksTime !== undefined && onMark({ asksTime })}
      />
    </>
  );
};

/** Which answers say something. Offered where all the chosen questions have the same answers. */
const AnswerMarks = ({ checklist, rows, onMark }: MarkFieldsProps) => {
  const { t, i18n } = useTranslation(['library', 'checklists']);
  const choices = sharedChoices(checklist, rows);
  const hasLists = rows.some(({ item }) => item.list !== undefined);
  if (hasLists && choices.length === 0) return <p class="field-hint">{t('import.marks.differ')}</p>;
  const { name, lang } = readIn(checklist, i18n.language);
  const options = choices.map((choice) => ({ value: choice.name, label: labelIn(choice, name, checklist.defaultLanguage), lang }));
  const any = { value: anyAnswer, label: t('import.marks.anyAnswer') };
  const several = rows.every(({ item }) => item.type === 'select_multiple');
  const marked = (read: (marks: Marks) => readonly string[] | undefined) => shared(rows, (marks) => [...(read(marks) ?? [])]) ?? [];
  return (
    <>
      <Choices
        legend={t('import.marks.noted')}
        hint={t('import.marks.notedHint')}
        options={[...options, any]}
        value={marked(({ notedWhen }) => notedWhen)}
        onChange={(notedWhen) => onMark({ notedWhen: [...notedWhen] })}
      />
      {options.length > 0 && <UrgentMarks rows={rows} options={options} onMark={onMark} />}
      {several && options.length > 0 && (
        <Choices
          legend={t('import.marks.alone')}
          hint={t('import.marks.aloneHint')}
          options={options}
          value={marked(({ alone }) => alone)}
          onChange={(alone) => onMark({ alone: [...alone] })}
        />
      )}
    </>
  );
};

const UrgentMarks = ({
  rows,
  options,
  onMark,
}: Omit<MarkFieldsProps, 'checklist'> & {
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang: string | undefined }[];
}) => {
  const { t } = useTranslation(['library', 'checklists']);
  const urgent = shared(rows, ({ urgentWhen }) => urgentWhen ?? null);
  const set = (urgency: Urgency | undefined, answers: readonly string[]) =>
    onMark({ urgentWhen: urgency === undefined ? undefined : { urgency, answers: [...answers] } });
  return (
    <>
      <Pick
        label={t('import.marks.urgent')}
        hint={t('import.marks.urgentHint')}
        empty={t('import.marks.notUrgent')}
        options={urgencies.map((value) => ({ value, label: t(`checklists:urgencies.${value}.title`) }))}
        value={urgent?.urgency}
        onChange={(urgency) => set(urgency, urgent?.answers ?? [])}
      />
      {urgent && (
        <Choices
          legend={t('import.marks.urgentWhen')}
          options={options}
          value={urgent.answers}
          onChange={(answers) => set(urgent.urgency, answers)}
        />
      )}
    </>
  );
};
