import { objectIn, unreadable } from 'c/inspireGateway';
import type { AccountPlan, PreviewAnswer, TodayAnswer, TouchpointsAnswer } from './answer';

export type {
  Absence,
  AccountPlan,
  Anchor,
  Channel,
  Clause,
  Enrollment,
  OfferedCadence,
  Outcome,
  PlanAnchor,
  PlanDate,
  PreviewAnswer,
  PreviewStep,
  TodayAnswer,
  TodayTouchpoint,
  Touchpoint,
  TouchpointContent,
  TouchpointsAnswer,
} from './answer';

const isTouchpoints = (value: object): value is TouchpointsAnswer =>
  'touchpoints' in value &&
  Array.isArray(value.touchpoints) &&
  'enrollments' in value &&
  Array.isArray(value.enrollments) &&
  'offered' in value &&
  Array.isArray(value.offered);

const isPreview = (value: object): value is PreviewAnswer => 'steps' in value && Array.isArray(value.steps);

const isToday = (value: object): value is TodayAnswer =>
  'touchpoints' in value &&
  Array.isArray(value.touchpoints) &&
  'absences' in value &&
  Array.isArray(value.absences);

const isAccountPlan = (value: object): value is AccountPlan => 'dates' in value && Array.isArray(value.dates);

/** The touchpoints of a record. Throws if `value` is something else. */
export function touchpointsIn(value: object): TouchpointsAnswer {
  if (!isTouchpoints(value)) throw unreadable(value);
  return value;
}

/** The dates of a preview. Throws if `value` is something else. */
export function previewIn(value: object): PreviewAnswer {
  if (!isPreview(value)) throw unreadable(value);
  return value;
}

/** What is due across records. Throws if `value` is something else. */
export function todayIn(value: object): TodayAnswer {
  if (!isToday(value)) throw unreadable(value);
  return value;
}

/** Reads the JSON text of `touchpoints`. Throws if it is not that answer. */
export const readTouchpoints = (text: string): TouchpointsAnswer => touchpointsIn(objectIn(text));

/** Reads the JSON text of `today`. Throws if it is not that answer. */
export const readToday = (text: string): TodayAnswer => todayIn(objectIn(text));

/** Reads the JSON text of `accountPlan`. Throws if it is not that answer. */
export function readAccountPlan(text: string): AccountPlan {
  const value = objectIn(text);
  if (!isAccountPlan(value)) throw unreadable(value);
  return value;
}
