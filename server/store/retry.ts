/** Doing a thing again after a conflict: a few times, each after a longer pause of random length, so that two do not meet again and again. */

export type Again = <T>(work: () => Promise<T>) => Promise<T>;

export interface Patience {
  readonly worthAgain: (error: unknown) => boolean;
  readonly most: number;
  readonly random?: () => number;
}

const firstPauseMs = 5;
const longestPauseMs = 500;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export const again = ({ worthAgain, most, random = Math.random }: Patience): Again => {
  const attempt = async <T>(work: () => Promise<T>, tried: number): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (tried >= most || !worthAgain(error)) throw error;
    }
    await pause(random() * Math.min(longestPauseMs, firstPauseMs << tried));
    return attempt(work, tried + 1);
  };
  return (work) => attempt(work, 1);
};
