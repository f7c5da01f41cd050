/** The types of a checklist's rows. Apart from the checklist's own shape, because the engine on a phone needs no more than this. */

/** Questions that a person answers. `range` is a number between bounds, `rank` an order of choices, `barcode` is typed in. */
export const askedTypes = [
  'text',
  'integer',
  'decimal',
  'range',
  'date',
  'time',
  'dateTime',
  'select_one',
  'select_multiple',
  'rank',
  'acknowledge',
  'barcode',
] as const;
export type AskedType = (typeof askedTypes)[number];
/** Rows that carry a value or words but ask nothing. */
export const quietTypes = ['note', 'calculate', 'hidden'] as const;
/** Accepted so that the form comes in whole, and never collected: pictures, sound, files, places on a map, and who or which phone. */
export const uncollectedTypes = [
  'image',
  'audio',
  'video',
  'file',
  'geopoint',
  'geotrace',
  'geoshape',
  'background-audio',
  'osm',
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-geopoint',
] as const;
export const containerTypes = ['group', 'repeat'] as const;

interface Typed {
  readonly type: string;
}
interface Asked extends Typed {
  readonly supported: boolean;
  readonly hidden?: boolean | undefined;
}

export const isContainer = ({ type }: Typed): boolean => containerTypes.some((name) => name === type);
export const isAsked = ({ type, supported, hidden }: Asked): boolean =>
  supported && hidden !== true && askedTypes.some((name) => name === type);
