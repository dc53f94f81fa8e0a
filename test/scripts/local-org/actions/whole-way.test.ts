import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { flowActions } from '../../../../scripts/local-org/actions/flow-actions.ts';
import { createGateway } from '../../../../scripts/local-org/gateway/index.ts';
import { publishConfiguration } from '../../../../server/content/index.ts';
import { cadenceInput } from '../../../support/cadences.ts';
import { startService, type TestService } from '../../../support/service.ts';
import { type Selling, startSelling } from '../gateway/selling.ts';

let selling: Selling;
let service: TestService;

beforeAll(async () => {
  [selling, service] = await Promise.all([startSelling(), startService()]);
  const { org, credentials } = selling;
  await service.storage.addOrganization({
    ...{ orgId: org.orgId, environment: 'sandbox' },
    keys: [
      {
        ...{ pem: credentials.publicKeyPem, expiresAt: '2100-01-01T00:00:00Z' },
        addedAt: '2026-01-01T00:00:00Z',
      },
    ],
    secondFactorHash: createHash('sha256').update(credentials.secret).digest('base64url'),
  });
  const cadences = [cadenceInput({ steps: [{ id: 'call', channel: 'call' }] })];
  await publishConfiguration(service.storage.store, org.orgId, 'operator', { cadences }, 'test');
  org.actions.push(...flowActions(createGateway({ org, serviceUrl: service.url, credentials })));
});
afterAll(() => Promise.all([selling.end(), service.close()]));

const outcomes = z.array(z.object({ outputValues: z.record(z.string(), z.unknown()) }));

test('a Flow of 200 deals begins a cadence on those that its user may edit, in two calls with what is next', async () => {
  const { org } = selling;
  const rep = await selling.person('rep', 'Inspire_Rep');
  const vans = { Name: 'Vans', StageName: 'Prospecting', CloseDate: '2027-03-31' };
  const rows = Array.from({ length: 199 }, () => vans);
  const made = await org.records.create(await org.records.accessOf(rep), 'Opportunity', rows);
  const ids = [...made.map(({ id }) => id), await selling.create('Opportunity', vans)];
  const connection = await org.connect(rep);
  const act = async (name: string, inputs: object[]) =>
    outcomes
      .parse(await connection.requestPost(`/actions/custom/apex/${name}`, { inputs }))
      .map(({ outputValues }) => outputValues);

  let calls = 0;
  service.arrivals.on('request', () => (calls += 1));
  const begun = await act(
    'InspireFlowEnroll',
    ids.map((recordId) => ({ recordId, cadenceId: 'qualify' })),
  );
  expect(begun.filter(({ code }) => code === 'enrolled')).toHaveLength(199);
  expect(begun[199]).toMatchObject({ isEnrolled: false, code: 'recordUnknown' });
  const next = await act(
    'InspireFlowNext',
    ids.map((recordId) => ({ recordId })),
  );
  expect(next[0]).toMatchObject({ hasNext: true, name: 'Do call', state: 'held' });
  expect(next[199]).toMatchObject({ hasNext: false, code: 'recordUnknown' });
  expect(calls).toBe(2);
});
