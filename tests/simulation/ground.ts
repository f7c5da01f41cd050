/**
 * What the code stands on, put in the hands of the simulated world: clock, timers, randomness, WebCrypto, IndexedDB. Imported
 * before everything else, because libraries look for these when they are loaded. Only for a process that does nothing else.
 */
import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import IDBKeyRange from 'fake-indexeddb/lib/FDBKeyRange';
import type { Cryptography } from './cryptography.ts';
import type { Scheduler } from './scheduler.ts';

interface Ground {
  readonly scheduler: Scheduler;
  readonly cryptography: Cryptography;
}

let ground: Ground | null = null;
const RealDate = Date;
/** When every world begins. */
export const dawn = RealDate.parse('2026-03-02T15:00:00Z');

const scheduler = (): Scheduler => {
  if (!ground) throw new Error('no world is standing');
  return ground.scheduler;
};
const cryptography = (): Cryptography => {
  if (!ground) throw new Error('no world is standing');
  return ground.cryptography;
};
const time = (): number => dawn + (ground?.scheduler.now() ?? 0);

const realPostpone = setImmediate;
/** Runs a world in a turn of this process's own loop: where promises are being settled already, a world could not settle its own. */
export const inOwnTurn = <T>(work: () => T): Promise<T> =>
  new Promise((done, fail) => {
    realPostpone(() => {
      try {
        done(work());
      } catch (problem) {
        fail(problem);
      }
    });
  });
export const realMilliseconds = (): number => process.cpuUsage().user / 1000;

class WorldDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    super(given.length === 0 ? time() : (Reflect.construct(RealDate, given) as Date).getTime());
  }
  static override now(): number {
    return time();
  }
}

/** Rows hold numbers, texts, bytes, arrays and plain objects; the general way takes ten times as long. */
const copied = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol') throw new DOMException('cannot be cloned', 'DataCloneError');
    return value;
  }
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(copied);
  if (value instanceof RealDate || value instanceof Map || value instanceof Set || value instanceof ArrayBuffer) return realClone(value);
  const plain: Record<string, unknown> = {};
  for (const name of Object.keys(value)) plain[name] = copied(Reflect.get(value, name));
  return plain;
};
const realClone = structuredClone;

const put = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

export const standOn = (given: Ground): void => {
  ground = given;
};

put('Date', WorldDate);
put('structuredClone', copied);
put('setTimeout', (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => scheduler().after(ms, () => run(...given)));
put('clearTimeout', (timer: number | undefined) => {
  if (timer !== undefined && ground) scheduler().cancel(timer);
});
put('setImmediate', (run: () => void) => scheduler().soon(run));
put('performance', { now: () => time() - dawn, mark: () => undefined, measure: () => undefined, timeOrigin: dawn });
// Node's own makes a resource of its own for each, which costs more than what is run.
const settled = Promise.resolve();
put('queueMicrotask', (run: () => void) => void settled.then(run));
put('IDBKeyRange', IDBKeyRange);
// Between threads and processes it would carry one world's changes into another.
put('BroadcastChannel', undefined);
Math.random = () => 0.5;
// Making an error of its own each time costs more than what is stopped by it.
const stopped = new Error('stopped');
const realAbort = AbortController.prototype.abort;
AbortController.prototype.abort = function (reason: unknown = stopped) {
  realAbort.call(this, reason);
};
export const longStacks = (are: boolean): void => {
  Error.stackTraceLimit = are ? 20 : 0;
};
/** Libraries hold on to the object that they find first, so it is one for all worlds and asks whichever stands. */
const subtle = new Proxy(nodeCrypto.webcrypto.subtle, {
  get: (real, name) => {
    if (ground) return Reflect.get(Reflect.get(ground.cryptography.crypto, 'subtle'), name);
    const found: unknown = Reflect.get(real, name);
    return typeof found === 'function' ? found.bind(real) : found;
  },
});
put('crypto', {
  subtle,
  getRandomValues: (into: Uint8Array) =>
    ground ? Reflect.get(ground.cryptography.crypto, 'getRandomValues')(into) : nodeCrypto.webcrypto.getRandomValues(into),
  randomUUID: () => '00000000-0000-4000-8000-000000000000',
});
// The endpoint's own: its generation, its secret, and the key it signs receipts with.
Object.assign(nodeCrypto, {
  randomBytes: (length: number) => Buffer.from(cryptography().source().bytes(length)),
  generateKeyPairSync: () => {
    const { d, x, y } = cryptography().newKey();
    const privateKey = nodeCrypto.createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d, x, y }, format: 'jwk' });
    return { privateKey, publicKey: nodeCrypto.createPublicKey(privateKey) };
  },
  sign: (_hash: string, statement: Uint8Array, { key }: { readonly key: nodeCrypto.KeyObject }) =>
    cryptography().signAs(key.export({ format: 'jwk' }), statement),
});
syncBuiltinESMExports();
