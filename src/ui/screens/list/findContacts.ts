/** Search and filters over the contacts in memory. The texts to search are made once per contact and language of the reader. */

import type { Contact } from '../../../domain/contact.ts';
import type { ContactRow } from '../../../domain/contactSummary.ts';
import type { RecordState } from '../../../domain/fold.ts';
import type { Id } from '../../../domain/id.ts';
import { personCode } from '../../../domain/person.ts';
import { personIn, writtenFirst } from '../../../domain/records.ts';
import { findRows, type SearchRow, searchRow } from '../../../domain/search.ts';
import type { Standing } from '../../../store/notebook.ts';
import type { CodeWords } from '../codeWords.ts';

export interface ContactFilters {
  readonly placeType?: Contact['placeType'] | undefined;
  readonly language?: Contact['language'] | undefined;
  readonly followUp: boolean;
  readonly notSent: boolean;
  readonly mine: boolean;
}
export const noFilters: ContactFilters = { followUp: false, notSent: false, mine: false };

/** How many filters narrow the list: said beside the button that opens them. */
export const filtersOn = (filters: ContactFilters): number =>
  Object.values(filters).filter((value) => value !== undefined && value !== false).length;

type Known = Pick<CodeWords, 'word' | 'area' | 'languageBothWays'>;

const textOf = (
  { contact }: ContactRow,
  person: RecordState | undefined,
  { word, area, languageBothWays }: Known,
): readonly (string | undefined)[] => {
  const cue = person && personIn(person)?.cue;
  const code = personCode(contact.person);
  return [
    code,
    code.replace('-', ''),
    cue && word('cue', cue),
    contact.placeType && word('placeType', contact.placeType),
    contact.area && area(contact.area),
    contact.language && languageBothWays(contact.language),
    contact.note,
    contact.day,
  ];
};

/** Rows already made, by the fold they came from: ten thousand contacts are read once, one more costs one. */
export const createContactIndex = (words: Known) => {
  const made = new WeakMap<RecordState, { readonly person: RecordState | undefined; readonly row: SearchRow<ContactRow> }>();
  return (contacts: readonly ContactRow[], personOf: (id: Id) => RecordState | undefined): readonly SearchRow<ContactRow>[] =>
    contacts.map((contact) => {
      const person = personOf(contact.contact.person);
      const known = made.get(contact.state);
      if (known && known.person === person) return known.row;
      const row = searchRow(contact, textOf(contact, person, words));
      made.set(contact.state, { person, row });
      return row;
    });
};

export interface Looking {
  readonly query: string;
  readonly filters: ContactFilters;
  readonly me: Id;
  readonly standingOf: (record: Id) => Standing;
}

export const findContacts = (rows: readonly SearchRow<ContactRow>[], { query, filters, me, standingOf }: Looking): readonly ContactRow[] =>
  findRows(rows, query).filter(
    ({ record, contact, state }) =>
      (filters.placeType === undefined || contact.placeType === filters.placeType) &&
      (filters.language === undefined || contact.language === filters.language) &&
      (!filters.followUp || contact.followUp === 'yes' || contact.followUp === 'later') &&
      (!filters.notSent || standingOf(record) === 'on-this-phone') &&
      (!filters.mine || writtenFirst(state)?.body.by.person === me),
  );
