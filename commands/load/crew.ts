/** The threads that carry the devices, as one: ask all, wait for all. */
import { Worker } from 'node:worker_threads';
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { Introduced } from './member.ts';
import type { Errand, Order, Word } from './talk.ts';

export interface Crew {
  readonly devices: readonly Introduced[];
  /** One answer from each thread. */
  write(order: (first: number) => Order): Promise<Bytes[]>;
  /** Bytes that went up. */
  send(): Promise<number>;
  dismiss(): Promise<void>;
}
export interface CrewWishes {
  readonly program: URL;
  readonly origin: string;
  readonly devices: number;
  readonly workers: number;
  /** So many devices have written, or entries were sent. */
  readonly progress: (word: Word) => void;
}

interface Hand {
  readonly worker: Worker;
  readonly share: number;
  readonly first: number;
}

const wordFrom = <S extends Word['said']>({ worker }: Hand, said: S, progress: (word: Word) => void): Promise<Extract<Word, { said: S }>> =>
  new Promise((heard, failed) => {
    const isIt = (word: Word): word is Extract<Word, { said: S }> => word.said === said;
    const listen = (word: Word): void => {
      if (word.said === 'failed') failed(new Error(word.why));
      else if (isIt(word)) {
        worker.off('message', listen);
        worker.off('error', failed);
        heard(word);
      } else progress(word);
    };
    worker.on('message', listen);
    worker.once('error', failed);
  });

const sharesOf = (devices: number, workers: number): number[] =>
  Array.from({ length: workers }, (_, at) => Math.floor(devices / workers) + (at < devices % workers ? 1 : 0));

export const gatherCrew = async ({ program, origin, devices, workers, progress }: CrewWishes): Promise<Crew> => {
  let first = 0;
  const hands = sharesOf(devices, workers).map((share): Hand => {
    const errand: Errand = { origin, devices: share };
    const hand = { worker: new Worker(program, { workerData: errand }), share, first };
    first += share;
    return hand;
  });
  const made = await Promise.all(hands.map((hand) => wordFrom(hand, 'made', progress)));
  const all = <S extends Word['said']>(said: S, order: (hand: Hand) => Order) =>
    Promise.all(
      hands.map((hand) => {
        const word = wordFrom(hand, said, progress);
        hand.worker.postMessage(order(hand));
        return word;
      }),
    );
  return {
    devices: made.flatMap((word) => word.devices),
    write: async (order) => (await all('written', (hand) => order(hand.first))).map(({ ids }) => ids),
    send: async () => (await all('sent', () => ({ do: 'send' }))).reduce((sum, { bytes }) => sum + bytes, 0),
    dismiss: async () => {
      await Promise.all(hands.map(({ worker }) => worker.terminate()));
    },
  };
};
