import { startPostgres } from '../../../../server/store/index.ts';

const say = (what: object): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);

/** Starts a server on the given directory, says so, and holds it until this process is killed. */
const directory = process.argv[2];
if (directory === undefined) throw new Error('Name a directory.');
try {
  const server = await startPostgres({ directory, log: () => undefined, durable: false });
  say({ url: server.url('postgres') });
} catch (error) {
  say({ error: error instanceof Error ? error.message : String(error) });
}
setInterval(() => undefined, 60_000);
