/** A link to the endpoint that can be cut for single files, as a connection breaks off in the middle of several. */
import { createServer, request } from 'node:http';

export interface CutLink {
  readonly origin: string;
  /** From now on these break off; `null` lets everything through again. */
  readonly cut: (which: RegExp | null) => void;
  /** What was asked for since the last call. */
  readonly asked: () => string[];
  readonly close: () => Promise<void>;
}

export const layCutLink = async (toPort: number): Promise<CutLink> => {
  let broken: RegExp | null = null;
  const paths: string[] = [];
  const server = createServer((from, to) => {
    const path = from.url ?? '/';
    paths.push(path);
    if (broken?.test(path)) return void from.socket.destroy();
    const onward = request({ host: 'localhost', port: toPort, path, method: from.method, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => from.socket.destroy());
    from.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  return {
    origin: `http://localhost:${address && typeof address === 'object' ? address.port : 0}`,
    cut: (which) => {
      broken = which;
    },
    asked: () => paths.splice(0),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
};
