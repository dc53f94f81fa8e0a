import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { flowEnrollAnswerSchema, flowNextAnswerSchema } from '../../../server/touchpoints/flow/schemas.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { salesforceId, type TestOrg } from '../../support/signed-call.ts';

/** A Monday. */
const now = new Date('2026-11-16T09:00:00Z');

let service: TestService;
let org: TestOrg;

const cadences = [
  cadenceInput({
    steps: [
      { id: 'call', channel: 'call' },
      { id: 'mail', offsetBusinessDays: 2 },
    ],
  }),
  cadenceInput({ id: 'renew', sobject: 'Account', steps: [{ id: 'review' }] }),
];

beforeAll(async () => {
  service = await startService({ now: () => now });
  org = await service.addOrg();
  await service.publish(org, { cadences });
});

afterAll(() => service.close());

interface Found {
  Id: string;
  sobject: string;
  edit: boolean;
}

const deal = (found: Partial<Found> = {}): Found => ({
  ...{ Id: salesforceId('006'), sobject: 'Opportunity', edit: true },
  ...found,
});
const deals = (count: number): Found[] => Array.from({ length: count }, () => deal());

const requests = (records: readonly Found[], cadenceId: string | null = 'qualify') =>
  records.map(({ Id: recordId }) => ({ recordId, cadenceId }));

const send = (what: 'enroll' | 'next', records: readonly Found[], input: object, to = org) =>
  service.call(to, { path: `/v1/touchpoints/flow/${what}`, body: { facts: { records }, input }, now });

const enroll = async (records: readonly Found[], asked: readonly object[], key = randomUUID(), to = org) => {
  const answer = await send('enroll', records, { idempotencyKey: key, requests: asked }, to);
  return readAs(flowEnrollAnswerSchema, answer).answer.results;
};
const codes = async (records: readonly Found[], asked: readonly object[]) =>
  (await enroll(records, asked)).map(({ isEnrolled, code }) => `${isEnrolled} ${code}`);

const next = async (
  records: readonly Found[],
  to = org,
  asked = records.map(({ Id }) => Id as string | null),
) => {
  const input = { requests: asked.map((recordId) => ({ recordId })) };
  return readAs(flowNextAnswerSchema, await send('next', records, input, to)).results;
};

test('200 records begin in one call, and one call tells what is next on each', async () => {
  const records = deals(200);
  const results = await enroll(records, requests(records));
  expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['enrolled']));
  const found = await next(records);
  expect(found).toHaveLength(200);
  expect(new Set(found.map(({ touchpointId }) => touchpointId)).size).toBe(200);
  expect(found[199]).toMatchObject({ hasNext: true, name: 'Do call', channel: 'call', dueOn: '2026-11-16' });
});

test('what is wrong with one record is said of that one, in the order in which they were given', async () => {
  const [first, locked, last] = [deal(), deal({ edit: false }), deal({ sobject: 'Account' })];
  const asked = [
    ...requests([first]),
    { recordId: null, cadenceId: 'qualify' },
    ...requests([deal()]),
    ...requests([locked]),
    ...requests([first], 'gone'),
    ...requests([first], 'renew'),
    ...requests([first], null),
    ...requests([last], 'renew'),
  ];
  expect(await codes([first, locked, last], asked)).toEqual([
    'true enrolled',
    'false recordMissing',
    'false recordUnknown',
    'false recordLocked',
    'false cadenceUnknown',
    'false cadenceOfOtherObject',
    'false cadenceUnknown',
    'true enrolled',
  ]);
});

test('a cadence that runs already is no failure, nor is the same request twice in one batch', async () => {
  const record = deal();
  expect(await codes([record], requests([record, record]))).toEqual(['true enrolled', 'true alreadyRunning']);
  expect(await codes([record], requests([record]))).toEqual(['true alreadyRunning']);
  expect(await next([record])).toHaveLength(1);
});

test('the same key gets the first answer, and another body with it is refused', async () => {
  const [record, key] = [deal(), randomUUID()];
  const first = await enroll([record], requests([record]), key);
  expect(await enroll([record], requests([record]), key)).toEqual(first);
  const input = { idempotencyKey: key, requests: requests([record], 'renew') };
  expect((await send('enroll', [record], input)).status).toBe(409);
});

test('another tenant finds nothing on the same record, and not its cadence', async () => {
  const [record, other] = [deal(), await service.addOrg()];
  await enroll([record], requests([record]));
  expect(await next([record], other)).toEqual([
    { hasNext: false, code: 'nothingNext', message: expect.any(String) },
  ]);
  const [refused] = await enroll([record], requests([record]), randomUUID(), other);
  expect(refused).toMatchObject({ isEnrolled: false, code: 'cadenceUnknown' });
});

test('of a record that Apex did not find nothing is told', async () => {
  const record = deal();
  await enroll([record], requests([record]));
  expect((await next([], org, [record.Id, null])).map(({ hasNext, code }) => [hasNext, code])).toEqual([
    [false, 'recordUnknown'],
    [false, 'recordMissing'],
  ]);
});

test('what a Flow author sends is not trusted to have a shape', async () => {
  const record = deal();
  const idempotencyKey = randomUUID();
  const wrong = [
    { requests: requests([record]) },
    { idempotencyKey, requests: [] },
    { idempotencyKey, requests: requests(deals(201)) },
    { idempotencyKey, requests: [{ recordId: { Id: record.Id }, cadenceId: 'qualify' }] },
    { idempotencyKey, requests: requests([record], 'x'.repeat(101)) },
    { idempotencyKey, requests: requests([record]), records: [record] },
  ];
  for (const input of wrong) expect((await send('enroll', [record], input)).status).toBe(400);
  expect((await send('next', deals(201), { requests: [{ recordId: null }] })).status).toBe(400);
});
