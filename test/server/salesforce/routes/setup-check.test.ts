import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setupCheckSchema } from '../../../../server/salesforce/routes/setup-check.ts';
import { readAs, startService, type TestService } from '../../../support/service.ts';
import type { TestOrg } from '../../../support/signed-call.ts';

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ environment: { ROLE: 'web' } });
  org = await service.addOrg();
});

afterAll(() => service.close());

const ask = (permissions: string[]) =>
  service.call(org, { path: '/v1/salesforce/setup-check', body: { input: {} }, permissions });

test('an admin learns what is missing: here the key that credentials of orgs are sealed with', async () => {
  const { findings } = readAs(setupCheckSchema, await ask(['Inspire_Admin']));
  expect(findings.map(({ state, code }) => [state, code])).toEqual([
    ['ok', 'certificateCounts'],
    ['ok', 'secondFactorSet'],
    ['missing', 'secretKeyMissing'],
  ]);
});

test('a rep or manager may not ask', async () => {
  expect(await ask(['Inspire_Use', 'Inspire_Manager'])).toMatchObject({
    status: 403,
    body: { code: 'permissionMissing' },
  });
});
