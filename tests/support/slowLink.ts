/** A link to the endpoint on which what the exchange asks, and what it is answered, comes late. */
import { createServer, request } from 'node:http';

export interface SlowLink {
  readonly origin: string;
  /** Milliseconds before an exchange is passed on, and again before its answer is; asked anew each time. */
  readonly slow: (lateness: () => number) => void;
  readonly close: () => Promise<void>;
}

const later = (milliseconds: number, what: () => void) => (milliseconds > 0 ? setTimeout(what, milliseconds) : what());

export const laySlowLink = async (toPort: number): Promise<SlowLink> => {
  let lateness = () => 0;
  const server = createServer((from, to) => {
    const path = from.url ?? '/';
    const late = () => (path.startsWith('/api/sync') ? lateness() : 0);
    // What is under way when the phone is gone comes to nothing, as on a real line.
    from.on('error', () => undefined);
    to.on('error', () => undefined);
    const onward = () => {
      const asked = request({ host: 'localhost', port: toPort, path, method: from.method, headers: from.headers }, (answer) => {
        later(late(), () => {
          to.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(to);
        });
      });
      asked.on('error', () => from.socket.destroy());
      from.pipe(asked);
    };
    later(late(), onward);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  return {
    origin: `http://localhost:${address && typeof address === 'object' ? address.port : 0}`,
    slow: (how) => {
      lateness = how;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
};
