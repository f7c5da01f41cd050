/** An invented form as a supervisor would bring it: two languages, a part that repeats, a cascade, and a few slips. Nobody uses it. */

import { writeWorkbook } from '../../src/forms/workbook/writeWorkbook.ts';
import type { WrittenSheet } from '../../src/forms/workbook/writtenSheet.ts';

const survey: WrittenSheet = {
  name: 'survey',
  rows: [
    ['type', 'name', 'label::English (en)', 'label::Korean', 'hint::English (en)', 'relevant', 'constraint', 'choice_filter', 'required'],
    [
      'note',
      'hello',
      '<b>Thank you</b> for your time. ![](https://pictures.invalid/a.png)',
      '시간을 내 주셔서 감사합니다.',
      '',
      '',
      '',
      '',
      '',
    ],
    ['begin_group', 'work', 'Your work', '일', '', '', '', '', ''],
    ['select_one yesno', 'paid', 'Are you paid on time?', '임금을 제때 받으세요?', 'Say that any answer is fine.', '', '', '', 'yes'],
    ['text', 'why_late', 'What is the reason they give?', '어떤 이유라고 하나요?', '', "${paid} = 'no'", '', '', ''],
    ['integer', 'hours', 'How many hours a day?', '하루에 몇 시간 일하세요?', '', '', '. >= 0 and . <= 24', '', ''],
    ['select_multiple held', 'held', 'Is anything of yours kept by somebody?', '누가 보관하는 물건이 있나요?', '', '', '', '', ''],
    ['end_group', '', '', '', '', '', '', '', ''],
    ['select_one city', 'city', 'Which city?', '어느 도시인가요?', '', '', '', '', ''],
    ['select_one area', 'area', 'Which part of it?', '어느 지역인가요?', '', '', '', 'city = ${city}', ''],
    ['begin_repeat', 'homes', 'Places you lived', '살았던 곳', '', '', '', '', ''],
    ['text', 'home_kind', 'What kind of place?', '어떤 곳인가요?', '', '', '', '', ''],
    ['end_repeat', '', '', '', '', '', '', '', ''],
    ['geopoint', 'where', 'Where are we?', '여기는 어디인가요?', '', '', '', '', ''],
    ['texxt', 'slip', 'A row with a slip', '', '', '', '', '', ''],
    ['text', 'after', 'Anything else?', '더 하실 말씀이 있나요?', '', "${payd} = 'no'", '', '', ''],
  ],
};

const choices: WrittenSheet = {
  name: 'choices',
  rows: [
    ['list_name', 'name', 'label::English (en)', 'label::Korean', 'city'],
    ['yesno', 'yes', 'Yes', '네', ''],
    ['yesno', 'no', 'No', '아니요', ''],
    ['held', 'papers', 'My papers', '서류', ''],
    ['held', 'phone', 'My phone', '휴대폰', ''],
    ['held', 'none', 'None of these', '없음', ''],
    ['city', 'north', 'Northtown', '북촌', ''],
    ['city', 'south', 'Southport', '남항', ''],
    ['area', 'n1', 'Hill', '언덕', 'north'],
    ['area', 's1', 'Harbour', '항구', 'south'],
  ],
};

const settings = (version: string): WrittenSheet => ({
  name: 'settings',
  rows: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['Lantern first talk', 'lantern_talk', version, 'English (en)'],
  ],
});

export const inventedForm = (version = '3'): Uint8Array => writeWorkbook([survey, choices, settings(version)]);

/** Every text in it, for whoever looks at screens that show it. */
export const inventedFormTexts: readonly string[] = [survey, choices, settings('3')].flatMap(({ rows }) => rows.flat().map(String));
