/** Everything that is said to a person in a checklist and around it: its questions in their order, then what is said whatever is asked. */
import type { Checklist, Choice, Item } from '../../../../domain/checklist.ts';
import { itemsWithPaths } from '../../../../domain/checklist.ts';
import { isAsked } from '../../../../domain/itemTypes.ts';
import { placeName, type RecordedPlace } from '../../../../domain/recordings.ts';
import { ageGroups } from '../../../../domain/screening.ts';
import { pauseKey } from '../../../../forms/library/wordingKeys.ts';
import { mostShown } from '../../checklist/mostShown.ts';
import type { Wording } from '../../checklist/wording.ts';

export interface SpokenLine {
  readonly says: string;
  readonly place: RecordedPlace;
  /** Its place by name; one line for each. */
  readonly name: string;
  readonly part: 'always' | 'own';
  readonly isAnswer: boolean;
}

type Said = Pick<SpokenLine, 'says' | 'part' | 'isAnswer'>;

const always = (key: string, isAnswer = false): Said => ({ says: `checklists:${key}`, part: 'always', isAnswer });

/** The same for every checklist: recorded once, they count for all. */
const saidAlways: readonly Said[] = [
  always('privacy.ask'),
  ...['purpose', 'kept', 'children', 'danger', 'court', 'choice', 'check'].map((limit) => always(`limits.${limit}`)),
  always('age.ask'),
  ...ageGroups.map((group) => always(`age.choices.${group}`, true)),
  always('consent.items.take-part.ask'),
  always('consent.items.keep-record.ask'),
  always('consent.neverACondition'),
  always('transitions.breath'),
  always('answers.preferred-not-to-say', true),
  always('transitions.close'),
  always('minor.sayFirst'),
  always('minor.sayNext'),
];

const isList = ({ type }: Item): boolean => type === 'select_one' || type === 'select_multiple';

const choicesShown = ({ lists }: Checklist, item: Item): readonly Choice[] => {
  const choices = isList(item) ? (lists[item.list ?? ''] ?? []) : [];
  return choices.length > mostShown ? [] : choices;
};

const saidAt = (checklist: Checklist, wording: Wording, placed: { readonly path: string; readonly item: Item }): readonly Said[] => {
  const { item } = placed;
  const own = (says: string, isAnswer = false): Said => ({ says, part: 'own', isAnswer });
  if (item.pause && checklist.wording === 'library') return [own(pauseKey(item.name))];
  if (!isAsked(item)) return [];
  const hint = wording.part(placed, 'hint');
  const choices = choicesShown(checklist, item).map((choice) => own(wording.choice(placed, choice), true));
  return [own(wording.ask(placed)), ...(hint ? [own(hint)] : []), ...choices];
};

const isLeftOut = (path: string, hidden: readonly string[]): boolean => hidden.some((above) => path.startsWith(`${above}/`));

export interface SpokenLines {
  readonly lines: readonly SpokenLine[];
  /** Some hold an answer that was given before: nobody can read those in advance. */
  readonly leftOut: boolean;
}

/** Under 18 nothing is asked of the person, so nothing but what is always said is read to them. */
export const spokenLines = (checklist: Checklist, wording: Wording): SpokenLines => {
  const items = itemsWithPaths(checklist.items);
  const hidden = items.filter(({ item }) => item.hidden).map(({ path }) => path);
  const asked = checklist.meantFor === 'under-18' ? [] : items.filter(({ path }) => !isLeftOut(path, hidden));
  const said = [...asked.flatMap((placed) => saidAt(checklist, wording, placed)), ...saidAlways];
  const seen = new Set<string>();
  let leftOut = false;
  const lines = said.flatMap((each): readonly SpokenLine[] => {
    const place = wording.words.placeOf(each.says);
    const name = placeName(place);
    const text = wording.words.original(each.says);
    leftOut ||= text.includes('${');
    if (seen.has(name) || text === '' || text.includes('${')) return [];
    seen.add(name);
    return [{ ...each, place, name }];
  });
  return { lines, leftOut };
};
