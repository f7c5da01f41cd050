/** What the endpoint says while it runs: method, route, status, time. Never a path as it came, an id, an address or a body. */
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

export const linesTo = (write: (line: string) => void, now: () => number): Log => ({
  request: ({ method, route, status, ms }) => write(`${new Date(now()).toISOString()} ${method} ${route} ${status} ${Math.round(ms)}ms`),
  fault: (error) => write(`${new Date(now()).toISOString()} fault ${describeFault(error)}`),
});

/** Name, code and where; the message is left out, because a library may have put into it what somebody sent. */
export const describeFault = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return [`${error.name}${code}`, ...frames].join(' | ');
};
