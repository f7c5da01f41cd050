/**
 * Where a person stops on the way: at one question at a time, or at a page for each section, as the worker likes it. What the
 * author put on one screen (`field-list`) stays on one. A place on the way is a name, so that both ways lead past it.
 */
import type { Item } from '../../domain/checklist.ts';
import type { Run } from '../engine/run.ts';
import { keysOf } from './keys.ts';
import { onceFor } from './onceFor.ts';
import { type Asked, type GroupPlace, type InstancePlace, type Place, placesWithin, questionsIn } from './places.ts';
import { type Section, sectionsOf } from './sections.ts';

export const ways = ['one', 'page'] as const;
export type Way = (typeof ways)[number];

export interface Stop {
  /** The key of its first question; the path of what it shows where it asks nothing. */
  readonly id: string;
  readonly section: Section;
  readonly places: readonly Place[];
  readonly questions: readonly Asked[];
  /** Groups and instances that it lies in, outermost first; not the section itself. */
  readonly within: readonly (GroupPlace | InstancePlace)[];
}

type Within = Stop['within'];

const isOneScreen = ({ item }: { readonly item: Item | null }): boolean =>
  /(^|\s)(field-list|table-list)($|\s)/u.test(item?.appearance ?? '');

const stopAt = (section: Section, places: readonly Place[], within: Within): Stop => {
  const questions = questionsIn(places);
  const [first] = places;
  const id = questions[0]?.key ?? (first?.kind === 'more' ? `${first.path}/+` : (first?.path ?? section.path));
  return { id, section, places, questions, within };
};

const isQuiet = ({ kind }: Place): boolean => kind === 'words' || kind === 'value';

/** Words go with the question after them; at the end of a part they stand alone. */
const oneByOne = (section: Section, places: readonly Place[], within: Within): readonly Stop[] => {
  const stops: Stop[] = [];
  let words: Place[] = [];
  const alone = () => {
    if (words.length > 0) stops.push(stopAt(section, words, within));
    words = [];
  };
  for (const place of places) {
    if (isQuiet(place)) {
      words.push(place);
    } else if (place.kind === 'question' || isOneScreen(place)) {
      stops.push(stopAt(section, [...words, place], within));
      words = [];
    } else {
      alone();
      stops.push(...beneath(section, place, within));
    }
  }
  alone();
  return stops;
};

const beneath = (section: Section, place: Place, within: Within): readonly Stop[] =>
  place.kind === 'group' || place.kind === 'instance'
    ? oneByOne(section, placesWithin(place), [...within, place])
    : [stopAt(section, [place], within)];

/** A page for each section; of a part that repeats, a page for each instance. */
const pagesOf = (section: Section): readonly Stop[] =>
  section.kind === 'repeat' ? section.places.map((place) => stopAt(section, [place], [])) : [stopAt(section, section.places, [])];

const oneByOneIn = (section: Section): readonly Stop[] =>
  section.kind === 'group' && isOneScreen(section) ? pagesOf(section) : oneByOne(section, section.places, []);

const stopsBy: Readonly<Record<Way, (run: Run) => readonly Stop[]>> = {
  one: onceFor((run) => sectionsOf(run).flatMap(oneByOneIn)),
  page: onceFor((run) => sectionsOf(run).flatMap(pagesOf)),
};
export const stopsOf = (run: Run, way: Way): readonly Stop[] => stopsBy[way](run);

const holds = ({ id, questions }: Stop, at: string): boolean => id === at || questions.some(({ key }) => key === at);

const firstPath = ({ places, section }: Stop): string => places[0]?.path ?? section.path;

/** How many stops lie before a place that is on none of them: a question that has just closed still has neighbours. */
const stopsBefore = (run: Run, stops: readonly Stop[], at: string): number => {
  const order = new Map(run.paths().map((path, place) => [path, place]));
  const here = order.get(keysOf(run.loaded.checklist).pathOf(at)) ?? -1;
  // Whether there is another of a part that repeats is asked after the last of it, and has no place of its own.
  let last = -1;
  const places = stops.map((stop) => {
    last = order.get(firstPath(stop)) ?? last;
    return last;
  });
  return places.filter((place) => place < here).length;
};

const indexOf = (run: Run, stops: readonly Stop[], at: string): number => {
  const found = stops.findIndex((stop) => holds(stop, at));
  return found >= 0 ? found : stopsBefore(run, stops, at) - 0.5;
};

/** The stop that is up; one that has closed since gives way to the next that is open. Without `at`: the first. */
export const stopUp = (run: Run, way: Way, at: string | undefined): Stop | undefined => {
  const stops = stopsOf(run, way);
  if (at === undefined) return stops[0];
  const found = indexOf(run, stops, at);
  // A page that has lost the question is still the page; a question that was alone on its stop gives way to the next.
  return stops[way === 'page' ? Math.max(0, Math.floor(found)) : Math.ceil(found)] ?? stops.at(-1);
};

export const nextStop = (run: Run, way: Way, at: string): Stop | undefined => {
  const stops = stopsOf(run, way);
  return stops[Math.floor(indexOf(run, stops, at)) + 1];
};

export const previousStop = (run: Run, way: Way, at: string): Stop | undefined => {
  const stops = stopsOf(run, way);
  return stops[Math.ceil(indexOf(run, stops, at)) - 1];
};

/** The first stop after a section that is left out whole. */
export const stopAfterSection = (run: Run, way: Way, section: string): Stop | undefined => {
  const stops = stopsOf(run, way);
  const last = stops.map((stop) => stop.section.id).lastIndexOf(section);
  return last < 0 ? undefined : stops[last + 1];
};
