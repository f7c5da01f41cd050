/**
 * Dates and moments as texts and as numbers. A date is whole days since 1970-01-01; a moment is days and a fraction on the
 * device's own clock, so that `now() - today()` is the part of the day that has passed, in whatever place.
 */
const day = 86_400_000;
const form = /^(\d{4}-\d\d-\d\d)(?:T(\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)(Z|[-+]\d\d:\d\d)?)?$/;

export interface Moment {
  /** Milliseconds since 1970-01-01 on the clock the text was written by, or on the device's once moved there. */
  readonly local: number;
  /** Milliseconds ahead of UTC; `undefined` when the text does not say. */
  readonly offset: number | undefined;
}

/** Days that do not exist are read as later ones by some engines, so the date must come out again as it went in. */
const localTime = (date: string, time: string): number => {
  const local = Date.parse(`${date}T${time.length === 2 ? `${time}:00` : time}Z`);
  return !Number.isNaN(local) && new Date(local).toISOString().startsWith(date) ? local : Number.NaN;
};

export const momentOf = (text: string): Moment | undefined => {
  const [, date, time = '00', zone] = form.exec(text) ?? [];
  if (date === undefined) return undefined;
  const local = localTime(date, time);
  const offset = zone === undefined ? undefined : -Date.parse(`1970-01-01T00:00${zone}`);
  return Number.isNaN(local) || Number.isNaN(offset) ? undefined : { local, offset };
};

/** The same moment on the device's clock, whose offset is that of `now`. */
export const onDevice = (at: Moment, now: (() => string) | undefined): Moment => {
  const offset = at.offset === undefined || !now ? undefined : momentOf(now())?.offset;
  return offset === undefined || at.offset === undefined ? at : { local: at.local + offset - at.offset, offset };
};

export const daysOf = ({ local }: Moment): number => local / day;

export const daysOfText = (text: string, now: (() => string) | undefined): number => {
  const at = momentOf(text);
  return at ? daysOf(onDevice(at, now)) : Number.NaN;
};

export const momentOfDays = (days: number): Moment | undefined => {
  const local = Math.round(days * day);
  return Math.abs(local) < 8e15 ? { local, offset: undefined } : undefined;
};

/** The part of a day, 0 up to 1, that a time such as `12:30` stands for. */
export const partOfDay = (text: string, now: () => string): number => {
  const days = text.charAt(2) === ':' ? daysOfText(`1970-01-01T${text}`, now) : Number.NaN;
  return days - Math.floor(days);
};

const iso = (time: number): string => new Date(time).toISOString();

/** `2026-11-22`, or with a time of day `2026-11-22T09:30:00.000-06:00`. Blank outside the years 0 to 9999. */
export const momentText = ({ local, offset = 0 }: Moment): string => {
  const text = iso(local);
  if (text.length !== 24) return '';
  return local % day === 0 ? text.slice(0, 10) : `${text.slice(0, 23)}${offset < 0 ? '-' : '+'}${iso(Math.abs(offset)).slice(11, 16)}`;
};
