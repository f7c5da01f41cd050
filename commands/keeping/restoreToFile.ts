/**
 * Restoring where SQLite keeps the data: into a new file beside the old one, which takes its place when it is whole and on disk.
 * At every moment there is one whole database under the name, whatever happens to this process.
 */
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Kysely } from 'kysely';
import { type Putting, putCopy } from '../../server/copy/putCopy.ts';
import { openSqliteAsItIs } from '../../server/store/sqlite.ts';
import type { Tables } from '../../server/store/tables.ts';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { sentenceFor } from './database.ts';
import type { Sentence } from './ending.ts';
import { copySentence, isRunning } from './source.ts';

export interface Wishes {
  readonly replace: boolean;
  readonly putting: Putting;
}
/** Where what was there before now lies; `null` when there was nothing. */
export type Restored = Promise<Result<string | null, Sentence>>;

export const nowInName = (): string => new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-');
const runsSentence = 'The endpoint is running; stop it first. Nothing was changed.';
const fullSentence = (name: string): string =>
  `There is data in ${name} already. With --replace the backup takes its place, and what is there now is kept beside it. Nothing was changed.`;

export const restoreToFile = async (file: string, { replace, putting }: Wishes): Restored => {
  if (await isRunning(file)) return failed({ sentence: runsSentence });
  process.umask(0o077);
  mkdirSync(dirname(file), { recursive: true });
  const there = await lookAt(file);
  if (!there.ok) return there;
  if (there.value === 'full' && !replace) return failed({ sentence: fullSentence(file) });
  const fresh = `${file}.restoring`;
  remove(fresh);
  const put = await putInto(fresh, putting);
  if (!put.ok) {
    remove(fresh);
    return put;
  }
  return ok(await takePlace(fresh, file, there.value));
};

type There = 'nothing' | 'empty' | 'full' | 'unreadable';

/** Opening it also folds what a killed endpoint left in the log beside it. A file that cannot be read may be the reason for restoring. */
const lookAt = async (file: string): Promise<Result<There, Sentence>> => {
  if (!existsSync(file)) return ok('nothing');
  const opened = openSqliteAsItIs(file);
  if (!opened.ok && opened.failure.type === 'in-use') return failed({ sentence: runsSentence });
  if (!opened.ok) return ok('unreadable');
  try {
    return ok((await hasOrganisations(opened.value)) ? 'full' : 'empty');
  } catch {
    // Whatever the driver throws: it is a database, but not one that can be read.
    return ok('unreadable');
  } finally {
    await opened.value.destroy().catch(() => undefined);
  }
};

export const hasOrganisations = async (db: Kysely<Tables>): Promise<boolean> => {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  if (!tables.includes('roster_links')) return false;
  return (await db.selectFrom('roster_links').select('n').limit(1).executeTakeFirst()) !== undefined;
};

const putInto = async (fresh: string, putting: Putting): Promise<Result<void, Sentence>> => {
  const opened = openSqliteAsItIs(fresh);
  if (!opened.ok) return failed({ sentence: sentenceFor(opened.failure, fresh) });
  const put = await putCopy((work) => opened.value.transaction().execute(work), putting).finally(() => opened.value.destroy());
  return put.ok ? put : failed({ sentence: `${copySentence(put.failure, { kind: 'file', name: 'The backup' })} Nothing was changed.` });
};

const beside = ['', '-wal', '-shm', '-journal'];
const remove = (file: string): void => {
  for (const ending of beside) rmSync(`${file}${ending}`, { force: true });
};

const takePlace = async (fresh: string, file: string, there: There): Promise<string | null> => {
  await flush(fresh);
  const old = `${file}.before-${nowInName()}`;
  if (there === 'unreadable' || there === 'full') keepBeside(file, old, there);
  else remove(file);
  renameSync(fresh, file);
  await flush(dirname(file));
  return there === 'unreadable' || there === 'full' ? old : null;
};

/** A second name for the old file, so that there is always one under the first. Its log goes with it, or the new one would read it. */
const keepBeside = (file: string, old: string, there: There): void => {
  if (there === 'full') linkOrRename(file, old);
  else for (const ending of beside) if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${old}${ending}`);
};

const linkOrRename = (file: string, old: string): void => {
  try {
    linkSync(file, old);
  } catch {
    // A disk without second names.
    renameSync(file, old);
  }
};

const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};
