/** What the cell under `type` says, in every spelling the reference converter knows and some that people type. */
import type { UnsupportedReason } from '../../domain/checklist.ts';
import { askedTypes, quietTypes, uncollectedTypes } from '../../domain/itemTypes.ts';
import { folded } from './cleanText.ts';
import { nearestTo } from './nearest.ts';

/** Other spellings by the type they mean. Underscores and spaces are the same here, and so are capitals. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  text: ['string', 'q_string', 'add_text_prompt', 'text_prompt', 'phone_number', 'tel', 'memo'],
  integer: [
    'int',
    'q_int',
    'add_integer_prompt',
    'percentage',
    'number_of_days_in_last_month',
    'number_of_days_in_last_six_months',
    'number_of_days_in_last_year',
  ],
  decimal: ['q_decimal', 'add_decimal_prompt', 'double', 'float'],
  date: ['q_date', 'add_date_prompt'],
  time: ['q_time', 'add_time_prompt'],
  dateTime: ['datetime', 'date_time', 'q_datetime', 'q_date_time', 'add_datetime_prompt', 'add_date_time_prompt'],
  note: ['q_note', 'add_note_prompt'],
  calculate: ['calculation', 'q_calculate', 'add_calculate_prompt', 'calculate_here'],
  hidden: ['hidden_string', 'hidden_int', 'hidden_integer', 'hidden_decimal', 'hidden_geopoint', 'hidden_date', 'hidden_note', 'caseid'],
  acknowledge: ['trigger', 'q_acknowledge', 'add_acknowledge_prompt', 'acknowledgement'],
  barcode: ['q_barcode', 'add_barcode_prompt'],
  range: ['slider'],
  image: ['photo', 'picture', 'q_picture', 'q_image', 'add_image_prompt', 'add_photo_prompt', 'signature'],
  audio: ['q_audio', 'add_audio_prompt', 'voice'],
  video: ['q_video', 'add_video_prompt'],
  file: ['add_file_prompt', 'upload'],
  geopoint: ['gps', 'location', 'q_geopoint', 'q_location', 'add_location_prompt'],
  geotrace: ['add_geotrace_prompt'],
  geoshape: ['add_geoshape_prompt'],
  start: ['start_time', 'get_start_time'],
  end: ['end_time', 'get_end_time'],
  today: ['get_today'],
  deviceid: ['device_id', 'imei', 'get_device_id', 'uri:deviceid'],
  subscriberid: ['subscriber_id', 'get_subscriber_id', 'uri:subscriberid'],
  simserial: ['sim_id', 'get_sim_id', 'sim_serial', 'uri:simserial'],
  phonenumber: ['get_phone_number', 'uri:phonenumber'],
  username: ['uri:username'],
  email: ['uri:email'],
  audit: ['text_audit', 'audio_audit', 'speed_violations_audit', 'speed_violations_count', 'speed_violations_list'],
  'background-audio': ['background_audio'],
  'start-geopoint': ['start_geopoint'],
  'background-geopoint': ['background_geopoint'],
};

/** Spellings of another dialect that are not quite the same: said aloud when they are read. */
const borrowed = new Set(['calculate_here', 'caseid', 'tel', 'memo', 'percentage']);

const plainTypes = [...askedTypes, ...quietTypes, ...uncollectedTypes].filter((type) => !/^(select_|rank$)/.test(type));
const typesBySpelling = new Map<string, string>([
  ...plainTypes.map((type) => [folded(type), type] as const),
  ...Object.entries(spellings).flatMap(([type, others]) => others.map((other) => [other, type] as const)),
]);

const selectCommands: readonly (readonly [RegExp, string])[] = [
  [/^select[\s_]+one[\s_]+from[\s_]+file\b/i, 'select_one_from_file'],
  [/^select[\s_]+multiple[\s_]+from[\s_]+file\b/i, 'select_multiple_from_file'],
  [/^select[\s_]+one[\s_]+external\b/i, 'select_one_external'],
  [/^select[\s_]+multiple[\s_]+external\b/i, 'select_multiple_external'],
  [/^add[\s_]+select[\s_]+one[\s_]+prompt[\s_]+using\b/i, 'select_one'],
  [/^add[\s_]+select[\s_]+multiple[\s_]+prompt[\s_]+using\b/i, 'select_multiple'],
  [/^select[\s_]+(?:all[\s_]+that[\s_]+apply|multiple|many)[\s_]+(?:from|using)\b/i, 'select_multiple'],
  [/^select[\s_]*(?:one|1)[\s_]+(?:from|using)\b/i, 'select_one'],
  [/^select[\s_]+(?:all[\s_]+that[\s_]+apply|multiple|many)\b/i, 'select_multiple'],
  [/^select[\s_-]*(?:one|1)\b/i, 'select_one'],
  [/^q[\s_]+select1\b/i, 'select_one'],
  [/^q[\s_]+select\b/i, 'select_multiple'],
  [/^selectmultiple\b/i, 'select_multiple'],
  [/^rank\b/i, 'rank'],
];
const otherBehind = /\s+(?:or[\s_]+other|or[\s_]+specify[\s_]+other)$/i;
const containerWords: Readonly<Record<string, 'group' | 'repeat' | 'loop'>> = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  looped_group: 'repeat',
  loop: 'loop',
};

type Container = 'group' | 'repeat' | 'loop';

export type RowType =
  | { readonly kind: 'begin'; readonly container: Container }
  | { readonly kind: 'end'; readonly container: Container }
  | {
      readonly kind: 'row';
      /** As the engine knows it. */
      readonly type: string;
      /** As the reference converter calls it: a list from a file and from another sheet are told apart. */
      readonly called: string;
      readonly list?: string;
      readonly orOther?: boolean;
      readonly readAs?: boolean;
    }
  /** Names a file that expressions look into, and is no row of its own. */
  | { readonly kind: 'file'; readonly extension: string }
  | { readonly kind: 'unknown'; readonly suggestion: string | undefined };

const beginOrEnd = (text: string): RowType | undefined => {
  const [, kind = '', word = ''] = /^(begin|end)[\s_-]*(looped[\s_]+group|lgroup|group|repeat|loop)(?:\s.*)?$/i.exec(text) ?? [];
  const container = containerWords[folded(word)];
  return container && { kind: kind.toLowerCase() === 'end' ? 'end' : 'begin', container };
};

const selectFrom = (text: string): RowType | undefined => {
  for (const [command, called] of selectCommands) {
    const [found] = command.exec(text) ?? [];
    if (found === undefined) continue;
    const behind = ` ${text.slice(found.length).replace(/^[\s:,]+/, '')}`;
    const list = behind.replace(otherBehind, '').trim();
    const type = called.startsWith('select_multiple') ? 'select_multiple' : called.startsWith('select_one') ? 'select_one' : called;
    return { kind: 'row', type, called, ...(list && { list }), orOther: otherBehind.test(behind) };
  }
  return undefined;
};

const wellKnown = [
  ...typesBySpelling.keys(),
  'select_one',
  'select_multiple',
  'rank',
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
];
const withList = ['select_one', 'select_multiple', 'rank', 'begin_group', 'begin_repeat'];
/** What people call a type who never saw the list of them. */
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/^(numeric|number|count|numbers)$/, 'integer'],
  [/^(dropdown|drop_down|radio|single|choice|select|yes\/?_?no|boolean)\b/, 'select_one'],
  [/^(checkbox|checkboxes|multiple|multi_?select)\b/, 'select_multiple'],
  [/^(phone|telephone|mobile|paragraph|comment|open)$/, 'text'],
];
/** "selct_one yesno" is near "select_one" once the list behind it is set aside. */
const suggestionFor = (text: string): string | undefined => {
  const [first = ''] = text.split(/\s+/);
  const near = first === text ? undefined : nearestTo(first, withList);
  if (near) return `${near}${text.slice(first.length)}`;
  const meant = otherWords.find(([words]) => words.test(folded(text)))?.[1];
  if (meant) return meant;
  const whole = nearestTo(folded(text), wellKnown);
  return whole && (typesBySpelling.get(whole) ?? whole);
};

export const rowTypeOf = (cell: string): RowType => {
  const text = cell.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const word = folded(text);
  const plain = typesBySpelling.get(word);
  if (plain) return { kind: 'row', type: plain, called: plain, ...(borrowed.has(word) && { readAs: true }) };
  if (/^osm\s/i.test(text)) return { kind: 'row', type: 'osm', called: 'osm' };
  const file = /^(csv|xml)[-_ ]external$/i.exec(text)?.[1];
  if (file) return { kind: 'file', extension: file.toLowerCase() };
  return beginOrEnd(text) ?? selectFrom(text) ?? { kind: 'unknown', suggestion: suggestionFor(text) };
};

const pictures = new Set(['image', 'audio', 'video', 'file', 'background-audio']);
const places = new Set(['geopoint', 'geotrace', 'geoshape', 'osm', 'start-geopoint', 'background-geopoint']);

/** Why a row of this type is kept and not asked; `undefined` where it is. */
export const reasonAgainst = (
  type: string,
): Extract<UnsupportedReason, 'picture-or-sound' | 'place-on-a-map' | 'about-the-device'> | undefined => {
  if (!uncollectedTypes.some((name) => name === type)) return undefined;
  if (pictures.has(type)) return 'picture-or-sound';
  return places.has(type) ? 'place-on-a-map' : 'about-the-device';
};
