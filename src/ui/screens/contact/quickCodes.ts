/** Which codes are one tap away: what this worker used most lately, then what is usual anywhere. */
import type { ContactRow } from '../../../domain/contactSummary.ts';
import type { ContactFields } from './contactDraft.ts';

type Code<F extends keyof ContactFields> = NonNullable<ContactFields[F]>;
export interface QuickCodes {
  readonly placeTypes: readonly Code<'placeType'>[];
  readonly areas: readonly Code<'area'>[];
  readonly languages: readonly Code<'language'>[];
}

const lookBack = 200;
const shown = 5;
const usualPlaces: readonly Code<'placeType'>[] = ['restaurant', 'grocery', 'nail-salon', 'private-home', 'community-centre'];
const usualLanguages: readonly Code<'language'>[] = ['cmn', 'yue', 'ko', 'vi', 'fil', 'en'];

export const mostUsed = <T extends string>(used: readonly (T | undefined)[], otherwise: readonly T[], limit = shown): readonly T[] => {
  const times = new Map<T, number>();
  for (const code of used) if (code !== undefined) times.set(code, (times.get(code) ?? 0) + 1);
  const mine = [...times].sort(([, a], [, b]) => b - a).map(([code]) => code);
  return [...mine, ...otherwise.filter((code) => !times.has(code))].slice(0, limit);
};

/** The order stays put while a form is open: ask once per form. */
export const quickCodes = (contacts: readonly ContactRow[]): QuickCodes => {
  const recent = contacts.slice(0, lookBack).map(({ contact }) => contact);
  return {
    placeTypes: mostUsed(
      recent.map(({ placeType }) => placeType),
      usualPlaces,
    ),
    areas: mostUsed(
      recent.map(({ area }) => area),
      [],
    ),
    languages: mostUsed(
      recent.map(({ language }) => language),
      usualLanguages,
      usualLanguages.length,
    ),
  };
};
