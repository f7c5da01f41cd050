/** Names Excel accepts for sheets: at most 31 signs, some not among them, no two alike but for capitals. */

const longest = 31;
const refused = /[[\]:*?/\\]/g;

const acceptable = (name: string): string => {
  const cleaned = name
    .replace(/\p{Cc}/gu, ' ')
    .replace(refused, ' ')
    .replace(/^[\s']+/, '')
    .trim();
  return /^(history)?$/i.test(cleaned) ? `Sheet ${cleaned}`.trim() : cleaned;
};

/** By whole characters, so that none is cut in two. */
const cutTo = (name: string, length: number): string => {
  let cut = '';
  for (const sign of name) {
    if (cut.length + sign.length > length) break;
    cut += sign;
  }
  return cut.replace(/[\s']+$/, '');
};

const firstFree = (name: string, taken: ReadonlySet<string>): string => {
  const candidate = (turn: number): string => {
    const ending = turn === 1 ? '' : ` ${turn}`;
    return cutTo(name, longest - ending.length) + ending;
  };
  let turn = 1;
  while (taken.has(candidate(turn).toLowerCase())) turn += 1;
  return candidate(turn);
};

export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const free = firstFree(acceptable(name), taken);
    taken.add(free.toLowerCase());
    return free;
  });
};
