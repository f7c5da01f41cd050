/** UTF-16 in pieces that may end in the middle of a character. */

export type Decode = (bytes: Uint8Array, last: boolean) => string;

const unitsAtOnce = 8192;

const textOfUnits = (units: Uint16Array): string => {
  let text = '';
  for (let at = 0; at < units.length; at += unitsAtOnce) text += String.fromCharCode(...units.subarray(at, at + unitsAtOnce));
  return text;
};

export const utf16Decoder = (littleEnd: boolean): Decode => {
  let rest = new Uint8Array(0);
  return (bytes) => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    const view = new DataView(all.buffer);
    const units = Uint16Array.from({ length: all.length >> 1 }, (_, index) => view.getUint16(index * 2, littleEnd));
    rest = all.slice(units.length * 2);
    return textOfUnits(units);
  };
};
