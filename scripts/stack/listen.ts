import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** An address that answers "starting" until it is given its application. */
export type Site = {
  readonly port: number;
  answerWith: (app: RequestListener) => void;
  /** Ends open connections too; a second call does nothing. */
  close: () => Promise<void>;
};

/**
 * Takes a port at once, so that a port in use is known before anything else is started.
 *
 * @param port 0 for any free one
 * @throws Error naming the port that is in use and what to do
 */
export async function openSite(port: number, host: string): Promise<Site> {
  let answer: RequestListener = (_request, response) =>
    response.writeHead(503, { 'Retry-After': '1' }).end('Starting');
  const server = createServer((request, response) => answer(request, response));
  server.listen(port, host);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new Error(explain(cause, port, host), { cause });
  });
  return {
    port: portOf(server),
    answerWith: (app) => (answer = app),
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const codeOf = (cause: unknown): unknown =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;

const explain = (cause: unknown, port: number, host: string): string =>
  codeOf(cause) === 'EADDRINUSE'
    ? `Port ${port} on ${host} is in use. Stop what uses it, or choose another: npm start -- --port <number>.`
    : `Nothing can listen on ${host}:${port}: ${String(cause)}`;

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`No port at ${String(address)}.`);
  return address.port;
}
