/**
 * The twenty-five screenings of the demo, one line of facts each: who was offered one, how it ended, what the worker
 * decided and what the office said. `ago` is in days before today.
 */
import type { ConsentItem } from '../src/domain/consent.ts';
import type { Review } from '../src/domain/review.ts';
import type { Decision, MinorReport, Screening } from '../src/domain/screening.ts';
import type { AnswerSet } from './answers.ts';
import type { Worker } from './invented.ts';

export interface SaidReview {
  readonly ago: number;
  readonly says: Review;
}
export interface Story {
  readonly who: Worker;
  readonly ago: number;
  readonly language: string;
  readonly place: string;
  /** How the person describes their own groups; left out, it was not asked. */
  readonly groups?: readonly string[];
  readonly channel?: 'referred-member';
  readonly outcome: Screening['outcome'];
  readonly answers?: AnswerSet;
  readonly decision?: Decision;
  readonly minorReport?: MinorReport & { readonly oralReportAt?: string };
  readonly reviews?: readonly SaidReview[];
  /** The worker's reply to a review that came back. */
  readonly reply?: { readonly ago: number; readonly decision: Decision };
  /** Agreed to at the same talk; `withdrawn` later. */
  readonly consent?: { readonly yes: readonly ConsentItem[]; readonly withdrawn?: { readonly ago: number; readonly item: ConsentItem } };
  /** Met once more. */
  readonly again?: { readonly ago: number; readonly followUp: 'yes' | 'later' | 'no'; readonly note?: string };
  /** Something the phone and the office each wrote without having seen the other's word. */
  readonly disagreement?: { readonly ago: number; readonly about: 'consent' | 'own-papers' };
}

const soon = (reason: string, withinDays: number, ...offered: string[]): Decision => ({ step: 'review-soon', reason, withinDays, offered });
const informed = (reason: string): Decision => ({ step: 'information-given', reason, offered: ['information-card'] });
const possible = (ago: number, comment?: string): SaidReview => ({
  ago,
  says: { conclusion: 'possible', ...(comment ? { comment } : {}) },
});
const not = (ago: number, comment: string): SaidReview => ({ ago, says: { conclusion: 'not', comment } });
const all: readonly ConsentItem[] = ['take-part', 'keep-record', 'contact-me', 'research'];
const some: readonly ConsentItem[] = ['take-part', 'keep-record'];

export const stories: readonly Story[] = [
  {
    who: 'joon',
    ago: 84,
    language: 'ko',
    place: 'restaurant',
    groups: ['korean'],
    outcome: 'completed',
    answers: 'underpaid',
    decision: soon(
      '약속한 임금과 받은 임금이 다르고, 그만두면 신고하겠다는 말을 들으셨다고 함. 상담을 원하심.',
      7,
      'wage-help',
      'legal-advice',
    ),
    reviews: [possible(80, 'Wage advice is arranged for next week.')],
    consent: { yes: all },
    again: { ago: 66, followUp: 'no', note: '임금 상담을 다녀오셨고, 지금은 더 필요한 것이 없다고 하심.' },
  },
  {
    who: 'joon',
    ago: 78,
    language: 'cmn',
    place: 'restaurant',
    groups: ['chinese'],
    outcome: 'completed',
    answers: 'calm',
    decision: informed('Hard work and long days, and free to leave. Wants English classes.'),
    reviews: [not(74, 'Agreed. The list of classes went out by the worker.')],
    consent: { yes: ['take-part', 'keep-record', 'contact-me'], withdrawn: { ago: 50, item: 'contact-me' } },
  },
  { who: 'joon', ago: 71, language: 'ko', place: 'laundry', groups: ['korean'], outcome: 'declined' },
  {
    who: 'joon',
    ago: 63,
    language: 'mn',
    place: 'cleaning',
    groups: ['mongolian'],
    outcome: 'completed',
    answers: 'documents',
    decision: soon('Papers are held by the employer, and the debt grows. Asked for legal advice first.', 3, 'legal-advice', 'safety-plan'),
    reviews: [
      possible(60),
      { ago: 41, says: { conclusion: 'actual', decidedBy: 'court-or-prosecution', comment: 'Told to us by the legal advisers.' } },
    ],
    consent: { yes: all },
    again: { ago: 40, followUp: 'no', note: 'Has the papers back. The advisers stay in touch directly.' },
  },
  { who: 'joon', ago: 52, language: 'ko', place: 'place-of-worship', outcome: 'not-now' },
  {
    who: 'joon',
    ago: 45,
    language: 'en',
    place: 'hotel',
    outcome: 'completed',
    answers: 'underpaid',
    decision: soon('Does not know what is still owed for travel. Would like somebody to look at the numbers.', 14, 'wage-help'),
    reviews: [possible(42)],
    consent: { yes: some },
    again: { ago: 31, followUp: 'no' },
  },
  {
    who: 'joon',
    ago: 6,
    language: 'ko',
    place: 'laundry',
    groups: ['korean'],
    outcome: 'stopped',
    answers: 'begun',
    reviews: [
      { ago: 5, says: { conclusion: 'returned', comment: 'Thank you. Was there a reason to stop, and would a second talk be welcome?' } },
    ],
    consent: { yes: some },
  },
  {
    who: 'joon',
    ago: 16,
    language: 'ko',
    place: 'restaurant',
    groups: ['korean'],
    outcome: 'completed',
    answers: 'documents',
    decision: soon('여권을 가게에서 보관하고 있다고 하심. 법률 상담을 원하시고, 가족에게는 알리지 않기를 바라심.', 7, 'legal-advice'),
    reviews: [possible(13)],
    consent: { yes: ['take-part', 'keep-record', 'contact-me'] },
    disagreement: { ago: 4, about: 'own-papers' },
  },
  {
    who: 'joon',
    ago: 3,
    language: 'ko',
    place: 'event-hospitality',
    groups: ['korean'],
    outcome: 'completed',
    answers: 'urgent',
    decision: {
      step: 'urgent-safety',
      reason: '오늘 밤 돌아가도 괜찮을지 모르겠다고 하심. 함께 전화했고, 친구 집에 머무르기로 하심.',
      offered: ['hotline-together', 'safety-plan', 'place-to-stay'],
    },
    consent: { yes: ['take-part', 'keep-record', 'contact-me'] },
  },
  {
    who: 'joon',
    ago: 2,
    language: 'cmn',
    place: 'restaurant',
    groups: ['chinese'],
    outcome: 'completed',
    answers: 'underpaid',
    decision: soon('Paid late for two months and owes for travel. Asked what the law says.', 3, 'wage-help', 'legal-advice'),
    consent: { yes: some },
  },
  {
    who: 'thuy',
    ago: 88,
    language: 'vi',
    place: 'nail-salon',
    groups: ['vietnamese'],
    outcome: 'completed',
    answers: 'debt',
    decision: soon(
      'Chị nói khoản nợ tăng mỗi tháng và có người luôn trả lời thay chị. Chị muốn có người để nói chuyện.',
      7,
      'counselling',
      'safety-plan',
    ),
    reviews: [
      possible(85),
      {
        ago: 72,
        says: { conclusion: 'actual', decidedBy: 'our-organisation', comment: 'Decided in our case meeting, with her agreement.' },
      },
    ],
    consent: { yes: all, withdrawn: { ago: 70, item: 'research' } },
    again: { ago: 70, followUp: 'no', note: 'Chị đã chuyển chỗ ở và thấy yên tâm hơn. Chị không muốn dùng thông tin cho nghiên cứu.' },
  },
  { who: 'thuy', ago: 75, language: 'vi', place: 'grocery', outcome: 'declined' },
  {
    who: 'thuy',
    ago: 68,
    language: 'km',
    place: 'factory-warehouse',
    groups: ['cambodian'],
    outcome: 'completed',
    answers: 'calm',
    decision: informed('Work is tiring and freely chosen. Took the list of evening classes.'),
    reviews: [not(64, 'Agreed.')],
    consent: { yes: some },
  },
  {
    who: 'thuy',
    ago: 57,
    language: 'fil',
    place: 'care-home',
    groups: ['filipino'],
    channel: 'referred-member',
    outcome: 'completed',
    answers: 'household',
    decision: soon('Sent by another member. Lives where she works and misses calls with her children.', 14, 'legal-advice'),
    reviews: [possible(53, 'The other member counts this person; we help with language.')],
    consent: { yes: all },
    again: { ago: 34, followUp: 'no' },
  },
  { who: 'thuy', ago: 44, language: 'vi', place: 'nail-salon', outcome: 'not-now' },
  {
    who: 'thuy',
    ago: 38,
    language: 'vi',
    place: 'clinic',
    outcome: 'minor-path',
    minorReport: { reportedBy: 'me', reference: 'invented-0417' },
    reviews: [possible(36, 'The report to the child line is noted. Thank you for staying with the young person.')],
  },
  {
    who: 'thuy',
    ago: 5,
    language: 'vi',
    place: 'language-school',
    groups: ['vietnamese'],
    outcome: 'completed',
    answers: 'calm',
    decision: informed('Anh đi làm tự nguyện, giữ giấy tờ và lương của mình. Anh chỉ muốn học nghề.'),
    consent: { yes: some },
  },
  {
    who: 'thuy',
    ago: 7,
    language: 'vi',
    place: 'nail-salon',
    groups: ['vietnamese', 'chinese'],
    outcome: 'completed',
    answers: 'debt',
    decision: soon('Chị không biết còn nợ bao nhiêu. Chị xin thêm thời gian suy nghĩ.', 10, 'information-card'),
    reviews: [{ ago: 6, says: { conclusion: 'returned', comment: 'Is there a safe way and time to be in touch again?' } }],
    reply: {
      ago: 4,
      decision: soon('Chị muốn nghe tin qua văn phòng, buổi tối. Chị vẫn cần thời gian suy nghĩ.', 10, 'information-card', 'counselling'),
    },
    consent: { yes: some },
  },
  { who: 'thuy', ago: 4, language: 'en', place: 'festival', outcome: 'declined' },
  {
    who: 'arif',
    ago: 81,
    language: 'ur',
    place: 'trucking',
    groups: ['pakistani'],
    outcome: 'completed',
    answers: 'underpaid',
    decision: soon('Pay is kept back against a debt nobody explains. Wants legal advice and no police.', 7, 'legal-advice', 'wage-help'),
    reviews: [possible(77)],
    consent: { yes: all },
    again: { ago: 59, followUp: 'no' },
    disagreement: { ago: 10, about: 'consent' },
  },
  {
    who: 'arif',
    ago: 60,
    language: 'ne',
    place: 'restaurant',
    groups: ['nepali'],
    outcome: 'completed',
    answers: 'family',
    decision: soon('Works in the family shop without pay and cannot say no. Asked to talk with a woman next time.', 7, 'counselling'),
    reviews: [possible(56)],
    consent: { yes: some },
    again: { ago: 35, followUp: 'no', note: 'Came with a friend. Has the number of the counsellor by heart.' },
  },
  { who: 'arif', ago: 48, language: 'bn', place: 'restaurant', outcome: 'not-now' },
  {
    who: 'arif',
    ago: 29,
    language: 'es',
    place: 'construction',
    groups: ['hispanic'],
    outcome: 'completed',
    answers: 'underpaid',
    decision: soon('Not paid for a month, told he owes for tools and a bed. Wants his wages.', 7, 'wage-help'),
    reviews: [possible(26)],
    consent: { yes: ['take-part', 'keep-record', 'contact-me'] },
    again: { ago: 12, followUp: 'yes', note: 'The wage claim is filed. Would like to hear when there is an answer.' },
  },
  { who: 'arif', ago: 6, language: 'hi', place: 'library', groups: ['asian-indian'], outcome: 'declined' },
  { who: 'arif', ago: 2, language: 'ur', place: 'language-school', outcome: 'minor-path', minorReport: { reportedBy: 'not-yet' } },
];
