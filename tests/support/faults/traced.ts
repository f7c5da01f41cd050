/** What a process asks of the system, as strace tells it: whether it ever answered somebody while something it wrote was not yet on disk. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const calls = ['pwrite64', 'pwritev', 'write', 'writev', 'sendto', 'sendmsg', 'fsync', 'fdatasync'];

export interface Trace {
  /** Ends it. Gives each call: its name and the file or socket it was about. */
  readonly end: () => Promise<readonly Call[]>;
}
export interface Call {
  readonly call: string;
  readonly on: string;
}

/** `12345 fdatasync(17</data/fieldbook.db-wal>) = 0`; a call that another thread came between stands in two lines, and the first says enough. */
const line = /^\d+\s+(\w+)\(\d+<([^>]*)>/;

export const trace = async (pid: number): Promise<Trace> => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-trace-'));
  const file = join(folder, 'calls');
  const tracer = spawn('strace', [
    '-f',
    '-y',
    '-s',
    '0',
    '-e',
    `trace=${calls.join(',')}`,
    '-e',
    'signal=none',
    '-o',
    file,
    '-p',
    `${pid}`,
  ]);
  const ended = new Promise((done) => tracer.once('exit', done));
  // It says so once it has hold of the process.
  await new Promise((attached) => tracer.stderr.once('data', attached));
  return {
    end: async () => {
      tracer.kill('SIGINT');
      await ended;
      const lines = readFileSync(file, 'utf8').split('\n');
      rmSync(folder, { recursive: true, force: true });
      return lines.flatMap((text) => {
        const [, call, on] = line.exec(text) ?? [];
        return call !== undefined && on !== undefined ? [{ call, on }] : [];
      });
    },
  };
};

/** How often something went to a socket, and how often while a file ending like this held what was not on disk. */
export const answersIn = (called: readonly Call[], ofDatabase: RegExp): { readonly answers: number; readonly tooEarly: number } => {
  const unsynced = new Set<string>();
  let [answers, tooEarly] = [0, 0];
  for (const { call, on } of called) {
    if (ofDatabase.test(on) && /sync$/.test(call)) unsynced.delete(on);
    else if (ofDatabase.test(on)) unsynced.add(on);
    else if (on.startsWith('socket:')) {
      answers += 1;
      if (unsynced.size > 0) tooEarly += 1;
    }
  }
  return { answers, tooEarly };
};

export const mayTrace = (): boolean => {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
