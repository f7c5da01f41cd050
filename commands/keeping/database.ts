/** The database that the settings name, opened beside the endpoint: nothing in it is changed by opening. */
import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { postgresSentence } from '../../server/openStore.ts';
import { whereIs } from '../../server/postgresUrl.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import { openPostgresAsItIs } from '../../server/store/postgres.ts';
import { type OpenFailure, openSqliteAsItIs } from '../../server/store/sqlite.ts';
import type { Tables } from '../../server/store/tables.ts';
import { failed, never, ok, type Result } from '../../src/domain/result.ts';
import type { Sentence } from './ending.ts';

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  /** How a sentence calls it. */
  readonly name: string;
}

export const settingsHere = (): Result<Settings, Sentence> => readSettings(process.env, { appDir: '.' });

export const openDatabase = async ({ databaseFile, postgres }: Settings): Promise<Result<OpenDatabase, Sentence>> => {
  if (!postgres) return openFile(databaseFile);
  const opened = await openPostgresAsItIs(postgres);
  if (!opened.ok) return failed({ sentence: postgresSentence(opened.failure, postgres) });
  return ok({ db: opened.value, name: `the database at ${whereIs(postgres)}` });
};

export const openFile = (file: string): Result<OpenDatabase, Sentence> => {
  if (!existsSync(file))
    return failed({ sentence: `There is no database at ${file}; set DATA_DIR or DATABASE_URL as the endpoint has them.` });
  const opened = openSqliteAsItIs(file);
  return opened.ok ? ok({ db: opened.value, name: file }) : failed({ sentence: sentenceFor(opened.failure, file) });
};

export const sentenceFor = ({ type }: OpenFailure, file: string): string => {
  switch (type) {
    case 'in-use':
      return `${file} is in use by an endpoint that this account cannot ask; run this as the account that the endpoint runs as.`;
    case 'not-a-database':
      return `${file} is not a Fieldbook database.`;
    case 'cannot-open':
      return `${file} cannot be opened.`;
    case 'disk-full':
      return `There is no room left on the disk that holds ${file}.`;
    case 'newer':
      return `A newer version of Fieldbook has used ${file}; use that version.`;
    default:
      return never(type);
  }
};
