import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network path to PostgreSQL that a test can cut and mend, as a cable would be. */
export interface CuttableDatabase {
  /** The same database and role, through the path. */
  url: string;
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

const socketPathOf = (url: URL): string => `${url.searchParams.get('host') ?? ''}/.s.PGSQL.5432`;

/** @param socketUrl connection string with the unix socket's folder in `host` */
export const cuttable = async (socketUrl: string): Promise<CuttableDatabase> => {
  const target = new URL(socketUrl);
  const open = new Set<Socket>();
  let whole = true;
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(socketPathOf(target));
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const dropAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `postgres://${target.username}@127.0.0.1:${port}${target.pathname}`,
    cut: () => {
      whole = false;
      dropAll();
    },
    mend: () => {
      whole = true;
    },
    close: async () => {
      dropAll();
      server.close();
      await once(server, 'close');
    },
  };
};
