/** Opens the store that the settings name. Whatever stands in the way is told in one sentence, and no sentence holds a password. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, never, type Result } from '../src/domain/result.ts';
import { type PostgresAddress, whereIs } from './postgresUrl.ts';
import type { Settings, SettingsFailure } from './settings.ts';
import type { MigrateFailure } from './store/migrations.ts';
import { openPostgresStore } from './store/postgres.ts';
import type { PostgresFailure } from './store/postgresErrors.ts';
import { type OpenFailure, openSqliteStore } from './store/sqlite.ts';
import type { ServerStore } from './store/store.ts';

interface Watching {
  /** For tests: told before every statement. */
  readonly beforeStatement?: (() => void) | undefined;
  /** For tests: how many pages the file may have before the disk counts as full. */
  readonly mostPages?: number | undefined;
}
type Opened = Promise<Result<ServerStore, SettingsFailure>>;

export const openStore = ({ databaseFile, postgres }: Settings, watching: Watching): Opened =>
  postgres ? openPostgres(postgres, watching) : openFile(databaseFile, watching);

const openPostgres = async (address: PostgresAddress, watching: Watching): Opened => {
  const opened = await openPostgresStore(address, watching);
  return opened.ok ? opened : failed({ sentence: postgresSentence(opened.failure, address) });
};

const openFile = async (databaseFile: string, watching: Watching): Opened => {
  const folder = dirname(databaseFile);
  // Nobody else on this machine has business in the database.
  process.umask(0o077);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    return failed({ sentence: `The folder ${folder} cannot be written to; set DATA_DIR to one that can.` });
  }
  const opened = await openSqliteStore(databaseFile, { ...watching, inTurns: true });
  return opened.ok ? opened : failed({ sentence: fileSentence(opened.failure, databaseFile) });
};

const fileSentence = ({ type }: OpenFailure, file: string): string => {
  switch (type) {
    case 'in-use':
      return `Another Fieldbook is already using ${file}; stop it first, or set another DATA_DIR.`;
    case 'not-a-database':
      return `The file ${file} is not a Fieldbook database.`;
    case 'cannot-open':
      return `The database ${file} cannot be opened.`;
    case 'disk-full':
      return `There is no room left on the disk that holds ${file}; make some, and start again.`;
    case 'newer':
      return `A newer version of Fieldbook has used ${file}; start that version, or restore a backup that this one made.`;
    default:
      return never(type);
  }
};

export const postgresSentence = ({ type }: PostgresFailure | MigrateFailure, address: PostgresAddress): string => {
  const where = whereIs(address);
  const user = address.user ?? 'this account';
  const database = address.database ?? address.user ?? 'of this account';
  switch (type) {
    case 'unreachable':
      return `PostgreSQL at ${where} cannot be reached; see that it runs, and that DATABASE_URL names the right host and port.`;
    case 'not-let-in':
      return `PostgreSQL at ${where} does not let ${user} in; see to the name and the password in DATABASE_URL.`;
    case 'no-database':
      return `PostgreSQL at ${where} has no database ${database}; make it first, owned by ${user}.`;
    case 'no-rights':
      return `In the database ${database} ${user} may not make tables; let ${user} own it.`;
    case 'only-replicas':
      return `PostgreSQL at ${where} takes no writes: it is a replica; let DATABASE_URL name the primary too.`;
    case 'too-many-connections':
      return `PostgreSQL at ${where} has no connection left for ${user}; raise max_connections, or start fewer endpoints.`;
    case 'no-tls':
      return `PostgreSQL at ${where} could not show by certificate that it is the right one; see sslmode and sslrootcert in DATABASE_URL.`;
    case 'no-authority':
      return 'The file that sslrootcert in DATABASE_URL names cannot be read.';
    case 'newer':
      return `A newer version of Fieldbook has used the database ${database}; start that version.`;
    case 'other':
      return `PostgreSQL at ${where} could not be used.`;
    default:
      return never(type);
  }
};
