/** A connection that tells before each statement it runs. Only tests that kill the endpoint ask for it (server/failpoint.ts). */
import type Database from 'libsql';

type Connection = InstanceType<typeof Database>;

export const watched = (connection: Connection, before: () => void): Connection => {
  const telling =
    <A extends unknown[], R>(work: (...given: A) => R) =>
    (...given: A): R => {
      before();
      return work(...given);
    };
  const prepare = connection.prepare.bind(connection);
  return Object.assign(connection, {
    exec: telling(connection.exec.bind(connection)),
    prepare: (sql: string) => {
      const prepared = prepare(sql);
      // The driver's own `all` steps through `iterate`.
      return Object.assign(prepared, { run: telling(prepared.run.bind(prepared)), iterate: telling(prepared.iterate.bind(prepared)) });
    },
  });
};
