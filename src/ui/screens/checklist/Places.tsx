/** What stands at one stop, in order: questions, words between them, shown values, groups with their legends, parts that repeat. */
import { useTranslation } from 'react-i18next';
import type { ReviewState } from '../../../domain/wordingStates.ts';
import type { GroupPlace, InstancePlace, MorePlace, Place, ValuePlace, WordsPlace } from '../../../forms/walk/places.ts';
import { nameOfInstance } from '../../../forms/walk/repeats.ts';
import type { Way } from '../../../forms/walk/stops.ts';
import { Button } from '../../parts/Button.tsx';
import { Said } from '../Said.tsx';
import { QuestionView } from './QuestionView.tsx';
import type { AskingStep } from './runStep.ts';
import { shownValue } from './shownValue.ts';

export interface PlacesProps {
  readonly step: AskingStep;
  readonly places: readonly Place[];
  /** Asked alone on the screen: then the screen is its frame. */
  readonly alone: boolean;
  /** The mark that stands once above all of it, if there is one. */
  readonly above: ReviewState | null;
  /** What is still open was pointed out: going on is the next tap. */
  readonly pointedOut: boolean;
  readonly way: Way;
}

export const Places = (props: PlacesProps) => (
  <>
    {props.places.map((place) => (
      <PlaceView key={`${place.kind} ${place.path}`} {...props} place={place} />
    ))}
  </>
);

type PlaceProps<P extends Place> = PlacesProps & { readonly place: P };

const PlaceView = (props: PlaceProps<Place>) => {
  const { place } = props;
  switch (place.kind) {
    case 'question':
      return <QuestionView step={props.step} asked={place} alone={props.alone} above={props.above} pointedOut={props.pointedOut} />;
    case 'words':
      return <WordsView {...props} place={place} />;
    case 'value':
      return <ValueView {...props} place={place} />;
    case 'group':
      return <GroupView {...props} place={place} />;
    case 'instance':
      return <InstanceView {...props} place={place} />;
    case 'more':
      return <MoreView {...props} place={place} />;
  }
};

const WordsView = ({ step: { wording }, place, above }: PlaceProps<WordsPlace>) => {
  const { t } = useTranslation('field');
  const hint = wording.part(place, 'hint');
  return (
    <div class="words-between" tabIndex={-1} data-asked="">
      <Said words={wording.words} says={wording.ask(place)} above={above} />
      {hint && <Said words={wording.words} says={hint} above={above ?? wording.words.mark(wording.ask(place))} />}
      {place.item.type !== 'note' && <p class="quiet">{t('run.notCollected')}</p>}
    </div>
  );
};

const ValueView = ({ step, place, above }: PlaceProps<ValuePlace>) => {
  const { wording } = step;
  const value = shownValue(wording, place, place.state.value);
  return value === '' ? null : (
    <div class="words-between">
      <Said words={wording.words} says={wording.ask(place)} above={above} />
      <p class="shown-value" dir="auto">
        {value}
      </p>
    </div>
  );
};

const GroupView = (props: PlaceProps<GroupPlace>) => {
  const { wording } = props.step;
  const { place } = props;
  const name = wording.words.worker(wording.ask(place));
  return (
    <fieldset class="asked-group">
      <legend class={name === '' ? 'only-read-out' : 'asked-legend'} dir="auto">
        {name || place.item.name}
      </legend>
      <Places {...props} places={place.places} alone={false} />
    </fieldset>
  );
};

const useInstanceName = (step: AskingStep, place: InstancePlace): string => {
  const { t } = useTranslation('field');
  const name = nameOfInstance(place.places, step.draft.answers);
  const kind = step.wording.words.worker(step.wording.ask(place)) || t('run.repeat.unnamed');
  const which = t('run.repeat.which', { name: kind, at: place.at, of: place.of });
  return name === null ? which : `${which} · ${name}`;
};

const InstanceView = (props: PlaceProps<InstancePlace>) => {
  const name = useInstanceName(props.step, props.place);
  return (
    <fieldset class="asked-group">
      <legend class="asked-legend" dir="auto">
        {name}
      </legend>
      <Places {...props} places={props.place.places} alone={false} />
      {props.place.grows && <RemoveButton step={props.step} place={props.place} name={name} />}
    </fieldset>
  );
};

const RemoveButton = ({ step, place, name }: { readonly step: AskingStep; readonly place: InstancePlace; readonly name: string }) => {
  const { t } = useTranslation('field');
  return (
    <Button kind="quiet" icon="trash" onClick={() => step.asking.remove(place.path, t('run.repeat.removed', { name }))}>
      {t('run.repeat.remove', { name })}
    </Button>
  );
};

/** After the last: what there is, and one more if there is one. */
const MoreView = ({ step, place }: PlaceProps<MorePlace>) => {
  const { t } = useTranslation('field');
  const { wording, asking } = step;
  const kind = wording.words.worker(wording.ask(place)) || t('run.repeat.unnamed');
  return (
    <section class="asked-group" aria-label={kind}>
      <div class="asked" tabIndex={-1} data-asked="">
        <p class="weighty" dir="auto">
          {t('run.repeat.count', { name: kind, count: place.count })}
        </p>
      </div>
      <Button icon="plus" onClick={() => asking.add(place.path)}>
        {place.count === 0 ? t('run.repeat.first') : t('run.repeat.add')}
      </Button>
    </section>
  );
};
