import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { actAnswerSchema } from '../../../../server/touchpoints/acting/act-on-touchpoint.ts';
import {
  previewAnswerSchema,
  type TouchpointsAnswer,
  touchpointsAnswerSchema,
} from '../../../../server/touchpoints/answer.ts';
import { cadenceInput } from '../../../support/cadences.ts';
import { anOpportunity } from '../../../support/records.ts';
import { readAs, startService, type TestAnswer } from '../../../support/service.ts';
import { repUserId, salesforceId } from '../../../support/signed-call.ts';

/** Somebody whom nobody else writes to. */
export const people = (fields: object = {}) => {
  const contact = { Id: salesforceId('003'), Name: 'Helena Brandt', Email: 'helena@example.com', ...fields };
  return { OpportunityContactRoles: { records: [{ IsPrimary: true, Contact: contact }] } };
};

/** A deal as Apex signs it for somebody who may change it. */
export const deal = (fields: object = people()) => ({
  record: anOpportunity({ Id: salesforceId('006'), OwnerId: repUserId, ...fields }),
  access: { edit: true, createTask: true },
});

export type Facts = ReturnType<typeof deal>;

/** Touchpoints of an answer, a line each. */
export const lines = ({ touchpoints }: TouchpointsAnswer): string[] =>
  touchpoints.map(({ name, state, dueOn }) => `${name} ${state} ${dueOn ?? '-'}`);

const cadences = [
  cadenceInput({
    steps: [
      { id: 'call', channel: 'call' },
      { id: 'mail', channel: 'email', offsetBusinessDays: 2, dependsOn: ['call'] },
      { id: 'offer', offsetBusinessDays: 4, onlyIf: [{ stepId: 'call', outcome: 'positive' }] },
    ],
  }),
  cadenceInput({ id: 'account', sobject: 'Account', steps: [{ id: 'review' }] }),
  cadenceInput({ id: 'delivery', steps: [{ id: 'thank', anchor: 'delivery' }] }),
  cadenceInput({
    ...{ id: 'german', translations: { de: { title: 'Klären', aim: 'Ziel', outcome: 'Ergebnis' } } },
    steps: [
      {
        id: 'talk',
        translations: {
          de: {
            ...{ name: 'Erstes Gespräch', objective: 'Verstehen', purpose: 'Gehört werden' },
            ...{ talkingPoints: ['Was hat sich geändert?', 'Wer entscheidet?'], dontSay: 'Nur mal melden' },
          },
        },
      },
    ],
  }),
];

/** What the panel asks the service on a record, by a clock that tests set. */
export interface Panel {
  clock: { now: Date };
  send: (path: string, facts: object, input: object, locale?: string) => Promise<TestAnswer>;
  act: (facts: object, input: object) => Promise<TestAnswer>;
  /** An act that succeeds. */
  acted: (facts: Facts, input: object) => Promise<ReturnType<typeof actAnswerSchema.parse>>;
  preview: (facts: Facts, input: object) => Promise<ReturnType<typeof previewAnswerSchema.parse>>;
  show: (facts: Facts & { hiddenFields?: string[] }) => Promise<TouchpointsAnswer>;
  /** Begins a cadence on a deal. */
  begin: (
    facts?: Facts,
    input?: object,
  ) => Promise<{ facts: Facts; answer: TouchpointsAnswer; ids: string[] }>;
  /** When the enrolments of a record were planned. */
  plannedAt: (facts: Facts) => Promise<Date[]>;
  close: () => Promise<void>;
}

/** A service with an org that is not mirrored, and three cadences: the panel's part of it. */
export async function panel(clock: Panel['clock']): Promise<Panel> {
  const service = await startService({ now: () => clock.now });
  const org = await service.addOrg();
  await service.publish(org, { cadences });
  const send: Panel['send'] = (path, facts, input, loc = 'en_US') =>
    service.call(org, { path, body: { facts, input }, claims: { loc }, now: clock.now });
  const keyed = (input: object) => ({ idempotencyKey: randomUUID(), ...input });
  const act: Panel['act'] = (facts, input) => send('/v1/touchpoints/act', facts, keyed(input));
  return {
    ...{ clock, send, act, close: service.close },
    acted: async (facts, input) => readAs(actAnswerSchema, await act(facts, input)),
    preview: async (facts, input) =>
      readAs(previewAnswerSchema, await send('/v1/touchpoints/preview', facts, input)),
    show: async (facts) => readAs(touchpointsAnswerSchema, await send('/v1/touchpoints', facts, {})),
    begin: async (facts = deal(), input = {}) => {
      const wanted = keyed({ cadenceId: 'qualify', ...input });
      const { answer } = readAs(actAnswerSchema, await send('/v1/touchpoints/enroll', facts, wanted));
      return { facts, answer, ids: answer.touchpoints.map(({ touchpointId }) => touchpointId) };
    },
    plannedAt: async ({ record }) => {
      const { rows } = await service.storage.store.inTenant(org.orgId, (tenant) =>
        sql<{ at: Date }>`
          select updated_at as at from cadence_enrollment where record_id = ${record['Id']} order by id
        `.execute(tenant),
      );
      return rows.map(({ at }) => at);
    },
  };
}
