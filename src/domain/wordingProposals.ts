/** Better wording that somebody proposed, and what became of it: accepted as it is or changed, declined with a reason, or waiting. */
import * as v from 'valibot';
import type { RecordState } from './fold.ts';
import type { Id } from './id.ts';
import type { RecordsOf } from './library.ts';
import { writtenFirst } from './records.ts';
import { type AcceptedText, acceptedSets, LanguageTag, longestNote, longestWording, WordingKey, WordingWords } from './wording.ts';

export const WordingProposal = v.object({
  language: LanguageTag,
  key: WordingKey,
  text: WordingWords,
  /** The wording that stood when it was written, and a sum of the English it says. */
  was: v.pipe(v.string(), v.maxLength(longestWording)),
  source: v.pipe(v.string(), v.maxLength(16)),
  note: v.optional(v.pipe(v.string(), v.maxLength(longestNote))),
});
export type WordingProposal = v.InferOutput<typeof WordingProposal>;

export type Fate =
  | { readonly type: 'waiting' }
  | { readonly type: 'accepted'; readonly accepted: AcceptedText; readonly changed: boolean }
  | { readonly type: 'declined'; readonly why: string; readonly by: string };

export interface Proposed extends WordingProposal {
  readonly record: Id;
  readonly by: { readonly person: Id; readonly name: string };
  readonly writtenAt: string;
  readonly fate: Fate;
}

/** Only a supervisor declines; a proposal itself is what its first entry says, whatever was added to it. */
const declinedIn = (state: RecordState): Fate | null => {
  const said = (state.fields.get('declined')?.standing ?? []).find(
    ({ value, entry }) => typeof value === 'string' && entry.role === 'supervisor',
  );
  return said ? { type: 'declined', why: String(said.value), by: said.entry.body.by.name } : null;
};

type AcceptedBy = ReadonlyMap<string, readonly AcceptedText[]>;
const placeOf = ({ language, key }: Pick<WordingProposal, 'language' | 'key'>): string => `${language} ${key}`;

const acceptedByPlace = (records: RecordsOf): AcceptedBy => {
  const places = new Map<string, AcceptedText[]>();
  for (const { language, texts, offered } of acceptedSets(records)) {
    if (!offered) continue;
    for (const [key, text] of texts) {
      const place = placeOf({ language, key });
      places.set(place, [...(places.get(place) ?? []), text]);
    }
  }
  return places;
};

/** Somebody else may have proposed the same words: then these stand on every phone too. */
const fateOf = (state: RecordState, proposal: WordingProposal, accepted: AcceptedBy): Fate => {
  const here = accepted.get(placeOf(proposal)) ?? [];
  const mine = here.find((text) => text.proposal === state.record) ?? here.find(({ text }) => text === proposal.text);
  if (mine) return { type: 'accepted', accepted: mine, changed: mine.text !== proposal.text };
  return declinedIn(state) ?? { type: 'waiting' };
};

/** Newest last, by the writer's own clock: an order to read in, which decides nothing. */
export const proposalsIn = (records: RecordsOf): readonly Proposed[] => {
  const accepted = acceptedByPlace(records);
  return records('wording-proposal')
    .flatMap((state): readonly Proposed[] => {
      const first = writtenFirst(state);
      const parsed = v.safeParse(WordingProposal, first?.body.says);
      if (!first || !parsed.success) return [];
      const { by, writtenAt } = first.body;
      return [{ ...parsed.output, record: state.record, by, writtenAt, fate: fateOf(state, parsed.output, accepted) }];
    })
    .sort((a, b) => (a.writtenAt === b.writtenAt ? (a.record < b.record ? -1 : 1) : a.writtenAt < b.writtenAt ? -1 : 1));
};

export const waitingProposals = (records: RecordsOf): readonly Proposed[] =>
  proposalsIn(records).filter(({ fate }) => fate.type === 'waiting');
