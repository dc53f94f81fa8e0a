import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network path to PostgreSQL that a test can cut and mend, as a cable would be. */
export interface CuttableDatabase {
  /** The same database and role, through the path. */
  url: string;
  cut: () => void;
  /** Connections stay, and new ones are taken, but nothing comes back: as when a firewall forgets them. */
  silence: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

const socketPathOf = (url: URL): string => `${url.searchParams.get('host') ?? ''}/.s.PGSQL.5432`;

/** @param socketUrl connection string with the unix socket's folder in `host` */
export const cuttable = async (socketUrl: string): Promise<CuttableDatabase> => {
  const target = new URL(socketUrl);
  const open = new Set<Socket>();
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'cut') near.destroy();
    if (state !== 'whole') return;
    const far = connect(socketPathOf(target));
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
      state = 'cut';
      dropAll();
    },
    silence: () => {
      state = 'silent';
      for (const socket of open) socket.unpipe();
    },
    mend: () => {
      if (state === 'silent') dropAll();
      state = 'whole';
    },
    close: async () => {
      dropAll();
      server.close();
      await once(server, 'close');
    },
  };
};
