/** A consent while it is talked through, and the entries it becomes. */
import type { Consent, ConsentAnswer, ConsentItem } from '../../../domain/consent.ts';
import { type ConsentAnswers, type ConsentSaid, consentChanges } from '../../../domain/consentNow.ts';
import { office, type Says } from '../../../domain/entry.ts';
import type { RecordState } from '../../../domain/fold.ts';
import type { Id } from '../../../domain/id.ts';
import { consentIn } from '../../../domain/records.ts';
import type { NewEntry } from '../../../store/notebook.ts';
import { withoutBlanks } from '../contact/contactDraft.ts';

export interface ConsentDraft {
  readonly record: Id;
  readonly items: ConsentAnswers;
  readonly way?: NonNullable<Consent['safeContact']>['way'];
  readonly time?: NonNullable<Consent['safeContact']>['time'];
  readonly mode?: Consent['mode'];
  /** One of our languages, in which it was talked through. */
  readonly language?: string | undefined;
}

export const consentDraftId = (person: Id): string => `consent:${person}`;

/** A safe way to be in touch is kept only where the person wants to be reached. */
const saysOf = (draft: ConsentDraft, day: string): ConsentSaid => {
  const items = Object.fromEntries(Object.entries(draft.items).filter(([, answer]) => answer !== undefined)) as Record<
    ConsentItem,
    ConsentAnswer
  >;
  const safeContact = items['contact-me'] === 'yes' ? withoutBlanks({ way: draft.way, time: draft.time }) : {};
  return {
    day,
    items,
    ...(Object.keys(safeContact).length > 0 ? { safeContact } : {}),
    ...(draft.language ? { language: draft.language } : {}),
    ...(draft.mode ? { mode: draft.mode } : {}),
  };
};

/** The first time: a consent. Afterwards: an amendment of every consent there is, so that nothing older still says yes. */
export const consentEntries = (draft: ConsentDraft, person: Id, day: string, before: readonly RecordState[]): readonly NewEntry[] => {
  const says = saysOf(draft, day);
  const known = before.flatMap((state) => {
    const consent = consentIn(state);
    return consent ? [{ record: state.record, fields: consentChanges(consent, says) }] : [];
  });
  const entries: readonly { readonly kind: string; readonly record: Id; readonly says: Says }[] =
    known.length === 0
      ? [{ kind: 'consent', record: draft.record, says: { person, ...says } }]
      : known.map(({ record, fields }) => ({ kind: 'amendment', record, says: { fields } }));
  return entries.map((entry, at) => ({
    ...entry,
    audience: office,
    ...(at === entries.length - 1 ? { draft: consentDraftId(person) } : {}),
  }));
};
