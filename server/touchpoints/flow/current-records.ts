import { civilDate } from '../../http/calendar.ts';
import type { FactConfiguration } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import { readMirroredRecords } from '../record/from-mirror.ts';
import { mirrorKnows, snapshotOf } from '../record/read-record.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { CurrentRecord } from '../showing/current-record.ts';
import type { FlowRecord } from './records.ts';

/** Of a record that was just made nothing is known yet; what runs on it waits until the mirror has it. */
const unknown: RecordSnapshot = {
  ...{ ownerId: null, stageName: null, stageKeys: [], isClosed: false, isDeleted: false },
  ...{ anchors: {}, contacts: [], team: [], values: {} },
};

/** Records as the mirror has them. */
export interface CurrentRecords {
  of: (record: FlowRecord) => CurrentRecord;
  isMirrored: (recordId: string) => boolean;
}

/** Reads many records at once. */
export async function readCurrentRecords(
  tenant: Tenant,
  orgId: string,
  records: readonly FlowRecord[],
  { configuration, now }: { configuration: FactConfiguration; now: Date },
): Promise<CurrentRecords> {
  const named = records.map(({ Id, sobject }) => ({ recordId: Id, sobject }));
  const found = await readMirroredRecords(tenant, orgId, named);
  const given = { today: civilDate(now, 'UTC'), knows: mirrorKnows };
  const currentOf = ({ Id, sobject }: FlowRecord): CurrentRecord => {
    const row = found.get(Id);
    const accountId = sobject === 'Account' ? Id : row?.accountId;
    if (!row) return { snapshot: unknown, at: now, accountId };
    return { snapshot: snapshotOf(row.fields, configuration, given), at: row.modifiedAt, accountId };
  };
  return { of: currentOf, isMirrored: (recordId) => found.has(recordId) };
}
