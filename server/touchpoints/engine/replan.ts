import { v7 as uuidv7 } from 'uuid';
import { type Cadence, settingsIn, stepIn } from '../../cadences/index.ts';
import { type Enrollment, isOver, type Touchpoint } from '../enrollments/rows.ts';
import { dateOf, planEnrollment, type Planned } from '../schedule/index.ts';
import { calledOff, taskOf } from '../tasks/task-of.ts';
import type { Assigned } from './circumstances.ts';
import type { Environment } from './environment.ts';
import { prepare, type TouchesByContact } from './situation.ts';

const fresh = (enrollment: Enrollment, { stepId, occurrence }: Planned): Touchpoint => ({
  ...{ id: uuidv7(), enrollment_id: enrollment.id, step_id: stepId, occurrence, state: 'planned' },
  ...{ due_on: null, at: null, reason: null, conflicts: [], pinned_on: null, ended_on: null, ended_by: null },
  ...{
    outcome: null,
    completion_reason: null,
    note: null,
    owner_id: null,
    contact_id: null,
    outbound: false,
  },
  ...{ task: null, task_seen: null, task_id: null },
});

/** A plan's step as the row that it becomes. */
const rowOf = (
  row: Touchpoint,
  planned: Planned,
  { ownerId, contactId, budgetOf }: Assigned,
  environment: Environment,
): Touchpoint => {
  const { state, dueOn, at, reason, conflicts } = planned;
  const shown = { conflicts: [...conflicts.map(({ code, values }) => ({ code, values: [...values] }))] };
  if (state === 'ended') return { ...row, ...shown };
  return {
    ...{ ...row, ...shown, state },
    due_on: dueOn === undefined ? null : dateOf(environment.table, dueOn),
    at: at === undefined ? null : new Date(at).toISOString(),
    reason: reason ? { code: reason.code, values: [...reason.values] } : null,
    ...{ owner_id: ownerId ?? null, contact_id: contactId ?? null, outbound: budgetOf !== undefined },
  };
};

const keyOf = ({ stepId, occurrence }: { stepId: string; occurrence: number }): string =>
  `${stepId} ${occurrence}`;

const isFinal = ({ task, state }: Touchpoint): boolean => task?.cancelled === true && state === 'notTaken';

/** What the cadence has no step for any more: what happened stays, what is open is called off. */
const leftover = (row: Touchpoint, today: string): Touchpoint =>
  isOver(row) || row.state === 'notTaken'
    ? row
    : { ...row, state: 'cancelled', completion_reason: 'stepGone', ended_on: today, ended_by: null };

/**
 * Plans an enrolment anew. A cancelled Task is final: its touchpoint is replaced by another if the step comes after all. Pure
 * but for the ids of new rows.
 * @returns all touchpoints that it has from now on
 */
export const replan = (
  cadence: Cadence,
  enrollment: Enrollment,
  touchpoints: readonly Touchpoint[],
  environment: Environment,
  given: { today: string; touches: TouchesByContact },
): Touchpoint[] => {
  const { situation, assignedTo } = prepare(cadence, enrollment, touchpoints, environment, given);
  const rows = new Map(
    touchpoints.map((row) => [keyOf({ stepId: row.step_id, occurrence: row.occurrence }), row]),
  );
  const planned = planEnrollment(cadence, situation).map((each) => {
    const known = rows.get(keyOf(each));
    rows.delete(keyOf(each));
    const isReplaced =
      known !== undefined && isFinal(known) && each.state !== 'ended' && each.state !== 'notTaken';
    const row = known && !isReplaced ? known : fresh(enrollment, each);
    return rowOf(row, each, assignedTo(each.stepId), environment);
  });
  const rest = [...rows.values()].map((row) => leftover(row, given.today));
  return withTasks(cadence, enrollment, [...planned, ...rest], environment);
};

/** Each touchpoint with the Task that it is to have, in the language of whoever it is for. */
export const withTasks = (
  cadence: Cadence,
  { record_id: recordId }: Enrollment,
  touchpoints: readonly Touchpoint[],
  environment: Environment,
): Touchpoint[] =>
  touchpoints.map((touchpoint) => {
    const locale = environment.users.get(touchpoint.owner_id ?? '')?.locale;
    const settings = settingsIn(environment.settings, locale);
    const step = cadence.steps.find(({ id }) => id === touchpoint.step_id);
    if (step)
      return { ...touchpoint, task: taskOf(touchpoint, stepIn(cadence, step, locale), recordId, settings) };
    const isCalledOff = touchpoint.completion_reason === 'stepGone';
    const task = isCalledOff ? calledOff(touchpoint, settings) : touchpoint.task;
    return { ...touchpoint, task };
  });
