/** A day and a time as two native fields make them, with the offset of the moment they were noted at. */

/** `2026-11-22T21:05:00-06:00` → its parts; blank parts stay blank. */
export const momentParts = (iso: string | undefined): { readonly day: string; readonly time: string } => ({
  day: /^\d{4}-\d\d-\d\d/u.exec(iso ?? '')?.[0] ?? '',
  time: /T(\d\d:\d\d)/u.exec(iso ?? '')?.[1] ?? '',
});

/** Half a moment is kept as the half it is: a day without a time. */
export const momentOf = (day: string, time: string, now: string): string | undefined => {
  if (day === '') return undefined;
  const offset = /(?:Z|[+-]\d\d:\d\d)$/u.exec(now)?.[0] ?? '';
  return time === '' ? day : `${day}T${time}:00${offset}`;
};
