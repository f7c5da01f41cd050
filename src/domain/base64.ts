/** Bytes as letters, for what must travel inside an entry's text: there every byte string is taken for an id (src/protocol/body.ts). */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const places = new Map([...letters].map((letter, at) => [letter.charCodeAt(0), at] as const));
const codes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const filler = '='.charCodeAt(0);
/** What may be handed to one call as arguments everywhere. */
const atOnce = 8_192;

const textOf = (units: Uint8Array): string => {
  const pieces: string[] = [];
  for (let from = 0; from < units.length; from += atOnce) pieces.push(String.fromCharCode(...units.subarray(from, from + atOnce)));
  return pieces.join('');
};

export const toBase64 = (bytes: Uint8Array): string => {
  const units = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(filler);
  const put = (at: number, place: number) => {
    units[at] = codes[place] as number;
  };
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(from, from + 3);
    put(to, a >> 2);
    put(to + 1, ((a & 3) << 4) | (b >> 4));
    if (from + 1 < bytes.length) put(to + 2, ((b & 15) << 2) | (c >> 6));
    if (from + 2 < bytes.length) put(to + 3, c & 63);
  }
  return textOf(units);
};

/** `null` for what is not the one spelling of some bytes. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (text.length % 4 !== 0) return null;
  const left = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - left);
  let bits = 0;
  for (let from = 0, to = 0; from < text.length - left; from += 1) {
    const place = places.get(text.charCodeAt(from));
    if (place === undefined) return null;
    bits = ((bits << 6) | place) & 0xffffff;
    const have = from % 4;
    if (have > 0) {
      bytes[to] = (bits >> (6 - have * 2)) & 0xff;
      to += 1;
    }
  }
  return left > 0 && (bits & (left === 2 ? 15 : 3)) !== 0 ? null : bytes;
};
