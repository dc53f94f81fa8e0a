import { type RawBuilder, sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import { type Column, columnsOf, columnTypes, mirrorTable } from './columns.ts';
import type { ObjectName } from './objects.ts';

const names = (columns: readonly Column[]) => sql.join(columns.map(({ name }) => sql.id(name)));

const values = (from: string, columns: readonly Column[]) =>
  sql.join(columns.map(({ name }) => sql.ref(`${from}.${name}`)));

/**
 * Puts rows into the mirror of an object. A row that is newer there stays; one that says the same is not written again.
 * @param rows the rows as a table expression with the columns of the object
 */
export const upsertFrom = (
  orgId: string,
  sobject: ObjectName,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const columns = columnsOf(sobject);
  const changing = columns.filter(({ name }) => name !== 'Id');
  const assignments = changing.map(({ name }) => sql`${sql.id(name)} = ${sql.ref(`excluded.${name}`)}`);
  return sql`
    insert into ${mirrorTable(sobject)} as kept (org_id, ${names(columns)})
    select ${orgId}::text, ${values('row', columns)} from ${rows} as row
    on conflict (org_id, "Id") do update set ${sql.join(assignments)}
    where kept."SystemModstamp" <= excluded."SystemModstamp"
      and (${values('kept', changing)}) is distinct from (${values('excluded', changing)})
  `;
};

/** A record as the REST API answers it. */
export type ApiRecord = Readonly<Record<string, unknown>>;

/** Of what was there before the service came only where deals stand is noted: nothing begins because an org was connected. */
export const watchedInLoads: ReadonlySet<ObjectName> = new Set(['Opportunity'] as const);

/** Objects whose changes touchpoints depend on. */
const watched: ReadonlySet<ObjectName> = new Set([
  ...(['Account', 'Asset', 'Contact', 'Contract', 'EmailMessage', 'Event', 'Holiday'] as const),
  ...(['Opportunity', 'OpportunityContactRole', 'OpportunityTeamMember', 'Task', 'User'] as const),
]);

/**
 * An upsert that notes which rows changed, in the same statement: what looks after touchpoints takes them from there. A note
 * that is there already is locked, so that nobody takes it before the change that it is about can be seen.
 */
export const noting = (
  orgId: string,
  sobject: ObjectName,
  upsert: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  with changed as (${upsert} returning "Id"), noted as (
    insert into mirror_change (org_id, sobject, record_id)
    select ${orgId}, ${sobject}, "Id" from changed order by "Id"
    on conflict (org_id, sobject, record_id) do update set record_id = excluded.record_id
  )
  select "Id" from changed
`;

/** @returns how many rows changed */
export async function upsertRecords(
  tenant: Tenant,
  orgId: string,
  sobject: ObjectName,
  records: readonly ApiRecord[],
): Promise<number> {
  if (records.length === 0) return 0;
  const definitions = columnsOf(sobject).map(
    ({ name, kind }) => sql`${sql.id(name)} ${sql.raw(columnTypes[kind])}`,
  );
  const shape = sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (${sql.join(definitions)})`;
  const statement = upsertFrom(orgId, sobject, sql`(select * from ${shape})`);
  if (!watched.has(sobject)) return Number((await statement.execute(tenant)).numAffectedRows ?? 0n);
  return (await noting(orgId, sobject, statement).execute(tenant)).rows.length;
}
