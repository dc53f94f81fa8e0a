import type { CalledRecord } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import { civilDate } from '../../http/calendar.ts';
import { type FactConfiguration, isHidden } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import { readMirrored } from '../record/from-mirror.ts';
import { mirrorKnows, type ReachField, snapshotOf, withReach } from '../record/read-record.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';

/** The record of the page, as much of it as touchpoints depend on. */
export interface CurrentRecord {
  snapshot: RecordSnapshot;
  at: Date;
  accountId: string | undefined;
}

/** Whether the viewer may read the field, and the org's query asks for it. */
const knownTo =
  ({ facts: { hiddenFields, selectedFields } }: SignedCall<unknown>) =>
  (field: ReachField): boolean => {
    const isAsked = (path: string) => path.toLowerCase().endsWith(`.${field.toLowerCase()}`);
    return !isHidden(hiddenFields, `Contact.${field}`) && (selectedFields?.some(isAsked) ?? true);
  };

const accountIdOf = ({ sobject, recordId, fields }: CalledRecord): string | undefined => {
  if (sobject === 'Account') return recordId;
  return typeof fields['AccountId'] === 'string' ? fields['AccountId'] : undefined;
};

/** Ends of contracts and assets come from the mirror: the viewer may not see all. */
const withoutTerms = ({ Contracts: _contracts, Assets: _assets, ...fields }: CalledRecord['fields']) =>
  fields;

/**
 * The record by the mirror, which sees what the viewer may not; by what Apex signed where the org is not mirrored. Whether
 * people can be written to is learnt from the viewer.
 */
export async function readCurrentRecord(
  tenant: Tenant,
  call: SignedCall<unknown>,
  called: CalledRecord,
  { configuration, now }: { configuration: FactConfiguration; now: Date },
): Promise<CurrentRecord> {
  const { orgId, timeZone } = call.caller;
  const today = civilDate(now, timeZone);
  const found = (await readMirrored(tenant, orgId, called.sobject, [called.recordId])).get(called.recordId);
  const fields = found ? withoutTerms(called.fields) : called.fields;
  const seen = snapshotOf(fields, configuration, { today, knows: knownTo(call) });
  if (!found) return { snapshot: seen, at: now, accountId: accountIdOf(called) };
  const mirrored = snapshotOf(found.fields, configuration, { today, knows: mirrorKnows });
  // The mirror lags, by minutes for accounts and contacts: where the deal stands and what it counts from is newer on the page.
  const { ownerId, stageName, stageKeys, isClosed } = seen;
  const { anniversary } = mirrored.anchors;
  const anchors = { ...mirrored.anchors, ...seen.anchors, ...(anniversary && { anniversary }) };
  const newer = {
    ...mirrored,
    stageName,
    stageKeys,
    isClosed,
    anchors,
    ownerId: ownerId ?? mirrored.ownerId,
  };
  return { snapshot: withReach(newer, seen), at: found.modifiedAt, accountId: found.accountId };
}
