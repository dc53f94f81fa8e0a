import type { CadenceVersion } from '../../content/index.ts';
import type { FlowEnrollInput } from './schemas.ts';
import { type FlowRecord, isRefusal, recordFinder, type Refusal } from './records.ts';
import type { Facts } from '../../http/facts.ts';

/** A record, and the cadence that is to begin on it. */
export interface Wanted {
  record: FlowRecord;
  cadence: CadenceVersion;
}

type Asked = FlowEnrollInput['requests'][number];

const locked = ({ Id }: FlowRecord): Refusal => ({
  code: 'recordLocked',
  message: `The user of the Flow may read the record ${Id}, not change it.`,
});

const unknown = (cadenceId: string | null): Refusal => ({
  code: 'cadenceUnknown',
  message: cadenceId === null ? 'No cadence was named.' : `There is no live cadence "${cadenceId}".`,
});

const misplaced = ({ cadence }: CadenceVersion): Refusal => ({
  code: 'cadenceOfOtherObject',
  message: `The cadence "${cadence.id}" is for ${cadence.sobject} records.`,
});

/** Tells for each request what is to begin where, or why nothing does. */
export const judge = (
  facts: Facts,
  cadences: readonly CadenceVersion[],
): ((asked: Asked) => Wanted | Refusal) => {
  const find = recordFinder(facts);
  const live = new Map(
    cadences.filter(({ retired }) => !retired).map((each) => [each.cadence.id, each] as const),
  );
  return ({ recordId, cadenceId }) => {
    const record = find(recordId);
    if (isRefusal(record)) return record;
    const cadence = live.get(cadenceId ?? '');
    if (!cadence) return unknown(cadenceId);
    if (cadence.cadence.sobject !== record.sobject) return misplaced(cadence);
    return record.edit ? { record, cadence } : locked(record);
  };
};
