import { type Anchor, type CadenceStep, type Outcome, prerequisitesOf } from '../../cadences/index.ts';
import type { PlanCode } from './codes.ts';
import type { Day } from './day-table.ts';
import type { Happened, Planned, Reason, Situation, StepCircumstances } from './types.ts';

/** What the steps that wait for a step need to know of it. */
export interface Standing {
  /** Ended, or not to happen. */
  isOver: boolean;
  /** Undefined if it has no day. */
  day: Day | undefined;
  /** It was done; `outcome` if somebody said how it went. */
  wasDone: boolean;
  outcome: Outcome | undefined;
}

/** A plan while it is made, step by step. */
export interface Progress {
  readonly situation: Situation;
  readonly steps: ReadonlyMap<string, CadenceStep>;
  readonly standings: Map<string, Standing>;
  /** What the definition means for the first occurrence of each step. */
  readonly targets: ReadonlyMap<string, Day | undefined>;
  /** Days on which each contact hears from this enrolment. */
  readonly own: Map<string, readonly Day[]>;
  /** Working days that the cadence is behind, by what it counts from: what was not begun keeps its distance from today. */
  readonly lag: Map<Anchor, number>;
}

export const reasonOf = (code: PlanCode, ...values: string[]): Reason => ({ code, values });

export const standingOf = ({ state, dueOn }: Planned, happened: Happened | undefined): Standing => {
  const wasDone = happened?.ended?.how === 'done';
  return {
    isOver: state === 'ended' || state === 'notTaken',
    day: state === 'notTaken' ? undefined : dueOn,
    wasDone,
    outcome: wasDone ? happened.ended?.outcome : undefined,
  };
};

/** Nothing has to happen before a step any more. */
export const isReady = (step: CadenceStep, standings: ReadonlyMap<string, Standing>): boolean =>
  prerequisitesOf(step).every((id) => standings.get(id)?.isOver ?? true);

export const noteTouch = ({ own }: Progress, { budgetOf }: StepCircumstances, day: Day | undefined): void => {
  if (budgetOf !== undefined && day !== undefined) own.set(budgetOf, [...(own.get(budgetOf) ?? []), day]);
};
