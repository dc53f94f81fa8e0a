import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { suggestionsAnswerSchema } from '../../../server/suggestions/index.ts';
import { item, opportunityFacts } from '../../support/content.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

describe('suggestions', () => {
  test('answer a signed request with what was published', async () => {
    const org = await service.addOrg();
    await service.publish(org, { items: [item('cost-of-waiting')] });
    const answer = await service.call(org, { body: { facts: opportunityFacts(), input: {} } });
    const { suggestions, publication } = readAs(suggestionsAnswerSchema, answer);
    expect(suggestions).toMatchObject([{ itemId: 'cost-of-waiting', shareable: true, author: 'Mara Lind' }]);
    expect(publication).toBe(1);
  });
});
