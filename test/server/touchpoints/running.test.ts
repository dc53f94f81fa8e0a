import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConfigurationSet } from '../../../server/content/index.ts';
import {
  decideAnswerSchema,
  foreseeAnswerSchema,
} from '../../../server/touchpoints/administration/decide.ts';
import { runningAnswerSchema } from '../../../server/touchpoints/administration/running.ts';
import { actAnswerSchema } from '../../../server/touchpoints/acting/act-on-touchpoint.ts';
import { touchpointsAnswerSchema } from '../../../server/touchpoints/answer.ts';
import { cadenceInput } from '../../support/cadences.ts';
import { anOpportunity } from '../../support/records.ts';
import { readAs, startService, type TestService } from '../../support/service.ts';
import { repUserId, salesforceId, type TestOrg } from '../../support/signed-call.ts';

const now = new Date('2026-11-16T09:00:00Z');

let service: TestService;
let org: TestOrg;

beforeAll(async () => {
  service = await startService({ now: () => now });
});

afterAll(() => service.close());

const first = cadenceInput({ steps: [{ id: 'read' }, { id: 'write', offsetBusinessDays: 1 }] });
const second = cadenceInput({
  steps: [{ id: 'read' }, { id: 'write', offsetBusinessDays: 3 }, { id: 'check', offsetBusinessDays: 4 }],
});

const send = (path: string, body: object, permissions = ['Inspire_Use']) =>
  service.call(org, { path, body, now, permissions });

const administer = (path: string, input: object = {}) =>
  send(path, { input }, ['Inspire_Use', 'Inspire_Admin']);

/** A deal on which the first version runs, in an org of its own, and then another set is published. */
const runningWhen = async (set: ConfigurationSet) => {
  org = await service.addOrg();
  await service.publish(org, { cadences: [first] });
  const facts = {
    record: anOpportunity({ Id: salesforceId('006'), OwnerId: repUserId }),
    access: { edit: true, createTask: true },
  };
  const input = { idempotencyKey: randomUUID(), cadenceId: 'qualify' };
  readAs(actAnswerSchema, await send('/v1/touchpoints/enroll', { facts, input }));
  await service.publish(org, set);
  return async () => readAs(touchpointsAnswerSchema, await send('/v1/touchpoints', { facts, input: {} }));
};

const daysOf = ({ touchpoints }: Awaited<ReturnType<Awaited<ReturnType<typeof runningWhen>>>>) =>
  touchpoints.map(({ name, state, dueOn }) => `${name} ${state} ${dueOn}`);

test('what runs keeps the version that it began with, and the admin is told', async () => {
  const show = await runningWhen({ cadences: [second] });
  expect(daysOf(await show())).toEqual(['Do read current 2026-11-16', 'Do write current 2026-11-17']);
  expect(readAs(runningAnswerSchema, await administer('/v1/touchpoints/running'))).toEqual({
    running: [{ cadenceId: 'qualify', title: 'Qualify', version: 1, liveVersion: 2, enrollments: 1 }],
  });
});

test('what moves to the live version is foreseen first, keeps what was begun and gets the new days', async () => {
  const show = await runningWhen({ cadences: [second] });
  const decision = { cadenceId: 'qualify', version: 1, what: 'move' };
  expect(readAs(foreseeAnswerSchema, await administer('/v1/touchpoints/running/preview', decision))).toEqual({
    ...{ enrollments: 1, moved: 1, added: 1, calledOff: 0, isSample: false },
  });
  expect(daysOf(await show())).toHaveLength(2);
  const key = { idempotencyKey: randomUUID() };
  readAs(decideAnswerSchema, await administer('/v1/touchpoints/running/decide', { ...decision, ...key }));
  expect(daysOf(await show())).toEqual([
    'Do read current 2026-11-16',
    'Do write planned 2026-11-19',
    'Do check planned 2026-11-20',
  ]);
});

test('a withdrawn cadence goes on until the admin ends what runs, and there is nothing to move to', async () => {
  const show = await runningWhen({ retire: [{ kind: 'cadence', key: 'qualify' }] });
  expect((await show()).enrollments.map(({ state }) => state)).toEqual(['active']);
  const decision = { cadenceId: 'qualify', version: 1, idempotencyKey: randomUUID() };
  const refused = await administer('/v1/touchpoints/running/decide', { ...decision, what: 'move' });
  expect(refused.status).toBe(404);
  readAs(
    decideAnswerSchema,
    await administer('/v1/touchpoints/running/decide', { ...decision, what: 'stop' }),
  );
  const { enrollments, touchpoints, offered } = await show();
  expect(enrollments).toEqual([
    expect.objectContaining({ state: 'stopped', reason: { code: 'cadenceRetired', values: [] } }),
  ]);
  expect(touchpoints.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(offered).toEqual([]);
});

test('only an admin decides', async () => {
  await runningWhen({ cadences: [second] });
  expect((await send('/v1/touchpoints/running', { input: {} })).status).toBe(403);
});
