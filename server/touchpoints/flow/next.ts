import { sql } from 'kysely';
import { z } from 'zod';
import { stepIn } from '../../cadences/index.ts';
import { readCadenceVersions } from '../../content/index.ts';
import { clauseSchema } from '../../http/clause.ts';
import type { SignedCall } from '../../http/route.ts';
import type { Tenant } from '../../store/index.ts';
import type { TouchpointParts } from '../parts.ts';
import { inTurn, nextOf } from '../showing/shape.ts';
import { isRefusal, recordFinder } from './records.ts';
import type { FlowNextAnswer, FlowNextInput } from './schemas.ts';

type Result = FlowNextAnswer['results'][number];

const openSchema = z.object({
  touchpointId: z.string(),
  recordId: z.string(),
  stepId: z.string(),
  state: z.enum(['current', 'held', 'planned']),
  dueOn: z.iso.date().nullable(),
  at: z.date().nullable(),
  reason: clauseSchema.nullable(),
  cadence_key: z.string(),
  cadence_version: z.int(),
});

type Open = z.infer<typeof openSchema>;

/** What is still to be done on records, in the order in which the panel has it. */
const readOpen = async (tenant: Tenant, orgId: string, recordIds: readonly string[]): Promise<Open[]> => {
  const { rows } = await sql`
    select touch.id as "touchpointId", record_id as "recordId", step_id as "stepId", touch.state, due_on as "dueOn", at,
      touch.reason, cadence_key, cadence_version
    from touchpoint touch join cadence_enrollment enrollment
      on enrollment.org_id = touch.org_id and enrollment.id = touch.enrollment_id
    where touch.org_id = ${orgId} and record_id = any(${recordIds}) and touch.state in ('current', 'held', 'planned')
    order by enrollment.id desc, touch.id
  `.execute(tenant);
  return z.array(openSchema).parse(rows);
};

const turnOf = ({ touchpointId, state, dueOn, at }: Open) => ({
  ...{ touchpointId, state, dueOn: dueOn ?? undefined, at: at?.toISOString() },
});

const nothing: Result = { hasNext: false, code: 'nothingNext', message: 'Nothing is to be done here.' };

const waits = ({ reason }: Open): string =>
  reason ? `It waits: ${[reason.code, ...reason.values].join(' ')}.` : '';

/** The next touchpoint of each record, by record. */
const readNext = async (
  tenant: Tenant,
  { orgId, locale }: SignedCall<unknown>['caller'],
  recordIds: readonly string[],
): Promise<Map<string, Result>> => {
  const open = await readOpen(tenant, orgId, recordIds);
  const cadenceOf = await readCadenceVersions(tenant, orgId, open);
  const stepOf = (each: Open) => {
    const cadence = cadenceOf(each);
    const step = cadence?.steps.find(({ id }) => id === each.stepId);
    return cadence && step && stepIn(cadence, step, locale);
  };
  const byRecord = Map.groupBy(open.filter(stepOf), ({ recordId }) => recordId);
  const resultOf = (rows: readonly Open[]): Result => {
    const nextId = nextOf(rows.map(turnOf).toSorted(inTurn));
    const next = rows.find(({ touchpointId }) => touchpointId === nextId);
    const step = next && stepOf(next);
    if (!step) return nothing;
    const { touchpointId, state, dueOn } = next;
    return {
      ...{ hasNext: true, code: state, message: waits(next), touchpointId, state },
      ...{ name: step.name, channel: step.channel, dueOn: dueOn ?? undefined },
    };
  };
  return new Map([...byRecord].map(([recordId, rows]) => [recordId, resultOf(rows)]));
};

/**
 * What is next on up to 200 records: what the panel of each shows first.
 * @throws AppError `storeUnavailable`
 */
export const flowNext = async (
  { caller, input, facts }: SignedCall<FlowNextInput>,
  { store }: TouchpointParts,
): Promise<FlowNextAnswer> => {
  const find = recordFinder(facts);
  const found = input.requests.map(({ recordId }) => find(recordId));
  const ids = new Set(found.flatMap((each) => (isRefusal(each) ? [] : [each.Id])));
  const next = await store.atLength(caller.orgId, (tenant) => readNext(tenant, caller, [...ids]));
  const results = found.map((each) =>
    isRefusal(each) ? { hasNext: false, ...each } : (next.get(each.Id) ?? nothing),
  );
  return { results };
};
