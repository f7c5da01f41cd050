/**
 * Finds PostgreSQL's own programs, which the tests start and end by themselves in folders of their own, and gets them where
 * they are missing. PG_BIN, the folder of initdb and pg_ctl, has the first word. No database that is already there is touched.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, mayInstall } from './debian.mjs';

const isComplete = (folder) => ['initdb', 'postgres', 'pg_ctl', 'pg_basebackup'].every((name) => existsSync(join(folder, name)));
const foldersIn = (parent, tail) =>
  existsSync(parent)
    ? readdirSync(parent)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(parent, version, tail))
    : [];
const told = () => spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();

/** The folder of its programs, or undefined. */
export const findPostgres = () => {
  if (process.env.PG_BIN) return isComplete(process.env.PG_BIN) ? process.env.PG_BIN : undefined;
  const usual = [
    ...foldersIn('/usr/lib/postgresql', 'bin'),
    ...['17', '16', '15', '14'].flatMap((version) => [
      `/opt/homebrew/opt/postgresql@${version}/bin`,
      `/usr/local/opt/postgresql@${version}/bin`,
      `/usr/pgsql-${version}/bin`,
    ]),
    told() ?? '',
  ];
  return usual.find((folder) => folder !== '' && isComplete(folder));
};

/** Debian's package makes and starts a database of its own unless it is told not to; the tests want only the programs. */
const withoutOwnDatabase = (install) => {
  const folder = '/etc/postgresql-common/createcluster.d';
  const file = join(folder, 'zz-fieldbook-tests.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
  try {
    return install();
  } finally {
    rmSync(file, { force: true });
  }
};

/** As findPostgres, but gets it when there is none. undefined only when nothing worked. */
export const ensurePostgres = () => {
  const found = findPostgres();
  if (found || process.env.PG_BIN || !mayInstall()) return found;
  return withoutOwnDatabase(() => installPackages('PostgreSQL', ['postgresql'])) ? findPostgres() : undefined;
};
