import { type RawBuilder, sql } from 'kysely';

const without = (list: string, id: string) => sql`jsonb_set(record, ${sql.lit(`{${list}}`)}, coalesce((
  select jsonb_agg(each) from jsonb_array_elements(record -> ${sql.lit(list)}) as each where strpos(each::text, ${id}) = 0
), '[]'))`;

/**
 * What is known of a person by what they have to do, or by what is to be done for them; what happened stays, without them;
 * what runs about them ends.
 */
export const touchpointStatements = (orgId: string, id: string, erased: string): RawBuilder<unknown>[] => [
  sql`delete from user_absence where org_id = ${orgId} and user_id = ${id}`,
  sql`delete from mirror_opportunity_team_member where org_id = ${orgId} and "UserId" = ${id}`,
  sql`
    update touchpoint set reason = null where org_id = ${orgId} and reason ->> 'code' = 'contactBudget'
      and contact_id in (select contact_id from touchpoint where org_id = ${orgId} and owner_id = ${id})
  `,
  sql`
    update touchpoint set contact_id = nullif(contact_id, ${id}), owner_id = nullif(owner_id, ${id}),
      ended_by = case ended_by when ${id} then ${erased} else ended_by end, reason = null, conflicts = '[]', task = null,
      task_seen = null
    where org_id = ${orgId} and strpos(concat_ws(' ', contact_id, owner_id, ended_by, reason, task, task_seen), ${id}) > 0
  `,
  sql`
    update cadence_enrollment set started_by_user = nullif(started_by_user, ${id}), contact_id = replace(contact_id, ${id}, ${erased}),
      state = case when contact_id = ${id} and state in ('active', 'paused') then 'stopped' else state end,
      look_at = case when contact_id = ${id} then null else look_at end,
      record = ${without('contacts', id)}
    where org_id = ${orgId} and strpos(concat_ws(' ', started_by_user, contact_id, record -> 'contacts'), ${id}) > 0
  `,
  sql`
    update cadence_enrollment set record = ${without('team', id)} || case when record ->> 'ownerId' = ${id}
      then '{"ownerId": null}'::jsonb else '{}'::jsonb end
    where org_id = ${orgId} and strpos(concat_ws(' ', record -> 'team', record -> 'ownerId'), ${id}) > 0
  `,
];

/** Sentences and notes that name a person. */
export const touchpointNameStatements = (orgId: string, named: string): RawBuilder<unknown>[] => [
  sql`
    update touchpoint set note = null, reason = case when reason::text ~* ${named} then null else reason end
    where org_id = ${orgId} and concat_ws(' ', note, reason) ~* ${named}
  `,
  sql`
    update cadence_enrollment set reason = reason || '{"values": []}'
    where org_id = ${orgId} and reason::text ~* ${named}
  `,
];
