/** Prefix codes as deflate wants them (RFC 1951, 3.2.2): lengths from how often each symbol comes, codes from lengths. */

/** How many codes there are of each length, none longer than `most`: too long ones are shortened at the cost of others. */
const limitLengths = (counts: number[], most: number): void => {
  for (let length = most + 1; length < counts.length; length += 1) {
    counts[most] = (counts[most] ?? 0) + (counts[length] ?? 0);
    counts[length] = 0;
  }
  let used = 0;
  for (let length = most; length > 0; length -= 1) used += (counts[length] ?? 0) << (most - length);
  for (; used > 1 << most; used -= 1) {
    counts[most] = (counts[most] ?? 0) - 1;
    let shorter = most - 1;
    while (shorter > 0 && !counts[shorter]) shorter -= 1;
    counts[shorter] = (counts[shorter] ?? 0) - 1;
    counts[shorter + 1] = (counts[shorter + 1] ?? 0) + 2;
  }
};

/** How many leaves lie at each depth of the Huffman tree over these weights, which come lightest first. */
const depthsOf = (weights: Uint32Array): number[] => {
  const leaves = weights.length;
  const nodes = leaves * 2 - 1;
  const sums = new Uint32Array(nodes);
  const parents = new Uint16Array(nodes);
  sums.set(weights);
  let leaf = 0;
  let inner = leaves;
  for (let made = leaves; made < nodes; made += 1) {
    for (let child = 0; child < 2; child += 1) {
      const isLeaf = leaf < leaves && (inner >= made || (sums[leaf] as number) <= (sums[inner] as number));
      const lightest = isLeaf ? leaf++ : inner++;
      sums[made] = (sums[made] as number) + (sums[lightest] as number);
      parents[lightest] = made;
    }
  }
  const depths = new Uint16Array(nodes);
  const counts = new Array<number>(32).fill(0);
  for (let node = nodes - 2; node >= 0; node -= 1) {
    const depth = (depths[parents[node] as number] as number) + 1;
    depths[node] = depth;
    if (node < leaves) counts[depth] = (counts[depth] ?? 0) + 1;
  }
  return counts;
};

const symbolBits = 9;

/** Symbols that come, the rarest first, each as frequency << 9 | symbol: numbers sort quicker than pairs. At least two: a tree of one leaf is not whole. */
const rarestFirst = (frequencies: ArrayLike<number>): Uint32Array => {
  const keys = new Uint32Array(frequencies.length);
  let count = 0;
  for (let symbol = 0; symbol < frequencies.length; symbol += 1) {
    const times = frequencies[symbol] as number;
    if (times > 0) keys[count++] = (times << symbolBits) | symbol;
  }
  for (let symbol = 0; count < 2; symbol += 1) if (!frequencies[symbol]) keys[count++] = symbol;
  return keys.subarray(0, count).sort();
};

/** The length of each symbol's code, 0 for one that never comes. Frequencies are below 2^23. */
export const codeLengths = (frequencies: ArrayLike<number>, most: number): Uint8Array => {
  const keys = rarestFirst(frequencies);
  const counts = depthsOf(keys.map((key) => key >>> symbolBits));
  limitLengths(counts, most);
  const lengths = new Uint8Array(frequencies.length);
  let next = 0;
  for (let length = most; length > 0; length -= 1) {
    for (let left = counts[length] ?? 0; left > 0; left -= 1) lengths[(keys[next++] as number) & ((1 << symbolBits) - 1)] = length;
  }
  return lengths;
};

const turnedBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
);
const turned = (code: number, length: number): number =>
  (((turnedBytes[code & 255] as number) << 8) | (turnedBytes[code >> 8] as number)) >> (16 - length);

/** Codes in order of length and then of symbol, bits turned round, because deflate writes them from the other end. */
export const codesOf = (lengths: Uint8Array): Uint16Array => {
  const counts = new Uint16Array(17);
  for (let symbol = 0; symbol < lengths.length; symbol += 1)
    counts[lengths[symbol] as number] = (counts[lengths[symbol] as number] as number) + 1;
  counts[0] = 0;
  const next = new Uint16Array(17);
  for (let length = 1; length < 17; length += 1) next[length] = ((next[length - 1] as number) + (counts[length - 1] as number)) << 1;
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    codes[symbol] = turned(next[length] as number, length);
    next[length] = (next[length] as number) + 1;
  }
  return codes;
};
