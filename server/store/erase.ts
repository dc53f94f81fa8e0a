import { type Kysely, sql } from 'kysely';
import type { Database } from './tables.ts';

/** Stands where a person's id was, in records that must stay. */
const erased = 'erased';

/**
 * Erases a user or a contact from what is stored for an org, in one transaction. What they did with suggestions and the
 * answers they got are removed; what they published stays, without their id. Stored answers that name a contact go too.
 * Content that names a person as its author is the admins' text: publish it without the name.
 * @returns how many rows were removed or made anonymous
 */
export async function erasePerson(db: Kysely<Database>, orgId: string, personId: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const reactions = await transaction
      .deleteFrom('suggestion_reaction')
      .where('org_id', '=', orgId)
      .where('user_id', '=', personId)
      .executeTakeFirst();
    const answers = await transaction
      .deleteFrom('answered_request')
      .where('org_id', '=', orgId)
      .where((row) =>
        row.or([row('user_id', '=', personId), sql<boolean>`strpos(answer::text, ${personId}) > 0`]),
      )
      .executeTakeFirst();
    const removed = Number(reactions.numDeletedRows + answers.numDeletedRows);
    return removed + (await anonymise(transaction, orgId, personId));
  });
}

async function anonymise(db: Kysely<Database>, orgId: string, personId: string): Promise<number> {
  const places = [
    ['audit', 'user_id'],
    ['configuration_publication', 'published_by'],
    ['configuration_draft', 'saved_by'],
  ] as const;
  let changed = 0;
  for (const [table, column] of places) {
    const result = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${erased}
      where org_id = ${orgId} and ${sql.ref(column)} = ${personId}
    `.execute(db);
    changed += Number(result.numAffectedRows ?? 0n);
  }
  return changed;
}
