import type { CadenceVersion } from '../../../content/index.ts';
import type { FactConfiguration } from '../../../journey/index.ts';
import type { Tenant } from '../../../store/index.ts';
import type { MirroredRecord } from '../../record/from-mirror.ts';
import { mirrorKnows, snapshotOf } from '../../record/read-record.ts';
import { holds, type RecordSnapshot } from '../../record/snapshot.ts';
import type { EnrollRequest } from '../enroll.ts';

/** What beginning a cadence by itself needs. */
export interface Starting {
  tenant: Tenant;
  orgId: string;
  configuration: FactConfiguration;
  cadences: readonly CadenceVersion[];
  now: Date;
  /** Civil date, UTC. */
  today: string;
}

/** A record on which something may begin. */
export interface Candidate {
  found: MirroredRecord;
  record: RecordSnapshot;
}

export const candidateOf = (found: MirroredRecord, { configuration, today }: Starting): Candidate => ({
  found,
  record: snapshotOf(found.fields, configuration, { today, knows: mirrorKnows }),
});

/** What is asked for on a record, by whatever began it. */
export const requestOf = (
  { cadence, version }: CadenceVersion,
  { found, record }: Candidate,
  { today }: Starting,
  more: Pick<EnrollRequest, 'startedBy'> & Partial<EnrollRequest>,
): EnrollRequest => ({
  ...{ cadence, version, record, recordId: found.recordId, accountId: found.accountId },
  ...{ recordAt: found.modifiedAt, userId: undefined, startedOn: today, anchorDates: {} },
  ...more,
});

/** Not withdrawn, and the facts of the record hold. */
export const isOffered = ({ retired, cadence }: CadenceVersion, record: RecordSnapshot): boolean =>
  !retired && !record.isDeleted && holds(cadence.when, record);
