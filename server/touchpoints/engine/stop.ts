import { type Enrolled, type Enrollment, isOpen, type Touchpoint } from '../enrollments/rows.ts';

/** Why a cadence ends when the deal leaves its stages. */
export const stageChanged = 'stageChanged';

/** Ends an enrolment: what was done stays, what is open is cancelled with the same reason. */
export const stopped = (
  enrollment: Enrollment,
  touchpoints: readonly Touchpoint[],
  { code, values }: { code: string; values: readonly string[] },
  { today, by }: { today: string; by: string | null },
): Enrolled => ({
  enrollment: {
    ...enrollment,
    ...{ state: 'stopped', reason: { code, values: [...values] }, asks: null, resume_on: null },
  },
  touchpoints: touchpoints.map((touchpoint) =>
    isOpen(touchpoint)
      ? {
          ...touchpoint,
          ...{ state: 'cancelled', reason: null, conflicts: [], completion_reason: code },
          ...{ ended_on: today, ended_by: by },
        }
      : touchpoint,
  ),
});

/** Takes up an enrolment that ended because the deal moved on: what was done stays done, the rest is planned anew. */
export const takenUp = (enrollment: Enrollment, touchpoints: readonly Touchpoint[]): Enrolled => ({
  enrollment: {
    ...enrollment,
    state: 'active',
    reason: null,
    asks: null,
    iteration: enrollment.iteration + 1,
  },
  touchpoints: touchpoints.filter(({ completion_reason: why }) => why !== stageChanged),
});
