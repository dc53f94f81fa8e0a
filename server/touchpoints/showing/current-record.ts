import type { CalledRecord } from '../../http/record.ts';
import type { SignedCall } from '../../http/route.ts';
import { civilDate } from '../../http/calendar.ts';
import { type FactConfiguration, isHidden } from '../../journey/index.ts';
import type { Tenant } from '../../store/index.ts';
import { readMirrored } from '../record/from-mirror.ts';
import { snapshotOf, withAddresses } from '../record/read-record.ts';
import { accountTerms, type RecordSnapshot } from '../record/snapshot.ts';

/** The record of the page, as much of it as touchpoints depend on. */
export interface CurrentRecord {
  snapshot: RecordSnapshot;
  at: Date;
  accountId: string | undefined;
}

const mayReadAddresses = ({ facts }: SignedCall<unknown>): boolean =>
  !isHidden(facts.hiddenFields, 'Contact.Email');

const accountIdOf = ({ sobject, recordId, fields }: CalledRecord): string | undefined => {
  if (sobject === 'Account') return recordId;
  return typeof fields['AccountId'] === 'string' ? fields['AccountId'] : undefined;
};

/** Of an account's terms the viewer may not see all. */
const accountTermsOf = ({ anchors }: RecordSnapshot): RecordSnapshot['anchors'] =>
  Object.fromEntries(accountTerms.flatMap((anchor) => (anchors[anchor] ? [[anchor, anchors[anchor]]] : [])));

/**
 * The record by the mirror, which sees what the viewer may not; by what Apex signed where the org is not mirrored. Whether
 * people have addresses is learnt from the viewer.
 */
export async function readCurrentRecord(
  tenant: Tenant,
  call: SignedCall<unknown>,
  called: CalledRecord,
  { configuration, now }: { configuration: FactConfiguration; now: Date },
): Promise<CurrentRecord> {
  const { orgId, timeZone } = call.caller;
  const today = civilDate(now, timeZone);
  const seen = snapshotOf(called.fields, configuration, { today, knowsAddresses: mayReadAddresses(call) });
  const found = (await readMirrored(tenant, orgId, called.sobject, [called.recordId])).get(called.recordId);
  if (!found) return { snapshot: seen, at: now, accountId: accountIdOf(called) };
  const mirrored = snapshotOf(found.fields, configuration, { today, knowsAddresses: false });
  // The mirror lags by seconds: where the deal stands and what it counts from is newer on the page.
  const { ownerId, stageName, stageKeys, isClosed } = seen;
  const anchors = { ...mirrored.anchors, ...seen.anchors, ...accountTermsOf(mirrored) };
  const newer = {
    ...mirrored,
    stageName,
    stageKeys,
    isClosed,
    anchors,
    ownerId: ownerId ?? mirrored.ownerId,
  };
  return { snapshot: withAddresses(newer, seen), at: found.modifiedAt, accountId: found.accountId };
}
