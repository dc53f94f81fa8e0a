import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import type { FaultName } from '../../../scripts/local-org/faults/plan.ts';
import { SalesforceError } from '../../../server/salesforce/problem.ts';
import { type InStep, inStep } from './in-step.ts';

let sync: InStep;
let rep: Connection;

beforeAll(async () => {
  sync = await inStep();
  rep = await sync.org.connect();
  await sync.catchUp();
});

beforeEach(() => sync.faults({}));

afterAll(() => sync.end());

const nextAnswerIs = (...script: FaultName[]) => sync.faults({ script });

describe('a turn in which the org answers wrongly', () => {
  test.each<[FaultName, string]>([
    ['html', 'notSalesforce'],
    ['invalidJson', 'notSalesforce'],
    ['pageMissing', 'notSalesforce'],
    ['wrongType', 'notSalesforce'],
    ['serverError', 'unreachable'],
    ['unavailable', 'unreachable'],
    ['cutAnswer', 'unreachable'],
    ['lostAnswer', 'unreachable'],
    ['requestLimit', 'limitReached'],
  ])('%s is named %s, changes nothing, and the next turn goes on', async (fault, code) => {
    const { id = '' } = await rep.create('Account', { Name: `Behind ${fault}` });
    await nextAnswerIs(fault);
    const failure = await sync.turn().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SalesforceError);
    expect(failure).toMatchObject({ code });
    await sync.catchUp();
    expect(await sync.mirror('Account')).toContainEqual(expect.objectContaining({ Id: id }));
  });

  test('an expired token is renewed, and the turn goes on', async () => {
    await nextAnswerIs('expiredToken');
    await expect(sync.turn()).resolves.toBe('done');
  });
});

test('a field that leaves the org is named, and everything else goes on', async () => {
  await sync.faults({ changedSchema: ['Opportunity.Type'] });
  await sync.catchUp();
  await sync.catchUp();
  expect(await sync.state('Opportunity')).toMatchObject({ missingFields: ['Type'], problem: null });
});
