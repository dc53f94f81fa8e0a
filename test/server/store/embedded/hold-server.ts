import { startPostgres } from '../../../../server/store/index.ts';

/** Starts a server on the given directory, says so, and holds it until this process is killed. */
const directory = process.argv[2];
if (directory === undefined) throw new Error('Name a directory.');
try {
  const server = await startPostgres({ directory, log: () => undefined, durable: false });
  console.log(JSON.stringify({ url: server.url('postgres') }));
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
}
setInterval(() => undefined, 60_000);
