/**
 * Dates and moments as texts and as numbers. A date is whole days since 1970-01-01; a moment is days and a fraction on the
 * device's own clock, so that `now() - today()` is the part of the day that has passed, in whatever place. In between they are
 * milliseconds on that clock, and NaN where there is no such day.
 */
type Now = () => string;

export const day = 86_400_000;
const form = /^(\d{4}-\d\d-\d\d)(?:T(\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)(Z|[-+]\d\d:\d\d)?)?$/;

const iso = (time: number): string => new Date(time).toISOString();

/** How far a clock is ahead of UTC. */
const ahead = (zone: string): number => -Date.parse(`1970-01-01T00:00${zone}`);
const deviceAhead = (now: Now): number => ahead(form.exec(now())?.[3] ?? 'Z');

/** A moment that says on which clock it was written is moved to the device's. */
export const timeOf = (text: string, now?: Now): number => {
  const [, date = '', time = '00', zone] = form.exec(text) ?? [];
  const local = Date.parse(`${date}T${time.length === 2 ? `${time}:00` : time}Z`);
  // Days that do not exist are read as later ones by some engines, so the date must come out again as it went in.
  if (Number.isNaN(local) || !iso(local).startsWith(date)) return Number.NaN;
  return zone === undefined ? local : local + (now ? deviceAhead(now) : 0) - ahead(zone);
};

export const timeOfDays = (days: number): number => {
  const time = Math.round(days * day);
  return Math.abs(time) < 8e15 ? time : Number.NaN;
};

/** The part of a day, 0 up to 1, that a time such as `12:30` stands for. */
export const partOfDay = (text: string, now: Now): number => {
  const days = text.charAt(2) === ':' ? timeOf(`1970-01-01T${text}`, now) / day : Number.NaN;
  return days - Math.floor(days);
};

/** `2026-11-22`, or with a time of day `2026-11-22T09:30:00.000-06:00`. Blank outside the years 0 to 9999. */
export const timeText = (time: number, now: Now): string => {
  const text = Number.isNaN(time) ? '' : iso(time);
  if (text.length !== 24) return '';
  const offset = deviceAhead(now);
  return time % day === 0 ? text.slice(0, 10) : `${text.slice(0, 23)}${offset < 0 ? '-' : '+'}${iso(Math.abs(offset)).slice(11, 16)}`;
};
