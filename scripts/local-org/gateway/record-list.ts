import { z } from 'zod';
import { type Access, systemAccess } from '../sharing/access.ts';
import { type Facts, type FactsSource, noFacts, type VisibleRecord } from './record-facts.ts';

const rows = z.array(z.object({ Id: z.string() }));
const accessRows = z.array(z.object({ RecordId: z.string(), HasEditAccess: z.boolean() }));

/** Facts of a request that is about many records: which of them the user may see, and which edit. */
export const factsOfMany = async (
  source: FactsSource,
  access: Access,
  recordIds: readonly string[],
): Promise<Facts> => ({
  ...noFacts(source, access),
  records: await visible(source, access, recordIds),
});

async function visible(
  source: FactsSource,
  access: Access,
  recordIds: readonly string[],
): Promise<VisibleRecord[]> {
  const seen = [
    ...(await seenOf('Opportunity', source, access, recordIds)),
    ...(await seenOf('Account', source, access, recordIds)),
  ];
  const editable = await editableOf(
    source,
    access,
    seen.map(({ Id }) => Id),
  );
  return seen.map((record) => ({ ...record, edit: editable.has(record.Id) }));
}

/** A query in user mode fails whole on an object that the user may not read: it is not asked then. */
async function seenOf(
  sobject: 'Opportunity' | 'Account',
  { records, catalogue }: FactsSource,
  access: Access,
  recordIds: readonly string[],
): Promise<Omit<VisibleRecord, 'edit'>[]> {
  const object = catalogue.object(sobject);
  const ids = recordIds.filter((id) => catalogue.ofId(id) === object);
  if (!object || ids.length === 0 || !access.object(object).read) return [];
  const soql = `SELECT Id FROM ${sobject} WHERE Id IN :ids`;
  const { records: found } = await records.query(access, soql, { binds: { ids }, naming: 'apex' });
  return rows.parse(found).map(({ Id }) => ({ Id, sobject }));
}

async function editableOf(
  { records }: FactsSource,
  access: Access,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (recordIds.length === 0) return new Set();
  const soql =
    'SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = :userId AND RecordId IN :recordIds';
  const binds = { userId: access.userId, recordIds };
  const { records: found } = await records.query(systemAccess(access), soql, { binds });
  return new Set(
    accessRows
      .parse(found)
      .filter(({ HasEditAccess }) => HasEditAccess)
      .map(({ RecordId }) => RecordId),
  );
}
