/**
 * Where a copy comes from: the running endpoint, which makes it itself; the database of a stopped one; or a file that was
 * written earlier. All three come as the same bytes.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { ControlFile, controlFileFor, copyPath } from '../../server/control.ts';
import { type CopyFailure, toBytes } from '../../server/copy/format.ts';
import { takeCopy } from '../../server/copy/takeCopy.ts';
import type { Settings } from '../../server/settings.ts';
import { failed, never, ok, type Result } from '../../src/domain/result.ts';
import { type OpenDatabase, openDatabase, openFile } from './database.ts';
import type { Sentence } from './ending.ts';

export interface Source {
  readonly kind: 'running' | 'stopped' | 'file';
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

const sqliteOpening = 'SQLite format 3\0';

/** What the settings name, running or not. */
export const openSource = async (settings: Settings): Promise<Result<Source, Sentence>> => {
  const answer = settings.postgres ? null : await askRunning(settings.databaseFile);
  if (answer) return ok({ kind: 'running', name: 'the running endpoint', bytes: answer, close: async () => void answer.destroy() });
  const opened = await openDatabase(settings);
  return opened.ok ? ok(sourceOf(opened.value)) : opened;
};

const sourceOf = ({ db, name }: OpenDatabase): Source => ({
  kind: 'stopped',
  name,
  bytes: toBytes(takeCopy(db, Date.now)),
  close: () => db.destroy(),
});

/** A backup, or the database file of an endpoint that is stopped. */
export const openSourceFile = async (file: string): Promise<Result<Source, Sentence>> => {
  if (!existsSync(file)) return failed({ sentence: `There is no file ${file}.` });
  if ((await beginningOf(file)) === sqliteOpening) {
    const opened = openFile(file);
    return opened.ok ? ok(sourceOf(opened.value)) : opened;
  }
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  return ok({ kind: 'file', name: file, bytes: stream, close: async () => void stream.destroy() });
};

const beginningOf = async (file: string): Promise<string> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sqliteOpening.length), 0, sqliteOpening.length, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
};

const controlOf = (databaseFile: string): v.InferOutput<typeof ControlFile> | null => {
  try {
    const read = v.safeParse(ControlFile, JSON.parse(readFileSync(controlFileFor(databaseFile), 'utf8')));
    return read.success ? read.output : null;
  } catch {
    // No such file, or not ours to read: then the lock on the database tells whether an endpoint runs.
    return null;
  }
};

/** `null` when nobody answers: a file that was left behind by an endpoint that was killed names a port nobody listens at. */
const askRunning = (databaseFile: string): Promise<IncomingMessage | null> => {
  const control = controlOf(databaseFile);
  if (!control) return Promise.resolve(null);
  const headers = { authorization: `Bearer ${control.token}` };
  return new Promise((answered) => {
    get({ host: '127.0.0.1', port: control.port, path: copyPath, headers, agent: false }, (response) => {
      if (response.statusCode === 200) return answered(response);
      response.destroy();
      answered(null);
    }).once('error', () => answered(null));
  });
};

export const isRunning = async (databaseFile: string): Promise<boolean> => {
  const answer = await askRunning(databaseFile);
  answer?.destroy();
  return answer !== null;
};

export const copySentence = ({ type }: CopyFailure, { kind, name }: Pick<Source, 'kind' | 'name'>): string => {
  switch (type) {
    case 'not-a-copy':
      return `${name} is not a backup of Fieldbook.`;
    case 'newer':
      return `${name} was written by a newer version of Fieldbook; use that version.`;
    case 'cut-short':
      return kind === 'running' ? 'The endpoint stopped before its copy was whole.' : `${name} is cut short: its end is missing.`;
    case 'damaged':
      return `${name} is damaged: what is in it is not what was written.`;
    default:
      return never(type);
  }
};
