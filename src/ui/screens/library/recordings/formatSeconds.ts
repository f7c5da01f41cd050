/** `7 sec`, in the reader's way. */
export const formatSeconds = (seconds: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 0 }).format(
    Math.max(seconds > 0 ? 1 : 0, Math.round(seconds)),
  );
