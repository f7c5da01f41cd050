/**
 * Who asked to hear from us again. One per person, at the last conversation; a later conversation answers it, and a
 * person who said no to being contacted is left in peace, whatever an older note says (R4).
 */

import type { RecordState } from './fold.ts';
import type { Day, Id } from './id.ts';
import { daysAfter } from './period.ts';
import { consentIn, contactIn, screeningIn } from './records.ts';

interface Asked {
  readonly contacts: readonly RecordState[];
  readonly screenings: readonly RecordState[];
  readonly consents: readonly RecordState[];
  readonly today: Day;
}

/** "Yes" is for the coming days, "later" and "keep in touch" for the coming weeks. */
export const daysUntil = { yes: 3, later: 14 } as const;

interface Meeting {
  readonly record: Id;
  readonly person: Id;
  readonly day: Day;
  readonly wish: 'yes' | 'later' | null;
}

const meetingsOf = ({ contacts, screenings }: Asked): readonly Meeting[] => [
  ...contacts.flatMap((state): Meeting[] => {
    const contact = contactIn(state);
    if (!contact || contact.informationOnly) return [];
    const wish = contact.followUp === 'yes' || contact.followUp === 'later' ? contact.followUp : null;
    return [{ record: state.record, person: contact.person, day: contact.day, wish }];
  }),
  ...screenings.flatMap((state): Meeting[] => {
    const screening = screeningIn(state);
    if (!screening) return [];
    return [
      {
        record: state.record,
        person: screening.person,
        day: screening.day,
        wish: screening.decision?.step === 'keep-in-touch' ? 'later' : null,
      },
    ];
  }),
];

/** The last word on being contacted; while two notes disagree the fold gives the more protective one. */
const peopleToLeaveInPeace = (consents: readonly RecordState[]): ReadonlySet<Id> => {
  const last = new Map<Id, { readonly day: Day; readonly says: string | undefined }>();
  for (const consent of consents.map(consentIn)) {
    const says = consent?.items['contact-me'];
    if (!consent || !says) continue;
    const known = last.get(consent.person);
    if (!known || known.day < consent.day || (known.day === consent.day && says === 'no'))
      last.set(consent.person, { day: consent.day, says });
  }
  return new Set([...last].filter(([, { says }]) => says === 'no').map(([person]) => person));
};

/** The sooner wish of the person's last day with us. */
const pressing = (meetings: readonly Meeting[]): Meeting | undefined => {
  const lastDay = meetings
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const then = meetings.filter(({ day }) => day === lastDay);
  return then.find(({ wish }) => wish === 'yes') ?? then.find(({ wish }) => wish === 'later');
};

/** The records that carry a wish which is due, and the day it was due. */
export const findFollowUps = (asked: Asked): ReadonlyMap<Id, Day> => {
  const inPeace = peopleToLeaveInPeace(asked.consents);
  const byPerson = new Map<Id, Meeting[]>();
  for (const meeting of meetingsOf(asked)) byPerson.set(meeting.person, [...(byPerson.get(meeting.person) ?? []), meeting]);
  const due = [...byPerson].flatMap(([person, meetings]) => {
    const last = inPeace.has(person) ? undefined : pressing(meetings);
    return last?.wish ? [[last.record, daysAfter(last.day, daysUntil[last.wish])] as const] : [];
  });
  return new Map(due.filter(([, day]) => day <= asked.today));
};
