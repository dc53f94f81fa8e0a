import { Temporal } from 'temporal-polyfill';
import type { LocalOrg } from '../local-org/index.ts';
import type { Records } from '../local-org/records/index.ts';
import { generateSampleData } from './generate.ts';
import { EXISTING } from './setup-writes.ts';
import { type Batch, batches, type FieldValue, type Write } from './timeline.ts';

type Org = Pick<LocalOrg, 'records' | 'clock' | 'adminId'>;
type Ids = Map<string, string>;

/** Setup must be committed before anybody can act in the org. */
const SETUP = [
  'Organization',
  'CurrencyType',
  'UserRole',
  'User',
  'PermissionSetAssignment',
  'Product2',
  'PricebookEntry',
];
/** What the org records changes of: written one after the other, with its clock at the moment. */
const TRACKED = ['Opportunity', 'OpportunityLineItem'];

/**
 * Fills an org with the sample data, in order of time and with its clock moved, so that OpportunityHistory is the org's
 * own. What has no history is written at once with its dates and users ("Set Audit Fields upon Record Creation");
 * history rows name the administrator, who loads them.
 * @param org a new org; the clock is released afterwards
 * @param today the day that the data lead up to (UTC)
 * @throws Error naming the record and the org's reason when a record is refused; nothing but the setup is kept then
 */
export async function loadSampleData(org: Org, today = Temporal.Now.plainDateISO('UTC')): Promise<void> {
  const writes = generateSampleData(today);
  const isSetup = ({ sobject, fields }: Write): boolean =>
    SETUP.includes(sobject) && fields['IsActive'] !== false;
  const isTracked = ({ sobject }: Write): boolean => TRACKED.includes(sobject);
  const rest = writes.filter((write) => !isSetup(write) && !isTracked(write));
  const ids = await existing(org);
  try {
    await run(org, org.records, ids, batches(writes.filter(isSetup)));
    await org.records.together(async (records) => {
      await run(org, records, ids, atOnce(rest, ['Account', 'Contact']));
      await run(org, records, ids, batches(writes.filter(isTracked)));
      await run(
        org,
        records,
        ids,
        atOnce(rest, ['OpportunityContactRole', 'OpportunityCompetitor', 'Task', 'Event']),
      );
      await run(org, records, ids, batches(rest.filter(({ operation }) => operation !== 'create')));
    });
  } finally {
    org.clock.release();
  }
}

async function run(org: Org, records: Records, ids: Ids, work: readonly Batch[]): Promise<void> {
  for (const batch of work) {
    org.clock.moveTo(batch.at);
    await write(org, records, ids, batch);
  }
}

/** One batch an object, each record stamped with its own time and user. */
function atOnce(writes: readonly Write[], sobjects: readonly string[]): Batch[] {
  return sobjects.flatMap((sobject) => {
    const made = writes.filter((write) => write.sobject === sobject && write.operation === 'create');
    const last = made.reduce<Temporal.Instant | null>(
      (latest, { at }) => (latest && Temporal.Instant.compare(latest, at) > 0 ? latest : at),
      null,
    );
    if (!last) return [];
    const stamped = made.map((write) => ({ ...write, fields: { ...write.fields, ...stamps(write) } }));
    return [{ at: last, operation: 'create', sobject, writes: stamped }];
  });
}

function stamps({ at, by }: Write): Record<string, FieldValue> {
  const moment = at.toString();
  return {
    CreatedDate: moment,
    CreatedById: { ref: by },
    LastModifiedDate: moment,
    LastModifiedById: { ref: by },
  };
}

async function write(
  org: Org,
  records: Records,
  ids: Ids,
  { operation, sobject, writes }: Batch,
): Promise<void> {
  const access = await org.records.systemAccessOf(org.adminId);
  const given = writes.map(({ key, fields }) => ({
    ...values(ids, fields),
    ...(operation === 'create' ? {} : { Id: idOf(ids, key) }),
  }));
  const results =
    operation === 'delete'
      ? await records.remove(
          access,
          sobject,
          writes.map(({ key }) => idOf(ids, key)),
        )
      : await records[operation](access, sobject, given);
  results.forEach(({ id, success, errors }, index) => {
    const key = writes[index]?.key ?? '';
    if (!success)
      throw new Error(
        `The org refused to ${operation} ${sobject} "${key}": ${errors.map(({ message }) => message).join('; ')}`,
      );
    if (operation === 'create' && id) ids.set(key, id);
  });
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The sample data name "${key}" before it is made.`);
  return id;
}

const values = (ids: Ids, fields: Write['fields']): Record<string, string | number | boolean | null> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? idOf(ids, value.ref) : value,
    ]),
  );

/** Ids of what a new org has: found by the name that the sample data use for it. */
async function existing({ records, adminId }: Org): Promise<Ids> {
  const access = await records.systemAccessOf(adminId);
  const found = async (
    soql: string,
    name: string,
    key: (value: string) => string,
  ): Promise<[string, string][]> => {
    const page = await records.query(access, soql);
    return page.records.map((record) => [key(String(record[name])), String(record['Id'])]);
  };
  return new Map([
    [EXISTING.administrator, adminId],
    ...(await found('SELECT Id, Name FROM Profile', 'Name', (name) => `existing:profile:${name}`)),
    ...(await found('SELECT Id, Name FROM PermissionSet', 'Name', EXISTING.permissionSet)),
    ...(await found('SELECT Id, IsoCode FROM CurrencyType', 'IsoCode', EXISTING.currency)),
    ...(await found(
      'SELECT Id, IsStandard FROM Pricebook2 WHERE IsStandard = true',
      'IsStandard',
      () => EXISTING.standardPricebook,
    )),
    ...(await found(
      "SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = 'Opportunity'",
      'DeveloperName',
      (name) => `existing:recordtype:${name}`,
    )),
    ...(await found('SELECT Id, Name FROM Organization', 'Name', () => EXISTING.organization)),
  ]);
}
