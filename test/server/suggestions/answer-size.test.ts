import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishConfiguration, readConfigurationSet } from '../../../server/content/index.ts';
import { suggestionsAnswerSchema } from '../../../server/suggestions/index.ts';
import { opportunityFacts, rows } from '../../support/content.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { salesforceId } from '../../support/signed-call.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

describe('the first answer that the panel asks for', () => {
  test('is at most 8 KB, on a deal with ten people and the shipped library', async () => {
    const org = await service.addOrg();
    const starter = await readConfigurationSet('config/starter');
    await publishConfiguration(service.storage.store, org.orgId, 'operator', starter, 'starter');
    const people = Array.from({ length: 10 }, (_, at) => ({
      ...{ Id: salesforceId('00K'), Role: null, IsPrimary: at === 0 },
      Contact: {
        ...{ Id: salesforceId('003'), Name: `Helena Brandt-Okafor ${at}`, FirstName: 'Helena' },
        ...{ Title: 'Chief Financial Officer', Email: `helena.brandt-okafor.${at}@brunner-logistik.example` },
      },
    }));
    const deal = opportunityFacts({
      OpportunityContactRoles: rows('OpportunityContactRole', people),
      Account: { Industry: 'Transportation', Name: 'Brunner', BillingCountry: 'Germany' },
    });
    const answer = await service.call(org, { body: { facts: deal, input: { limit: 6 } } });
    expect(readAs(suggestionsAnswerSchema, answer).suggestions).toHaveLength(6);
    expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThanOrEqual(8 * 1024);
  });
});
