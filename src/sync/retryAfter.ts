/**
 * `Retry-After`, in seconds or as a date. A date is read against the answer's own `Date`, because a phone's clock may be years
 * off. Bounded: a wrong or hostile answer must not silence a phone for good.
 */
const longest = 3600;

const isWhole = /^\d{1,400}$/;

const isDate = /^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/;

const secondsUntil = (date: string, sentAt: string | null): number => (Date.parse(date) - Date.parse(sentAt ?? '')) / 1000;

export const secondsToWait = (headers: Headers): number | null => {
  const said = headers.get('Retry-After')?.trim() ?? '';
  if (said === '') return null;
  if (!isWhole.test(said) && !isDate.test(said)) return null;
  const seconds = isWhole.test(said) ? Number(said) : secondsUntil(said, headers.get('Date'));
  return Number.isNaN(seconds) ? null : Math.min(longest, Math.max(0, seconds));
};
