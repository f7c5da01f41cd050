/** The parts of a checklist as a person goes through them: its top groups and repeats, and what stands loose between those. */
import type { Item } from '../../domain/checklist.ts';
import type { Answers } from '../../domain/screening.ts';
import type { Run } from '../engine/run.ts';
import { wasDealtWith } from './answers.ts';
import { templateOf } from './keys.ts';
import { onceFor } from './onceFor.ts';
import { type Place, placesOf, questionsIn } from './places.ts';

export interface Section {
  /** Its name in the checklist; for loose questions `~` and the name of the first. The same whatever is answered before it. */
  readonly id: string;
  readonly kind: 'group' | 'repeat' | 'loose';
  /** The group or repeat; `null` for loose questions, which have no heading. */
  readonly item: Item | null;
  readonly path: string;
  readonly pause: boolean;
  readonly places: readonly Place[];
}

const named = (kind: 'group' | 'repeat', path: string, item: Item, places: readonly Place[]): Section => ({
  id: item.name,
  kind,
  item,
  path,
  pause: item.pause === true,
  places,
});

const withPlace = (sections: readonly Section[], place: Place): readonly Section[] => {
  if (place.kind === 'group') return [...sections, named('group', place.path, place.item, place.places)];
  const last = sections.at(-1);
  const before = sections.slice(0, -1);
  if (place.kind === 'instance' || place.kind === 'more') {
    const path = templateOf(place.path);
    return last?.path === path && last.kind === 'repeat'
      ? [...before, { ...last, places: [...last.places, place] }]
      : [...sections, named('repeat', path, place.item, [place])];
  }
  if (last?.kind === 'loose') return [...before, { ...last, places: [...last.places, place] }];
  return [...sections, { id: `~${place.item.name}`, kind: 'loose', item: null, path: place.path, pause: false, places: [place] }];
};

/** Sections with nothing to show are left out. */
export const sectionsOf = onceFor((run): readonly Section[] => placesOf(run).reduce<readonly Section[]>(withPlace, []));

export interface SectionProgress {
  readonly section: string;
  /** How many open questions were dealt with, out of how many. Says where we are, nothing about the person. */
  readonly dealtWith: number;
  readonly toAsk: number;
}

/** Sections with nothing to ask are left out. */
export const progressBySection = (run: Run, answers: Answers): readonly SectionProgress[] =>
  sectionsOf(run)
    .map(({ id, places }) => ({ section: id, asked: questionsIn(places) }))
    .filter(({ asked }) => asked.length > 0)
    .map(({ section, asked }) => ({
      section,
      dealtWith: asked.filter(({ key }) => wasDealtWith(answers[key])).length,
      toAsk: asked.length,
    }));
