import type { Enrolled } from '../enrollments/rows.ts';
import type { Wanted } from './judge.ts';
import { isRefusal, type Refusal } from './records.ts';
import type { FlowEnrollAnswer } from './schemas.ts';

type Result = FlowEnrollAnswer['answer']['results'][number];

const nameOf = (recordId: string, cadenceId: string): string => `${recordId} ${cadenceId}`;

/**
 * What became of each request, in their order. The first of a pair of record and cadence began it; the same pair again in one
 * batch finds it running.
 */
export const resultsOf = (judged: readonly (Wanted | Refusal)[], made: readonly Enrolled[]): Result[] => {
  const fresh = new Set(made.map(({ enrollment }) => nameOf(enrollment.record_id, enrollment.cadence_key)));
  return judged.map((each) => {
    if (isRefusal(each)) return { isEnrolled: false, ...each };
    const { id, title } = each.cadence.cadence;
    return fresh.delete(nameOf(each.record.Id, id))
      ? { isEnrolled: true, code: 'enrolled', message: `"${title}" was begun.` }
      : { isEnrolled: true, code: 'alreadyRunning', message: `"${title}" runs on this record already.` };
  });
};
