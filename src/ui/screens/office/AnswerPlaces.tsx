/** The places of a checklist in order, as a record shows them: what was asked and said, words between, groups, each instance of what repeats. */
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../../domain/screening.ts';
import type { Asked, GroupPlace, InstancePlace, Place, ValuePlace, WordsPlace } from '../../../forms/walk/places.ts';
import { nameOfInstance } from '../../../forms/walk/repeats.ts';
import type { Kept } from '../kept/useKept.ts';
import { AnswerRow, ValueRow } from './AnswerRow.tsx';

export interface PlacesProps {
  readonly kept: Kept;
  readonly places: readonly Place[];
  readonly answers: Answers;
  /** Of the headings in it. */
  readonly level: number;
}

type Row = Asked | ValuePlace;
type Stretch = { readonly kind: 'rows'; readonly rows: readonly Row[] } | WordsPlace | GroupPlace | InstancePlace;

const isRow = (place: Place): place is Row => place.kind === 'question' || place.kind === 'value';

/** Rows that follow each other are one list. After the last instance there is nothing to read. */
const stretchesOf = (places: readonly Place[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const place of places) {
    const last = stretches.at(-1);
    if (place.kind === 'more') continue;
    if (!isRow(place)) stretches.push(place);
    else if (last?.kind === 'rows') stretches[stretches.length - 1] = { kind: 'rows', rows: [...last.rows, place] };
    else stretches.push({ kind: 'rows', rows: [place] });
  }
  return stretches;
};

const keyOf = (stretch: Stretch): string => (stretch.kind === 'rows' ? `rows ${stretch.rows[0]?.path}` : stretch.path);

export const AnswerPlaces = ({ places, ...rest }: PlacesProps) => (
  <>
    {stretchesOf(places).map((stretch) => (
      <StretchView key={keyOf(stretch)} stretch={stretch} {...rest} />
    ))}
  </>
);

type StretchProps<S extends Stretch> = Omit<PlacesProps, 'places'> & { readonly stretch: S };

const StretchView = (props: StretchProps<Stretch>) => {
  const { stretch } = props;
  switch (stretch.kind) {
    case 'rows':
      return <Rows {...props} stretch={stretch} />;
    case 'words':
      return <WordsBetween {...props} stretch={stretch} />;
    case 'group':
      return <GroupView {...props} stretch={stretch} />;
    case 'instance':
      return <InstanceView {...props} stretch={stretch} />;
  }
};

const Rows = ({ kept, answers, stretch }: StretchProps<Extract<Stretch, { kind: 'rows' }>>) => (
  <dl class="office-answers">
    {stretch.rows.map((place) =>
      place.kind === 'question' ? (
        <AnswerRow key={place.path} kept={kept} asked={place} answer={answers[place.key]} />
      ) : (
        <ValueRow key={place.path} kept={kept} place={place} />
      ),
    )}
  </dl>
);

const WordsBetween = ({ kept: { wording }, stretch }: StretchProps<WordsPlace>) => {
  const { t } = useTranslation('office');
  const words = wording.words.worker(wording.ask(stretch));
  if (words === '') return null;
  return (
    <p class="answers-words" dir="auto" lang={wording.words.workerTag}>
      {words}
      {stretch.item.type !== 'note' && <span class="answers-aside"> {t('record.answers.notCollected')}</span>}
    </p>
  );
};

const headingOf = (level: number) => `h${Math.min(6, level) as 4 | 5 | 6}` as const;

const GroupView = ({ stretch, ...rest }: StretchProps<GroupPlace>) => {
  const { kept, level } = rest;
  const title = kept.wording.words.worker(kept.wording.ask(stretch));
  const Heading = headingOf(level);
  if (title === '') return <AnswerPlaces {...rest} places={stretch.places} />;
  return (
    <section class="answers-group">
      <Heading dir="auto" lang={kept.wording.words.workerTag}>
        {title}
      </Heading>
      <AnswerPlaces {...rest} places={stretch.places} level={level + 1} />
    </section>
  );
};

const InstanceView = ({ stretch, ...rest }: StretchProps<InstancePlace>) => {
  const { t } = useTranslation('office');
  const { kept, answers, level } = rest;
  const kind = kept.wording.words.worker(kept.wording.ask(stretch)) || stretch.item.name;
  const name = nameOfInstance(stretch.places, answers);
  const Heading = headingOf(level);
  return (
    <section class="answers-group">
      <Heading dir="auto">
        {t('record.answers.instance', { name: kind, at: stretch.at, count: stretch.of })}
        {name !== null && ` · ${name}`}
      </Heading>
      <AnswerPlaces {...rest} places={stretch.places} level={level + 1} />
    </section>
  );
};
