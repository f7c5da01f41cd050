/** What people were told in a simulated world, and so must come true: each save that was confirmed, each draft that was kept. */

/** `gone`: was at the office, and is now held by nobody, as gone.ts says. */
export type Fate = 'pending' | 'saved' | 'refused' | 'gone';

/** One thing that somebody wrote; `text` is in no other, and begins with the canary. */
export interface Written {
  readonly device: string;
  readonly record: string;
  readonly text: string;
  readonly kind: string;
  readonly audience: 'office' | 'everybody' | string;
  fate: Fate;
  /** The entry's id, once the save was confirmed. */
  id: string | null;
}

export interface Draft {
  readonly device: string;
  readonly id: string;
  readonly text: string;
  /** `kept` was said of it; `given`: a save that takes it was confirmed; `unsure`: nobody was told how that ended. */
  state: 'keeping' | 'kept' | 'given' | 'unsure';
}

/** Stands in everything that people write, and must never be seen outside a seal. */
export const canary = 'yellow-canary-';

const spellings = [Buffer.from(canary), Buffer.from(canary, 'utf16le')];
/** In anything that is stored or sent: texts, bytes in either way of writing text, and what holds them. */
export const holdsCanary = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes(canary);
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof ArrayBuffer) return holdsCanary(new Uint8Array(value));
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.length);
    return spellings.some((spelled) => bytes.includes(spelled));
  }
  return Object.values(value).some(holdsCanary);
};

export const createLedger = () => {
  const written: Written[] = [];
  const drafts = new Map<string, Draft>();
  let texts = 0;
  return {
    written,
    drafts,
    newText: (): string => {
      texts += 1;
      return `${canary}${texts}`;
    },
    saved: () => written.filter(({ fate }) => fate === 'saved'),
  };
};
export type Ledger = ReturnType<typeof createLedger>;
