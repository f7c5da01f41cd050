/** A number as a person sees it in a cell: 15 digits, never 2.3E+10, so that a telephone number stays one. */

const digitsKept = 15;

/** `digits` with the point moved: ('123', 5) is 12300, ('123', -2) is 0.00123. */
const placed = (digits: string, places: number): string => {
  if (places <= 0) return `0.${'0'.repeat(-places)}${digits}`;
  if (places >= digits.length) return digits + '0'.repeat(places - digits.length);
  return `${digits.slice(0, places)}.${digits.slice(places)}`;
};

const withoutExponent = (text: string): string => {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = mantissa.replace('-', '').split('.');
  return sign + placed(whole + part, whole.length + Number(exponent));
};

/** As it stands when it is no number. */
export const numberText = (written: string): string => {
  if (/^[1-9]\d{0,14}$/.test(written)) return written;
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  const text = String(Number(number.toPrecision(digitsKept)) + 0);
  return text.includes('e') ? withoutExponent(text) : text;
};
