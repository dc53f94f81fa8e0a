import { stopTestServer } from './test-server.ts';

/** Ends the run's PostgreSQL and fails the run if a test left a database or a server behind. */
export default async function globalTeardown(): Promise<void> {
  await stopTestServer();
}
