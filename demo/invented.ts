/**
 * Who is in the demo: an organisation, a supervisor and three workers, all made up. Places are only as near as "elsewhere"
 * or a whole county, so that nothing invented is tied to a street or neighbourhood where real people live and work.
 */
import type { Role } from '../src/domain/entry.ts';

export const organisation = 'Lantern House (invented)';

export const workers = ['joon', 'thuy', 'arif'] as const;
export type Worker = (typeof workers)[number];
export const everybody = ['mina', ...workers] as const;
export type Who = (typeof everybody)[number];

export interface Invented {
  readonly name: string;
  readonly role: Role;
  /** The same every time, and printed: it guards nothing. */
  readonly passphrase: string;
}

export const people: Readonly<Record<Who, Invented>> = {
  mina: { name: 'Mina', role: 'supervisor', passphrase: 'lantern harvest pebble tuesday' },
  joon: { name: 'Joon', role: 'worker', passphrase: 'ribbon walnut harbour sixteen' },
  thuy: { name: 'Thuy', role: 'worker', passphrase: 'teapot meadow copper violin' },
  arif: { name: 'Arif', role: 'worker', passphrase: 'orchard button thunder clock' },
};

/** The languages each speaks; for others an interpreter joins by phone. */
export const speaks: Readonly<Record<Worker, readonly string[]>> = {
  joon: ['ko', 'en'],
  thuy: ['vi', 'en'],
  arif: ['ur', 'hi', 'en'],
};

/** Whom each meets, most often first. */
export const meets: Readonly<Record<Worker, readonly string[]>> = {
  joon: ['ko', 'ko', 'ko', 'cmn', 'mn', 'en'],
  thuy: ['vi', 'vi', 'vi', 'km', 'fil', 'en'],
  arif: ['ur', 'hi', 'bn', 'ne', 'es', 'en'],
};

export const places: Readonly<Record<Worker, readonly string[]>> = {
  joon: ['restaurant', 'laundry', 'place-of-worship', 'cleaning', 'hotel', 'community-centre'],
  thuy: ['nail-salon', 'grocery', 'factory-warehouse', 'clinic', 'language-school', 'festival'],
  arif: ['trucking', 'restaurant', 'construction', 'library', 'language-school', 'transit'],
};

/** A note says what was seen or said, kindly and without anything that leads to a person. */
export const notes: Readonly<Record<Worker, readonly string[]>> = {
  joon: [
    'Asked how overtime is counted. Took two cards for the break room.',
    '쉬는 날이 한 달에 두 번이라고 하심. 안내 카드를 드리고 천천히 읽어 보시라고 말씀드림.',
    'Short talk at the back door. Wants to hear about English classes.',
    '월급날이 자꾸 늦어진다고 하심. 임금 상담이 가능하다고 알려 드림.',
    'Calm talk over tea. Everything fine at work; took a card for a friend.',
    '병원에 갈 때 통역을 받을 수 있는지 물어보심. 가능한 곳을 함께 찾아봄.',
    'Phone interpreter joined. Asked about a deduction for meals.',
  ],
  thuy: [
    'Hỏi về tiền công tháng trước chưa được trả đủ. Đã đưa thẻ thông tin.',
    'Came with a question about a lease. Gave the general card.',
    'Trò chuyện ngắn trong giờ nghỉ. Chị muốn biết lớp tiếng Anh buổi tối ở đâu.',
    'Asked whether the shop may keep tips. Took a leaflet.',
    'Anh nói công việc ổn, chỉ muốn hỏi về khám sức khỏe miễn phí.',
    'Met at the table with food. Took a kit and a card, no questions.',
    'Chị lo vì phải làm thêm giờ mà không được báo trước. Hẹn gặp lại tuần sau.',
  ],
  arif: [
    'Asked what a pay slip must show. We looked at the card together.',
    'Long shifts this month, otherwise well. Took a card in Urdu.',
    'Wanted to know about classes for his trade. Gave the class list.',
    'Spoke while waiting for the bus. No privacy, so only the card.',
    'Asked how to get a copy of a work contract. Will bring questions next time.',
    'Says rent is taken out of pay. Wants advice, not today.',
  ],
};
