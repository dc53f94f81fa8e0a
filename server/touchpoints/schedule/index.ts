export { conflictCodes, holdCodes } from './codes.ts';
export { dateOf, type Day, dayOf, dayTableAround, type DayTable, weekdayOf } from './day-table.ts';
export { commonInstant, type LocalHours } from './hours.ts';
export { planEnrollment } from './plan.ts';
export type { Happened, Pause, Planned, Reason, Situation, StepCircumstances, Touch } from './types.ts';
export { bothOpen, plusWorkingDays, type WorkingDays, workingDaysOf } from './working-days.ts';
