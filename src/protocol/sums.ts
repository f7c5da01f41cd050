/**
 * Working parts out from sums of parts: elimination over GF(2), a row for each part as it becomes known. Any as many sums as
 * there are parts do, and nearly always two more are enough when some say nothing new.
 */

/** One bit for each part. */
export type PartSet = Uint32Array<ArrayBuffer>;

interface Row {
  readonly set: PartSet;
  readonly sum: Uint8Array;
}

export const hasPart = (set: PartSet, part: number): boolean => (((set[part >> 5] as number) >>> (part & 31)) & 1) === 1;

/** The sum of bytes: each bit for itself. */
export const addTo = (sum: Uint8Array, other: Uint8Array): void => {
  for (let at = 0; at < other.length; at += 1) sum[at] = (sum[at] as number) ^ (other[at] as number);
};

const addRow = (row: Row, other: Row): void => {
  for (let at = 0; at < other.set.length; at += 1) row.set[at] = (row.set[at] as number) ^ (other.set[at] as number);
  addTo(row.sum, other.sum);
};

export const createSums = (parts: number) => {
  /** Each begins at its own part: it holds none before that. */
  const rows: (Row | undefined)[] = new Array(parts).fill(undefined);
  let known = 0;

  const put = (row: Row): void => {
    for (let part = 0; part < parts; part += 1) {
      if (!hasPart(row.set, part)) continue;
      const begins = rows[part];
      if (!begins) {
        rows[part] = row;
        known += 1;
        return;
      }
      addRow(row, begins);
    }
  };

  return {
    known: (): number => known,
    /** Takes a sum that is the caller's no more; one that says nothing new changes nothing. */
    add: (set: PartSet, sum: Uint8Array): void => {
      if (known < parts) put({ set, sum });
    },
    /** All parts in their order, once as many are known as there are. */
    solve: (): readonly Uint8Array[] => {
      for (let part = parts - 1; part >= 0; part -= 1) {
        const row = rows[part] as Row;
        for (let later = part + 1; later < parts; later += 1) if (hasPart(row.set, later)) addRow(row, rows[later] as Row);
      }
      return rows.map((row) => (row as Row).sum);
    },
  };
};
export type Sums = ReturnType<typeof createSums>;
