import type { Cadence } from '../../cadences/index.ts';
import type { Enrolled, Enrollment, Touchpoint } from '../enrollments/rows.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { stageChanged, stopped } from './stop.ts';

/** A cadence that names no stages is for deals that are open. */
const serves = ({ start }: Cadence, { stageKeys, isClosed }: RecordSnapshot): boolean =>
  start.on === 'stageEntry' ? start.stages.some((stage) => stageKeys.includes(stage)) : !isClosed;

/**
 * What a new stage means for a running cadence: one that is made for other stages goes on, ends, or asks, as its policy says;
 * of a closed deal nobody is asked. One that was begun in a stage that it is not made for stays until the stage changes.
 * @param before the record as it was when it was last looked at; a stage that was not known yet did not change
 */
export const afterStageChange = (
  cadence: Cadence,
  enrollment: Enrollment,
  touchpoints: readonly Touchpoint[],
  { before, today }: { before: RecordSnapshot; today: string },
): Enrolled => {
  const { record, asks } = enrollment;
  const { stageName } = record;
  if (record.isDeleted)
    return stopped(enrollment, touchpoints, { code: 'recordDeleted', values: [] }, { today, by: null });
  if (stageName === null || before.stageName === null || stageName === before.stageName)
    return { enrollment, touchpoints };
  if (serves(cadence, record)) return { enrollment: { ...enrollment, asks: null }, touchpoints };
  if (cadence.stagePolicy === 'keep' || asks?.keeps) return { enrollment, touchpoints };
  if (cadence.stagePolicy === 'ask' && !record.isClosed)
    return { enrollment: { ...enrollment, asks: { stageName, keeps: false } }, touchpoints };
  const reason = { code: stageChanged, values: [stageName] };
  return stopped(enrollment, touchpoints, reason, { today, by: null });
};
