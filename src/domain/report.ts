/**
 * The report over a period: a fold over what was opened, nothing stored. Each section is a set of cells tied by their
 * sums (smallCells.ts), the totals a funder gets, and the tables behind them. How much of it a reader may see is decided
 * in reportState.ts. The rule behind each figure stands in locales (`office.rule.<section>`), beside the figure.
 */
import { placeTypes, spokenLanguages } from './codes.ts';
import type { Contact } from './contact.ts';
import { type CountedPerson, countPeople, type Records } from './identified.ts';
import { identifiedSection } from './identifiedSection.ts';
import { isWithin, type Period } from './period.ts';
import { contactIn, screeningIn } from './records.ts';
import { all, notNoted, type Section } from './reportSection.ts';
import { linkedTables, type Observation } from './reportTables.ts';
import { outcomes, type Screening } from './screening.ts';
import type { Cell } from './smallCells.ts';

export interface Report {
  readonly period: Period;
  readonly sections: readonly Section[];
  /** Who is behind question 1: only ever shown inside the organisation. */
  readonly people: readonly CountedPerson[];
  /** Records this version could not read; they are in no figure. */
  readonly unread: number;
}

export const contactColumns = ['conversations', 'information-only', 'others-present'] as const;

const contactsSection = (contacts: readonly Contact[], screenings: readonly Screening[]): Section => {
  const seen = contacts.flatMap((contact): Observation[] => {
    const where = { a: contact.language ?? notNoted, b: contact.placeType ?? notNoted };
    const others = (contact.people ?? 1) - 1;
    const kind = contact.informationOnly ? 'information-only' : 'conversations';
    return [{ ...where, column: kind, amount: 1 }, ...(others > 0 ? [{ ...where, column: 'others-present', amount: others }] : [])];
  });
  const linked = linkedTables({ name: 'contacts', columns: contactColumns, seen, orders: { a: spokenLanguages, b: placeTypes } });
  // Information given and "not now" are tallies: the id in them belongs to nobody (R1, R2).
  const known = [
    ...contacts.filter(({ informationOnly }) => !informationOnly),
    ...screenings.filter(({ outcome }) => outcome !== 'not-now'),
  ].map(({ person }) => person);
  const distinct: Cell = { value: new Set(known).size, from: 'people', to: 'people', total: true };
  return {
    id: 'contacts',
    cells: new Map([...linked.cells, ['contacts/people', distinct]]),
    totals: [
      ...linked.totals.map(({ column, cell }) => ({ figure: column === all ? 'people-reached' : column, cell })),
      { figure: 'people', cell: 'contacts/people' },
    ],
    tables: [
      { id: 'contacts-by-language', rowsAre: 'language', ...linked.a },
      { id: 'contacts-by-place', rowsAre: 'placeType', ...linked.b },
    ],
  };
};

/** A screening has no place of its own: it is where the worker met the person that day. */
const placesByMeeting = (contacts: readonly Contact[]): ReadonlyMap<string, string> =>
  new Map([...contacts].reverse().flatMap(({ person, day, placeType }) => (placeType ? [[`${person} ${day}`, placeType] as const] : [])));

const screeningsSection = (screenings: readonly Screening[], contacts: readonly Contact[]): Section => {
  const places = placesByMeeting(contacts);
  const seen = screenings.map(
    ({ person, day, languages, outcome }): Observation => ({
      a: languages?.person ?? notNoted,
      b: places.get(`${person} ${day}`) ?? notNoted,
      column: outcome,
      amount: 1,
    }),
  );
  const linked = linkedTables({ name: 'screenings', columns: outcomes, seen, orders: { a: spokenLanguages, b: placeTypes } });
  return {
    id: 'screenings',
    cells: linked.cells,
    totals: [
      ...linked.totals.filter(({ column }) => column === all).map(({ cell }) => ({ figure: 'offered', cell })),
      ...linked.totals.filter(({ column }) => column !== all).map(({ column, cell }) => ({ figure: column, cell })),
    ],
    tables: [
      { id: 'screenings-by-language', rowsAre: 'language', ...linked.a },
      { id: 'screenings-by-place', rowsAre: 'placeType', ...linked.b },
    ],
  };
};

export const reportOf = (records: Records, period: Period): Report => {
  const contacts = records.contacts.map(contactIn);
  const screenings = records.screenings.map(screeningIn);
  const inPeriod = <T extends { readonly day: string }>(read: readonly (T | null)[]): readonly T[] =>
    read.flatMap((one) => (one && isWithin(one.day, period) ? [one] : []));
  const [met, run] = [inPeriod(contacts), inPeriod(screenings)];
  const people = countPeople(records, period);
  return {
    period,
    people,
    sections: [identifiedSection(people), screeningsSection(run, met), contactsSection(met, run)],
    unread: [...contacts, ...screenings].filter((read) => read === null).length,
  };
};
