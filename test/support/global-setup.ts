import { startTestServer } from './test-server.ts';

/** One PostgreSQL for the whole run; test files take databases of their own from it (`freshDatabase`). */
export default async function globalSetup(): Promise<void> {
  await startTestServer();
}
