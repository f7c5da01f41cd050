/** A line every second for whatever takes longer than one, on standard error: how far it is, in numbers a person can picture. */
import type { CopyItem } from '../../server/copy/shape.ts';
import { complain } from './ending.ts';

const everyMs = 1000;

export const inWords = (bytes: number): string => {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
};
export const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export interface Progress {
  tell(item: CopyItem): void;
  addBytes(bytes: number): void;
  /** What has come so far. */
  readonly entries: () => number;
  readonly bytes: () => number;
}

export const createProgress = (doing: string): Progress => {
  let [entries, bytes, next] = [0, 0, Date.now() + everyMs];
  const show = (): void => {
    if (Date.now() < next) return;
    next = Date.now() + everyMs;
    complain(`${doing} ${counted(entries, 'entry', 'entries')}${bytes > 0 ? `, ${inWords(bytes)}` : ''} …`);
  };
  return {
    tell: (item) => {
      if (item.is === 'rows' && item.table === 'entries') entries += item.rows.length;
      show();
    },
    addBytes: (more) => {
      bytes += more;
      show();
    },
    entries: () => entries,
    bytes: () => bytes,
  };
};
