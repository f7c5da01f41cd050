/**
 * The network of a simulated world. A request waits on the way up, is answered by the endpoint, and its answer waits on the way
 * down; a fault takes hold of one request and does with it what networks do.
 */
import type { Bytes } from '../../src/protocol/bytes.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';

export type NetworkFault =
  | { readonly is: 'lose-request' | 'lose-answer' | 'duplicate' | 'late-duplicate' | 'twice' }
  | { readonly is: 'delay'; readonly ms: number }
  /** At a share of the bytes; `quietly`: the end looks like an end. */
  | { readonly is: 'cut-up' | 'cut-down'; readonly at: number; readonly quietly: boolean }
  | { readonly is: 'portal'; readonly status: 200 | 302 }
  | { readonly is: 'refusal'; readonly status: number; readonly retryAfter: string | null };

/** What the endpoint answered, or `null` when it died over it. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
}
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
  /** The body breaks off here. */
  readonly brokenAt?: number;
}
export type Answering = (asked: Asked, from: string, reply: (answered: Answered | null) => void) => void;

export interface Link {
  readonly fetch: typeof fetch;
  /** For the next requests, one each. */
  readonly trouble: (faults: readonly NetworkFault[]) => void;
  readonly calm: () => void;
  /** What every round trip takes, most often. */
  slowness: number;
  /** Nothing gets through. */
  offline: boolean;
}

export interface LinkDeps {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly answering: Answering;
  readonly name: string;
  readonly trace: (event: string) => void;
  /** Changes what comes down, as a hostile endpoint would. */
  readonly between: (asked: Asked, answered: Answered) => Answered;
}

const cut = (): TypeError => new TypeError('the connection was cut');
const page = '<html><title>Free Wi-Fi</title><form>Accept our terms</form></html>';
const html = (status: number, more: Record<string, string> = {}) =>
  new Response(status === 302 ? null : page, { status, headers: { 'content-type': 'text/html', ...more } });

const bodyCut = (body: Bytes, at: number, quietly: boolean): ReadableStream<Uint8Array> | Bytes => {
  const part = body.slice(0, at);
  if (quietly) return part;
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(part);
    },
    pull: (controller) => controller.error(cut()),
  });
};

export const createLink = ({ scheduler, random, answering, name, trace, between }: LinkDeps): Link => {
  let faults: NetworkFault[] = [];
  let requests = 0;

  const askedFrom = (input: string, init: RequestInit | undefined): Asked => ({
    path: new URL(input).pathname,
    headers: { ...(init?.headers as Record<string, string>) },
    body: init?.body as Bytes,
  });

  const travel = (asked: Asked, owner: Owner, fault: NetworkFault | undefined, deliver: (answer: Response | TypeError) => void): void => {
    const pause = () => random.below(self.slowness) + (fault?.is === 'delay' ? fault.ms : 0);
    const give = (answer: Response | TypeError) => scheduler.soon(() => deliver(answer), owner);
    if (self.offline || fault?.is === 'lose-request') return void scheduler.after(pause(), () => give(cut()), owner);
    if (fault?.is === 'portal') return void scheduler.after(pause(), () => give(html(fault.status, { location: '/welcome' })), owner);
    if (fault?.is === 'refusal') {
      const headers = fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter };
      return void scheduler.after(pause(), () => give(html(fault.status, headers)), owner);
    }
    const answer = (answered: Answered | null): void => {
      if (!answered || fault?.is === 'lose-answer' || fault?.is === 'cut-up')
        return void scheduler.after(pause(), () => give(cut()), owner);
      const came = between(asked, answered);
      trace(`${name} down ${asked.path} ${came.status} ${came.body.length}`);
      const at = fault?.is === 'cut-down' ? Math.floor(came.body.length * fault.at) : null;
      const body = at === null || fault?.is !== 'cut-down' ? came.body : bodyCut(came.body, at, fault.quietly);
      scheduler.after(pause(), () => give(new Response(body, { status: came.status, headers: came.headers })), owner);
    };
    const up = fault?.is === 'cut-up' ? { ...asked, brokenAt: Math.floor(asked.body.length * fault.at) } : asked;
    scheduler.after(pause(), () => answering(up, name, answer), nobodyElse(owner));
    // Over two connections at once, and only one of them is heard.
    if (fault?.is === 'twice')
      for (const ms of [1, 20]) scheduler.after(ms, () => answering(asked, name, () => undefined), nobodyElse(owner));
    const again = fault?.is === 'duplicate' ? pause() : fault?.is === 'late-duplicate' ? 60_000 + pause() * 100 : null;
    if (again !== null) scheduler.after(again, () => answering(asked, name, () => undefined), nobodyElse(owner));
  };

  const self: Link = {
    slowness: 40,
    offline: false,
    trouble: (more) => {
      faults = [...faults, ...more].slice(0, 8);
    },
    calm: () => {
      faults = [];
      self.offline = false;
      self.slowness = 40;
    },
    fetch: (input, init) =>
      new Promise((resolve, reject) => {
        const owner = scheduler.owner();
        const asked = askedFrom(String(input), init);
        const fault = faults.shift();
        requests += 1;
        trace(`${name} up ${requests} ${asked.path} ${asked.body.length} ${fault?.is ?? ''}`);
        let settled = false;
        const settle = (answer: Response | TypeError) => {
          if (settled) return;
          settled = true;
          if (answer instanceof TypeError) reject(answer);
          else resolve(answer);
        };
        init?.signal?.addEventListener('abort', () => settle(cut()));
        travel(asked, owner, fault, settle);
      }),
  };
  return self;
};

/** On the way up a request no longer belongs to the phone: it arrives even if the phone is switched off. */
const road: Owner = { name: 'road', alive: true };
const nobodyElse = (_owner: Owner): Owner => road;
