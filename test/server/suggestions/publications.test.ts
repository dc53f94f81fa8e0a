import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { publishConfiguration } from '../../../server/content/index.ts';
import { suggestionsAnswerSchema } from '../../../server/suggestions/index.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import type { TestOrg } from '../../support/signed-call.ts';

let first: TestService;
let second: TestService;
let org: TestOrg;

beforeAll(async () => {
  first = await startService();
  second = await startService({ beside: first });
  org = await first.addOrg();
});

afterAll(async () => {
  await second.close();
  await first.close();
});

const ask = async (service: TestService, input: object = {}) =>
  readAs(suggestionsAnswerSchema, await service.call(org, { body: { facts: opportunityFacts(), input } }));

const publish = (id: string) =>
  publishConfiguration(first.storage.store, org.orgId, 'operator', { items: [item(id)] }, id);

test('what one process publishes every other one has after its next poll', async () => {
  expect((await ask(first)).publication + (await ask(second)).publication).toBe(0);
  const { publication } = await publish('one');
  await Promise.all([first.context.libraries.poll(), second.context.libraries.poll()]);
  expect((await ask(first)).publication).toBe(publication);
  expect((await ask(second)).publication).toBe(publication);
});

test('an admin sees their own publication in any process, without waiting for the poll', async () => {
  await ask(second);
  const { publication } = await publish('two');
  const answer = await ask(second, { publication });
  expect(answer.publication).toBe(publication);
  expect(answer.suggestions.map(({ itemId }) => itemId)).toContain('two');
});

test('a publication is announced to processes that listen', async () => {
  const client = new Client({ connectionString: first.storage.connections.url });
  await client.connect();
  await client.query('listen be_inspired_publication');
  const heard = once(client, 'notification');
  await publish('three');
  expect(await heard).toMatchObject([{ payload: org.orgId }]);
  await client.end();
});
