/**
 * What waits for the office, most pressing first. Each record stands once, under its most pressing reason, with all of
 * its reasons beside it. Nothing here ranks people: the order is by what has to be done and how long it has waited.
 */
import { disagreementsIn, type RecordState } from './fold.ts';
import { findFollowUps } from './followUps.ts';
import type { Day, Id } from './id.ts';
import type { Records } from './identified.ts';
import { dayOf, daysAfter } from './period.ts';
import { personOf, screeningIn, writtenFirst } from './records.ts';
import { type ReviewState, reviewStateOf } from './reviewState.ts';
import type { Screening } from './screening.ts';

export type Reason =
  /** The worker chose "urgent safety", or an answer raised something that cannot wait; until somebody has reviewed it. */
  | { readonly group: 'urgent'; readonly type: 'urgent-safety' }
  | { readonly group: 'urgent'; readonly type: 'urgent-answer'; readonly urgency: string }
  /** A young person, and no report to the hotline is noted. A review does not clear this (R12). */
  | { readonly group: 'urgent'; readonly type: 'no-oral-report' }
  | { readonly group: 'disagreement'; readonly type: 'disagreement'; readonly fields: readonly string[] }
  | { readonly group: 'answered'; readonly type: 'answered' }
  | { readonly group: 'waiting'; readonly type: 'waiting'; readonly due: Day | null }
  | { readonly group: 'waiting'; readonly type: 'changed' }
  | { readonly group: 'follow-up'; readonly type: 'follow-up'; readonly due: Day }
  | { readonly group: 'new'; readonly type: 'new' };

export const inboxGroups = ['urgent', 'disagreement', 'answered', 'waiting', 'follow-up', 'new'] as const;
export type InboxGroup = (typeof inboxGroups)[number];

export interface InboxItem {
  readonly record: Id;
  readonly kind: string;
  readonly person: Id | null;
  readonly group: InboxGroup;
  readonly reasons: readonly Reason[];
  /** When it was first written down, by the writer's own clock, and by whom. */
  readonly writtenAt: string;
  readonly writer: string;
}

export interface InboxAsked extends Records {
  readonly consents: readonly RecordState[];
  readonly today: Day;
  readonly me: Id;
  /** What the answers raise, most pressing first; the checklist's library is not known here. */
  readonly urgenciesOf: (screening: Screening) => readonly string[];
}

const isConcluded = (review: ReviewState): boolean => review.type === 'reviewed' && review.conclusion !== 'returned' && !review.changed;

/** Whether a supervisor has opened it. The office shares one inbox: what one has opened is new to nobody. */
export const wasOpened = ({ history }: RecordState): boolean =>
  history.some(({ role, body }) => role === 'supervisor' && body.kind === 'seen');

export const lacksOralReport = ({ outcome, decision, minorReport }: Screening): boolean =>
  (outcome === 'minor-path' || decision?.step === 'minor-report') && !minorReport?.oralReportAt;

/** Somebody who said no, or not now, was asked and answered: there is nothing to review. What is paused is not over yet. */
const asksForReview = ({ outcome, decision }: Screening): boolean =>
  outcome !== 'paused' && (outcome === 'completed' || outcome === 'stopped' || outcome === 'minor-path' || decision !== undefined);

const urgentReasons = (screening: Screening, asked: InboxAsked): readonly Reason[] => [
  ...(screening.decision?.step === 'urgent-safety' ? [{ group: 'urgent', type: 'urgent-safety' } as const] : []),
  ...asked.urgenciesOf(screening).map((urgency) => ({ group: 'urgent', type: 'urgent-answer', urgency }) as const),
];

const reviewReasons = (screening: Screening, review: ReviewState): readonly Reason[] => {
  const { withinDays } = screening.decision ?? {};
  if (review.type === 'none' && asksForReview(screening)) {
    return [{ group: 'waiting', type: 'waiting', due: withinDays ? daysAfter(screening.day, withinDays) : null }];
  }
  if (review.type !== 'reviewed' || !review.changed) return [];
  return [review.conclusion === 'returned' ? { group: 'answered', type: 'answered' } : { group: 'waiting', type: 'changed' }];
};

const screeningReasons = (state: RecordState, asked: InboxAsked): readonly Reason[] => {
  const screening = screeningIn(state);
  if (!screening) return [];
  const review = reviewStateOf(state);
  return [
    ...(lacksOralReport(screening) ? [{ group: 'urgent', type: 'no-oral-report' } as const] : []),
    ...(isConcluded(review) ? [] : urgentReasons(screening, asked)),
    ...reviewReasons(screening, review),
  ];
};

/** Information given with nothing recorded, or "not now": a count, with nothing in it to read (R1, R2). */
const isTally = ({ fields }: RecordState): boolean =>
  fields.get('informationOnly')?.value === true || fields.get('outcome')?.value === 'not-now';

const commonReasons = (state: RecordState, asked: InboxAsked): readonly Reason[] => {
  const fields = disagreementsIn(state).filter((field) => field !== 'review' || reviewStateOf(state).type === 'unsettled');
  const first = writtenFirst(state);
  const isNew =
    (state.kind === 'contact' || state.kind === 'screening') && !isTally(state) && first?.body.by.person !== asked.me && !wasOpened(state);
  return [
    ...(fields.length > 0 ? [{ group: 'disagreement', type: 'disagreement', fields } as const] : []),
    ...(isNew ? [{ group: 'new', type: 'new' } as const] : []),
  ];
};

const place = ({ group }: { readonly group: InboxGroup }): number => inboxGroups.indexOf(group);

const dueOf = ({ reasons }: InboxItem): Day =>
  reasons.map((reason) => ('due' in reason ? reason.due : null)).find((due) => due !== null) ?? '9999';

const urgentTypes: readonly Reason['type'][] = ['urgent-safety', 'no-oral-report', 'urgent-answer'];
const urgency = ({ reasons }: InboxItem): number =>
  Math.min(...reasons.map(({ type }) => (urgentTypes.includes(type) ? urgentTypes.indexOf(type) : urgentTypes.length)));

/** Dangers and plain news read newest first; everything else by what is due, then by what has waited longest. */
const newestFirst = (group: InboxGroup): boolean => group === 'urgent' || group === 'new';

const inTurn = (a: InboxItem, b: InboxItem): number => {
  if (a.group !== b.group) return place(a) - place(b);
  if (a.group === 'urgent' && urgency(a) !== urgency(b)) return urgency(a) - urgency(b);
  if (!newestFirst(a.group) && dueOf(a) !== dueOf(b)) return dueOf(a) < dueOf(b) ? -1 : 1;
  if (a.writtenAt === b.writtenAt) return a.record < b.record ? -1 : 1;
  return a.writtenAt < b.writtenAt === newestFirst(a.group) ? 1 : -1;
};

const itemOf = (state: RecordState, reasons: readonly Reason[]): readonly InboxItem[] => {
  const sorted = [...reasons].sort((a, b) => place(a) - place(b));
  const [first] = sorted;
  if (!first) return [];
  const written = writtenFirst(state);
  return [
    {
      record: state.record,
      kind: state.kind,
      person: personOf(state),
      group: first.group,
      reasons: sorted,
      writtenAt: written?.body.writtenAt ?? '',
      writer: written?.body.by.name ?? '',
    },
  ];
};

export const inboxOf = (asked: InboxAsked): readonly InboxItem[] => {
  const followUps = findFollowUps(asked);
  return [...asked.screenings, ...asked.contacts, ...asked.people, ...asked.consents]
    .flatMap((state) => {
      const followUp = followUps.get(state.record);
      const due: readonly Reason[] = followUp ? [{ group: 'follow-up', type: 'follow-up', due: followUp }] : [];
      return itemOf(state, [...screeningReasons(state, asked), ...commonReasons(state, asked), ...due]);
    })
    .sort(inTurn);
};

/** Days are compared as the office's calendar shows them today. */
export const isOverdue = (due: Day, today: Day): boolean => due < today;
export const writtenDay = ({ writtenAt }: InboxItem): Day => dayOf(writtenAt);
