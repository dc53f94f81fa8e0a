import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { touchpointsAnswerSchema } from '../../../server/touchpoints/answer.ts';
import { actAnswerSchema } from '../../../server/touchpoints/acting/act-on-touchpoint.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { aContactRole, anOpportunity } from '../../support/records.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { repUserId, salesforceId, type TestOrg } from '../../support/signed-call.ts';

/** A Monday. */
const now = new Date('2026-11-16T09:00:00Z');

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ now: () => now });
  org = await service.addOrg();
  await service.publish(org, {
    cadences: [
      cadenceInput({
        steps: [
          { id: 'call', channel: 'call' },
          { id: 'mail', channel: 'email', offsetBusinessDays: 2, dependsOn: ['call'] },
          { id: 'meet', channel: 'meeting', offsetBusinessDays: 4, dependsOn: ['mail'] },
        ],
      }),
    ],
  });
});

afterAll(() => service.close());

const deal = (Id = salesforceId('006')) => ({
  record: anOpportunity({
    Id,
    OwnerId: repUserId,
    OpportunityContactRoles: {
      records: [aContactRole(1, { Name: 'Helena Brandt', Email: 'helena@example.com' }, { IsPrimary: true })],
    },
  }),
  access: { edit: true, createTask: true },
});

const send = (path: string, facts: object, input: object) =>
  service.call(org, { path, body: { facts, input }, now });

const write = async (path: string, facts: object, input: object) =>
  readAs(actAnswerSchema, await send(path, facts, { idempotencyKey: randomUUID(), ...input }));

const show = async (facts: object) =>
  readAs(touchpointsAnswerSchema, await send('/v1/touchpoints', facts, {}));

test('a cadence that a rep begins has a next step at once, and the step after it when the first is done', async () => {
  const facts = deal();
  const begun = await write('/v1/touchpoints/enroll', facts, { cadenceId: 'qualify' });
  const { touchpoints, nextId } = begun.answer;
  expect(touchpoints.map(({ name, state, dueOn }) => [name, state, dueOn])).toEqual([
    ['Do call', 'current', '2026-11-16'],
    ['Do mail', 'planned', '2026-11-18'],
    ['Do meet', 'planned', '2026-11-20'],
  ]);
  expect(nextId).toBe(touchpoints[0]?.touchpointId);
  const done = await write('/v1/touchpoints/act', facts, { kind: 'done', touchpointId: nextId });
  expect(done.answer.touchpoints.map(({ state }) => state)).toEqual(['done', 'current', 'planned']);
  expect(done.writes).toEqual([expect.objectContaining({ sobject: 'Task', key: `${nextId}:Task` })]);
  expect((await show(facts)).nextId).toBe(done.answer.touchpoints[1]?.touchpointId);
});
