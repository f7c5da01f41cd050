/**
 * What a person agrees to now. One consent record per person is amended; when two devices each began one, both stand and
 * the more protective answer is shown: a withdrawal is never lost behind an older yes (R4).
 */
import { type Consent, type ConsentAnswer, type ConsentItem, consentItems } from './consent.ts';
import type { Says } from './entry.ts';
import type { RecordState } from './fold.ts';
import { consentIn } from './records.ts';

export type ConsentAnswers = Readonly<Partial<Record<ConsentItem, ConsentAnswer>>>;
/** What one talk about consent settles. */
export type ConsentSaid = Pick<Consent, 'day' | 'items' | 'safeContact' | 'language' | 'mode'>;
export interface ConsentNow {
  readonly items: ConsentAnswers;
  readonly safeContact: Consent['safeContact'];
}

const protective: readonly ConsentAnswer[] = ['no', 'later', 'yes'];

export const consentNow = (records: readonly RecordState[]): ConsentNow => {
  const consents = records.flatMap((state) => consentIn(state) ?? []);
  const items = Object.fromEntries(
    consentItems.flatMap((item) => {
      const given = protective.find((answer) => consents.some((consent) => consent.items[item] === answer));
      return given ? [[item, given]] : [];
    }),
  );
  const mayContact = items['contact-me'] === 'yes';
  return { items, safeContact: mayContact ? consents.find(({ safeContact }) => safeContact)?.safeContact : undefined };
};

/** What an amendment says so that a consent becomes what was just said; only what changed. */
export const consentChanges = (before: Consent, after: ConsentSaid): Says => {
  const items = consentItems.flatMap((item) =>
    before.items[item] === after.items[item] ? [] : [[`items.${item}`, after.items[item] ?? null]],
  );
  const rest = (['day', 'safeContact', 'language', 'mode'] as const).flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]) ? [] : [[field, after[field] ?? null]],
  );
  return Object.fromEntries([...items, ...rest]);
};
