/**
 * An invented form of an organisation that does not exist, about work in orchards: three languages, one of them written from right to
 * left, a part that repeats, places that hang on each other, a number with bounds, and one row with a slip. Nobody uses it.
 */
import { writeWorkbook } from '../../src/forms/workbook/writeWorkbook.ts';

const english = 'English (en)';
const korean = '한국어 (ko)';
const urdu = 'اردو (ur)';

const survey = [
  ['type', 'name', `label::${english}`, `label::${korean}`, `label::${urdu}`, 'relevant', 'constraint', 'choice_filter', 'calculation'],
  ['note', 'hello', 'Thank you for your time.', '시간을 내 주셔서 고맙습니다.', 'وقت دینے کا شکریہ۔', '', '', '', ''],
  ['begin_group', 'work', 'Your work', '하시는 일', 'آپ کا کام', '', '', '', ''],
  ['select_one yesno', 'rest', 'Do you get a day of rest?', '쉬는 날이 있으세요?', 'کیا آپ کو چھٹی ملتی ہے؟', '', '', '', ''],
  ['text', 'why_no_rest', 'What do they say about it?', '뭐라고 하나요?', 'وہ اس بارے میں کیا کہتے ہیں؟', "${rest} = 'no'", '', '', ''],
  ['integer', 'hours', 'How many hours a day?', '하루에 몇 시간 일하세요?', 'روزانہ کتنے گھنٹے؟', '', '. >= 0 and . <= 24', '', ''],
  ['end_group', '', '', '', '', '', '', '', ''],
  ['select_one town', 'town', 'Which town?', '어느 마을인가요?', 'کون سا قصبہ؟', '', '', '', ''],
  ['select_one grove', 'grove', 'Which orchard?', '어느 과수원인가요?', 'کون سا باغ؟', '', '', 'town = ${town}', ''],
  ['begin_repeat', 'stays', 'Places you slept', '주무신 곳', 'جہاں آپ سوئے', '', '', '', ''],
  ['text', 'place', 'What kind of place?', '어떤 곳이었나요?', 'کیسی جگہ تھی؟', '', '', '', ''],
  ['end_repeat', '', '', '', '', '', '', '', ''],
  ['calculate', 'week', '', '', '', '', '', '', '${hours} * 7'],
  ['texxt', 'slip', 'A row with a slip', '실수가 있는 줄', 'غلطی والی سطر', '', '', '', ''],
];

const choices = [
  ['list_name', 'name', `label::${english}`, `label::${korean}`, `label::${urdu}`, 'town'],
  ['yesno', 'yes', 'Yes', '네', 'جی ہاں', ''],
  ['yesno', 'no', 'No', '아니요', 'نہیں', ''],
  ['town', 'alder', 'Alder', '앨더', 'ایلڈر', ''],
  ['town', 'birch', 'Birch', '버치', 'برچ', ''],
  ['grove', 'a1', 'Plum hill', '자두 언덕', 'آلوچہ پہاڑی', 'alder'],
  ['grove', 'b1', 'Pear valley', '배 골짜기', 'ناشپاتی وادی', 'birch'],
];

const settings = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Orchard talk', 'orchard_talk', '1', english],
];

export const orchardForm = (): Uint8Array =>
  writeWorkbook([
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
    { name: 'settings', rows: settings },
  ]);
