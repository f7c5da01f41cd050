import { describe, expect, test } from 'vitest';
import { type NoteConcern, noteWarnings } from '../../src/domain/noteWarnings.ts';

const concernsIn = (note: string): readonly NoteConcern[] => [...new Set(noteWarnings(note).map(({ concern }) => concern))];

describe('a note that could lead somebody to a person is warned about', () => {
  test.each<[NoteConcern, string]>([
    ['phone', 'call 312-555-0142 after six'],
    ['phone', 'her number (773) 555 0142'],
    ['phone', '+84 90 123 4567'],
    ['phone', 'số 0912.345.678 gọi buổi tối'],
    ['phone', '전화 010-1234-5678'],
    ['phone', '０１０－１２３４－５６７８'],
    ['phone', '공일공 일이삼사 오육칠팔'],
    ['phone', 'không chín một hai ba bốn năm sáu bảy tám'],
    ['phone', 'three one two five five five oh one four two'],
    ['email', 'write to lan.tran@example.org'],
    ['account', '카톡 아이디 haneul_88'],
    ['account', 'find her as @moon_nails'],
    ['id-number', 'showed 123-45-6789'],
    ['id-number', 'A 012-345-678 on a letter'],
    ['id-number', 'A012345678'],
    ['id-number', '940305-2123456'],
    ['id-number', 'hộ chiếu số C1234567'],
    ['birth-date', 'born in 1994'],
    ['birth-date', 'DOB 3/5/94'],
    ['birth-date', '1994년 3월 5일'],
    ['birth-date', '94년생이라고 함'],
    ['birth-date', 'sinh năm 1994'],
    ['birth-date', '5 March 1994'],
    ['birth-date', 'ngày 5 tháng 3 năm 1994'],
    ['licence-plate', 'van with plate AB 12 345'],
    ['licence-plate', 'white van ABC 1234'],
    ['licence-plate', '12가 3456 차로 옴'],
    ['licence-plate', 'xe 51F-123.45'],
    ['address', 'lives at 4821 N Broadway'],
    ['address', '1130 west Argyle street'],
    ['address', 'room 12B upstairs'],
    ['address', '강남대로 123'],
    ['address', '101동 1203호'],
    ['address', 'số 12 đường Nguyễn Trãi'],
    ['address', 'somewhere in 60640'],
    ['name', 'I spoke with Maria about pay'],
    ['name', 'Maria Lopez said she is tired'],
    ['name', 'Mr. Kim keeps the keys'],
    ['name', '김민수 씨가 말함'],
    ['name', '이름은 박서연'],
    ['name', 'gặp Nguyễn Thị Lan ở tiệm'],
    ['name', 'chị Hoa kể lại'],
    ['name', '她叫李梅'],
  ])('%s: %s', (concern, note) => {
    expect(concernsIn(note)).toContain(concern);
  });
});

describe('an ordinary note is left in peace', () => {
  test.each([
    '',
    'Paid late twice. Owed $1,200,000 won? Said about 2000 dollars.',
    'Works 9-17, six days, 12 hours on Saturday.',
    'Came back on 2026-11-12, wants the rights card in Korean.',
    'She said she likes Albany Park and takes the Red Line to Uptown.',
    'Two people from The Loop asked about English classes on Monday.',
    '사장님이 월급을 두 달째 안 줬다고 함. 날씨가 추웠음.',
    '손님이 많은 저녁에는 말할 수 없음. 30분 1200원.',
    'Chủ giữ lương hai tháng. Muốn học tiếng Anh vào thứ bảy.',
    'Gave 3 cards. Follow up in two weeks.',
    '이름은 묻지 않음',
  ])('%s', (note) => {
    expect(noteWarnings(note)).toEqual([]);
  });
});

test('one number is named once, with the words that were found', () => {
  expect(noteWarnings('call 312-555-0142')).toEqual([{ concern: 'phone', words: '312-555-0142' }]);
});

test('a long note is read in a moment, so that warning never slows typing', () => {
  const long = 'She said Monday is hard, 12 hours and 3 breaks. '.repeat(13).slice(0, 600);
  const started = performance.now();
  for (let round = 0; round < 20; round += 1) noteWarnings(long);
  expect((performance.now() - started) / 20).toBeLessThan(20);
});
