import type { Anchor, Outcome } from '../../cadences/index.ts';
import type { Limit } from './budget.ts';
import type { PlanCode } from './codes.ts';
import type { Day, DayTable } from './day-table.ts';
import type { WorkingDays } from './working-days.ts';

/** A stable code with the values that its sentence names; the panel's labels make the sentence. */
export interface Reason {
  readonly code: PlanCode;
  readonly values: readonly string[];
}

/** What happened to one occurrence of one step. Days are places in the day table. */
export interface Happened {
  stepId: string;
  /** 0 for the first. */
  occurrence: number;
  /** Ended on that day; undefined as long as it is open. */
  ended: { how: 'done' | 'skipped' | 'cancelled'; on: Day; outcome?: Outcome | undefined } | undefined;
  /** A person put it on this day. */
  pinnedOn: Day | undefined;
  /** The day that a Task in Salesforce says. */
  committedOn: Day | undefined;
}

/** What is to be known about a step beside its definition, all of it decided before dates are. */
export interface StepCircumstances {
  /** Days on which it can happen: the owner's, less the contact's holidays if somebody is addressed. */
  possible: WorkingDays;
  /** First instant of a day at which it can happen (ISO 8601); undefined if there is none. */
  instantOn: (day: Day) => string | undefined;
  /** Its conditions on the record's facts do not hold. */
  excluded: boolean;
  /** Why it can not happen whatever the day: no contact, no address, no active owner. */
  obstacle: Reason | undefined;
  /** Whom it uses up the budget of; undefined if nobody's. */
  budgetOf: string | undefined;
}

/** A contact's other touches: by anybody, on any deal. */
export interface Touch {
  day: Day;
  /** Says who it was, and never on which deal. */
  by: string;
}

export interface Pause {
  from: Day;
  /** The day on which it went on; undefined while it lasts. */
  to: Day | undefined;
}

/** One enrolment as the planner sees it. */
export interface Situation {
  table: DayTable;
  today: Day;
  /** The owner's working days: what offsets are counted in. */
  working: WorkingDays;
  anchors: ReadonlyMap<Anchor, Day>;
  happened: readonly Happened[];
  pauses: readonly Pause[];
  /** Why nothing goes on at present: paused by a person, by a reply, by an absence. */
  onHold: Reason | undefined;
  circumstances: (stepId: string) => StepCircumstances;
  limits: readonly Limit[];
  touches: (contactId: string) => readonly Touch[];
  /** A touchpoint becomes a Task so many working days before it is due. */
  taskBusinessDays: number;
}

/** Where one occurrence of one step stands. */
export interface Planned {
  stepId: string;
  occurrence: number;
  /**
   * `ended`: done, skipped or cancelled. `notTaken`: its branch or its conditions say no. `held`: `reason` says why.
   * `current`: to be a Task now. `planned`: exists as a plan only.
   */
  state: 'ended' | 'notTaken' | 'held' | 'current' | 'planned';
  dueOn: Day | undefined;
  /** First instant of that day at which it can happen. */
  at: string | undefined;
  reason: Reason | undefined;
  conflicts: readonly Reason[];
}
