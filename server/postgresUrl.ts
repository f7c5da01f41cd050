/**
 * `postgres://user:password@host:port,host:port/database?sslmode=…`: the address of a database, or of a primary and its
 * replicas. Read by hand, because a URL as browsers know it has one host only. What cannot be read is never repeated: it may hold a password.
 */
import { failed, ok, type Result } from '../src/domain/result.ts';

export interface PostgresHost {
  /** A name, an address, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
}

export interface PostgresAddress {
  readonly hosts: readonly PostgresHost[];
  /** What is not said is found as every PostgreSQL program finds it: PGUSER, PGPASSWORD, the account's own name. */
  readonly user?: string;
  readonly database?: string;
  /** A function, so that no line that prints an address can print it. */
  readonly password?: () => string;
  readonly tls: 'off' | 'unchecked' | 'checked';
  /** The authority's certificate, where it is none that Node knows. */
  readonly authorityFile?: string;
}

export interface UrlFailure {
  readonly sentence: string;
}

const form = 'postgres://USER:PASSWORD@HOST:PORT/DATABASE';
const tlsByMode: Readonly<Record<string, PostgresAddress['tls']>> = {
  disable: 'off',
  'no-verify': 'unchecked',
  // Encrypted to nobody in particular would be no protection, so all three look at the certificate.
  require: 'checked',
  'verify-ca': 'checked',
  'verify-full': 'checked',
};
/** The one we always follow: only a database that takes writes will do. */
const alwaysSo = ['read-write', 'primary'];
const knownParts = ['host', 'sslmode', 'sslrootcert', 'target_session_attrs'];

export const parsePostgresUrl = (url: string): Result<PostgresAddress, UrlFailure> => {
  const [, authority = '', path = '', query = ''] = /^postgres(?:ql)?:\/\/([^/?#]*)(?:\/([^/?#]*))?(?:\?([^#]*))?$/i.exec(url) ?? [];
  const at = authority.lastIndexOf('@');
  const [user, password] = splitOnce(at < 0 ? '' : authority.slice(0, at), ':');
  const parts = new URLSearchParams(query);
  const plain = [user, password, path].map(decoded);
  const hosts = hostsOf(authority.slice(at + 1) || (parts.get('host') ?? 'localhost'));
  if (!/^postgres(ql)?:\/\/[^#]*$/i.test(url) || hosts === null || plain.includes(null))
    return failed({
      sentence: `DATABASE_URL must look like ${form}; letters such as @ / : # in a password are written as %40 %2F %3A %23.`,
    });
  const problem = problemIn(parts);
  if (problem) return failed({ sentence: problem });
  const [name, secret, database] = plain;
  const authorityFile = parts.get('sslrootcert');
  return ok({
    hosts,
    tls: tlsByMode[parts.get('sslmode') ?? 'disable'] ?? 'checked',
    ...(name ? { user: name } : {}),
    ...(database ? { database } : {}),
    ...(secret ? { password: () => secret } : {}),
    ...(authorityFile ? { authorityFile } : {}),
  });
};

const problemIn = (parts: URLSearchParams): string | null => {
  const unknown = [...parts.keys()].find((name) => !knownParts.includes(name));
  if (unknown !== undefined) return `DATABASE_URL may say ${knownParts.join(', ')} after the question mark, and nothing else.`;
  if (!Object.hasOwn(tlsByMode, parts.get('sslmode') ?? 'disable'))
    return `In DATABASE_URL sslmode must be one of ${Object.keys(tlsByMode).join(', ')}.`;
  if (!alwaysSo.includes(parts.get('target_session_attrs') ?? 'primary'))
    return `In DATABASE_URL target_session_attrs can only be ${alwaysSo.join(' or ')}.`;
  return null;
};

const splitOnce = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

const hostsOf = (text: string): PostgresHost[] | null => {
  const hosts = text.split(',').map(hostOf);
  return hosts.every((host) => host !== null) ? hosts : null;
};

const hostOf = (text: string): PostgresHost | null => {
  if (text.startsWith('/')) return { host: text, port: 5432 };
  const [, v6, name, said = '5432'] = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = v6 ?? name;
  const port = Number(said);
  return host !== undefined && port > 0 && port < 65_536 ? { host, port } : null;
};

/** How a sentence calls it: hosts only. */
export const whereIs = ({ hosts }: PostgresAddress): string =>
  hosts.map(({ host, port }) => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)).join(', ');
