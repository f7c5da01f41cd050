/**
 * What the endpoint says while it runs: method, route, status, time; as text for people, or as JSON lines for whatever gathers
 * them. Never a path as it came, an id, an address or a body.
 */
export interface LogLine {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}
export interface Log {
  request(line: LogLine): void;
  /** A fault of ours. */
  fault(error: unknown): void;
}
/** Besides, what a person who starts and stops it is told. */
export interface Speaker extends Log {
  told(sentence: string): void;
}
export type LogFormat = 'text' | 'json';

type Write = (line: string) => void;

const textTo = (write: Write, now: () => string): Speaker => ({
  request: ({ method, route, status, ms }) => write(`${now()} ${method} ${route} ${status} ${Math.round(ms)}ms`),
  fault: (error) => write(`${now()} fault ${describeFault(error)}`),
  told: write,
});

const jsonTo = (write: Write, now: () => string): Speaker => {
  const line = (event: string, said: object) => write(JSON.stringify({ time: now(), event, ...said }));
  return {
    request: ({ ms, ...rest }) => line('request', { ...rest, ms: Math.round(ms) }),
    fault: (error) => line('fault', { fault: describeFault(error) }),
    told: (sentence) => line('told', { sentence }),
  };
};

export const linesTo = (write: Write, now: () => number, format: LogFormat = 'text'): Speaker => {
  const time = () => new Date(now()).toISOString();
  return format === 'json' ? jsonTo(write, time) : textTo(write, time);
};

/** A line of a stack that is really one: where in our own code or Node's, and nothing else. */
const frame = /^\s+at (?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\s()]*:\d+:\d+\)?$/;
const isName = (text: string): boolean => /^[A-Z]\w{1,40}$/.test(text);
const isCode = (text: string): boolean => /^[A-Z0-9_]{1,40}$/.test(text);

/** Name, code and where; the message is left out, because a library may have put into it what somebody sent. */
export const describeFault = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' && isCode(error.code) ? ` ${error.code}` : '';
  // The message stands at the beginning of the stack, and may have lines of its own that look like the others.
  const told = error.stack ?? '';
  const after = told.includes(error.message) ? told.slice(told.indexOf(error.message) + error.message.length) : told;
  const frames = after
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return [`${isName(error.name) ? error.name : 'Error'}${code}`, ...frames].join(' | ');
};
