import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { z } from 'zod';
import { flowActions } from '../../../../scripts/local-org/actions/flow-actions.ts';
import { factsSchema } from '../../../../server/http/facts.ts';
import { flowEnrollInputSchema, flowNextInputSchema } from '../../../../server/touchpoints/flow/schemas.ts';
import { type Selling, startSelling } from '../gateway/selling.ts';

let selling: Selling;
let connection: Connection;
let deal: string;
let account: string;

beforeAll(async () => {
  selling = await startSelling();
  selling.org.actions.push(...flowActions(selling.gateway));
  const rep = await selling.person('rep', 'Inspire_Rep');
  account = await selling.create('Account', { Name: 'Brunner Logistik' }, rep);
  deal = await selling.create('Opportunity', vans, rep);
  connection = await selling.org.connect(rep);
});
afterAll(() => selling.end());

const vans = { Name: 'Vans', StageName: 'Prospecting', CloseDate: '2027-03-31' };
const begun = { isEnrolled: true, code: 'enrolled', message: '"Qualify" was begun.' };

const results = z.array(
  z.strictObject({
    actionName: z.string(),
    errors: z.null(),
    isSuccess: z.literal(true),
    outputValues: z.record(z.string(), z.unknown()),
    sortOrder: z.literal(-1),
    version: z.literal(1),
  }),
);

const post = async (name: string, inputs: readonly object[], as = connection) =>
  results.parse(await as.requestPost(`/actions/custom/apex/${name}`, { inputs }));

const answer = (given: readonly object[]) =>
  selling.service.answer(JSON.stringify({ answer: { results: given }, writes: [] }));

const lastRequest = () => selling.service.requests.at(-1);

test('200 requests of a Flow are one signed call, answered in their order', async () => {
  const before = selling.service.requests.length;
  answer(Array.from({ length: 200 }, (_, index) => ({ ...begun, message: `${index}` })));
  const inputs = Array.from({ length: 200 }, () => ({ recordId: deal, cadenceId: 'qualify' }));
  const found = await post('InspireFlowEnroll', inputs);
  expect(selling.service.requests).toHaveLength(before + 1);
  expect(found.map(({ outputValues }) => outputValues['message'])).toEqual(
    inputs.map((_, index) => `${index}`),
  );
  expect(lastRequest()?.target).toBe('/v1/touchpoints/flow/enroll');
  expect(lastRequest()?.facts.records).toEqual([{ Id: deal, sobject: 'Opportunity', edit: true }]);
});

test('one more than 200 is another call with a key of its own', async () => {
  answer(Array.from({ length: 200 }, () => begun));
  answer([begun]);
  const inputs = Array.from({ length: 201 }, () => ({ recordId: deal, cadenceId: 'qualify' }));
  expect(await post('InspireFlowEnroll', inputs)).toHaveLength(201);
  const keys = selling.service.requests.slice(-2).map(({ input }) => input['idempotencyKey']);
  expect(new Set(keys).size).toBe(2);
});

test('facts tell what the user may see and edit; what is no id is sent as none', async () => {
  const hidden = await selling.create('Opportunity', vans);
  const contact = await selling.create('Contact', { LastName: 'Brandt', AccountId: account });
  answer(Array.from({ length: 6 }, () => begun));
  const ids = [deal.slice(0, 15), account, hidden, contact, 'Brunner', null];
  await post(
    'InspireFlowEnroll',
    ids.map((recordId) => ({ recordId, cadenceId: 'qualify' })),
  );
  expect(lastRequest()?.facts.records).toEqual([
    { Id: deal, sobject: 'Opportunity', edit: true },
    { Id: account, sobject: 'Account', edit: true },
  ]);
  expect(factsSchema.parse(lastRequest()?.facts).records).toHaveLength(2);
  expect(flowEnrollInputSchema.parse(lastRequest()?.input).requests).toEqual(
    [deal, account, hidden, contact, null, null].map((recordId) => ({ recordId, cadenceId: 'qualify' })),
  );
});

test('a text that is no key of a cadence is cut and cleaned, so that it fails nobody else', async () => {
  answer([begun, begun]);
  const inputs = ['\u{1f600}"'.repeat(60), ''].map((cadenceId) => ({ recordId: deal, cadenceId }));
  await post('InspireFlowEnroll', inputs);
  const { requests } = flowEnrollInputSchema.parse(lastRequest()?.input);
  expect(requests.map(({ cadenceId }) => cadenceId)).toEqual(['?'.repeat(100), '']);
});

test('the next touchpoint comes with every output, null where there is none', async () => {
  const held = { hasNext: true, code: 'held', message: '', touchpointId: 't1', name: 'Call', state: 'held' };
  const none = { hasNext: false, code: 'nothingNext', message: 'Nothing is to be done here.' };
  selling.service.answer(JSON.stringify({ results: [{ ...held, dueOn: '2026-11-16' }, none] }));
  const found = await post('InspireFlowNext', [{ recordId: deal }, { recordId: account }]);
  expect(found.map(({ outputValues }) => outputValues)).toEqual([
    { ...held, dueOn: '2026-11-16', channel: null },
    { ...none, touchpointId: null, name: null, channel: null, dueOn: null, state: null },
  ]);
  const requests = [{ recordId: deal }, { recordId: account }];
  expect(lastRequest()?.input).toEqual({ requests });
  expect(flowNextInputSchema.parse({ requests })).toEqual({ requests });
});

const failureOf = async (as: Connection, inputs: readonly object[]): Promise<unknown> => {
  const token = as.accessToken ?? '';
  const url = `${selling.org.baseUrl}/services/data/v65.0/actions/custom/apex/InspireFlowEnroll`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ inputs }) });
  return { status: response.status, body: await response.json() };
};
const failed = (message: string) => ({
  ...{ actionName: 'InspireFlowEnroll', isSuccess: false, outputValues: null, sortOrder: -1, version: 1 },
  errors: [{ statusCode: 'UNKNOWN_EXCEPTION', message: expect.stringContaining(message), fields: [] }],
});

test('a failure of the whole call fails all its requests, in words', async () => {
  const inputs = [{ recordId: deal, cadenceId: 'qualify' }, {}];
  const problem = { code: 'storeUnavailable', detail: 'No answer.', remedy: 'Try again.' };
  selling.service.answer(JSON.stringify(problem), 503);
  const words = failed('No answer. Try again. (storeUnavailable)');
  expect(await failureOf(connection, inputs)).toEqual({ status: 400, body: [words, words] });
  answer([begun]);
  const missing = failed('serviceAnswerInvalid');
  expect(await failureOf(connection, inputs)).toEqual({ status: 400, body: [missing, missing] });
  const guest = await selling.org.connect(await selling.person('guest'));
  const refused = failed('permissionMissing');
  expect(await failureOf(guest, [{}])).toEqual({ status: 400, body: [refused] });
});

test('inputs that the action does not have are refused', async () => {
  await expect(post('InspireFlowEnroll', [{ recordId: deal, cadence: 'qualify' }])).rejects.toThrow(
    /cadence/,
  );
  await expect(post('InspireFlowEnroll', [{ recordId: 6 }])).rejects.toThrow(/recordId/);
  await expect(post('InspireFlowStop', [{}])).rejects.toThrow(/does not exist/);
});

describe('what is told about the actions', () => {
  const told = z.object({
    label: z.string(),
    inputs: z.array(z.object({ name: z.string(), label: z.string() })),
    outputs: z.array(z.object({ name: z.string(), label: z.string() })),
  });

  /** Labels and names of the variables in one inner class of a class. */
  const variablesIn = (text: string) =>
    [...text.matchAll(/@InvocableVariable\(\s*label='([^']*)'[^)]*\)\s*global \w+ (\w+);/g)].map(
      ([, label, name]) => ({ name, label }),
    );

  test.each(['InspireFlowEnroll', 'InspireFlowNext'])('%s is as its Apex class says', async (name) => {
    const file = new URL(`../../../../force-app/main/touchpoints/classes/${name}.cls`, import.meta.url);
    const [requests = '', rest = ''] = readFileSync(file, 'utf8').split('class Result');
    expect(told.parse(await connection.request(`/actions/custom/apex/${name}`))).toEqual({
      label: /@InvocableMethod\(\s*label='([^']*)'/.exec(rest)?.[1],
      inputs: variablesIn(requests),
      outputs: variablesIn(rest),
    });
  });

  test('both are listed with their addresses', async () => {
    expect(await connection.request('/actions/custom/apex')).toEqual({
      actions: [
        expect.objectContaining({
          name: 'InspireFlowEnroll',
          url: '/services/data/v65.0/actions/custom/apex/InspireFlowEnroll',
        }),
        expect.objectContaining({ name: 'InspireFlowNext', label: 'Get the Next Touchpoint', type: 'APEX' }),
      ],
    });
  });
});
