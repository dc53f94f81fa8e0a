import { type Enrolled, isOver } from '../enrollments/rows.ts';

/** A cadence goes on: days that people chose and that went by meanwhile count no more, so that nothing piles up. */
export const resumed = ({ enrollment, touchpoints }: Enrolled, today: string): Enrolled => {
  const pauses = enrollment.pauses.map((each) => (each.to === undefined ? { ...each, to: today } : each));
  return {
    enrollment: { ...enrollment, state: 'active', reason: null, resume_on: null, pauses },
    touchpoints: touchpoints.map((each) =>
      !isOver(each) && each.pinned_on !== null && each.pinned_on < today
        ? { ...each, pinned_on: null }
        : each,
    ),
  };
};

/** A pause that has an end ends by itself. */
export const resumedIfOver = (enrolled: Enrolled, today: string): Enrolled => {
  const { state, resume_on: until } = enrolled.enrollment;
  return state === 'paused' && until !== null && until <= today ? resumed(enrolled, today) : enrolled;
};
