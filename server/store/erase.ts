import { type Kysely, type RawBuilder, sql } from 'kysely';
import { touchpointNameStatements, touchpointStatements } from './erase-touchpoints.ts';
import type { Database } from './tables.ts';

/** Stands where a person's id was, in records that must stay. */
const erased = 'erased';

/** A user or a contact. */
export interface ErasedPerson {
  /** 18 characters. */
  id: string;
  /** How people call them in what they wrote freely; the id does not stand there. */
  names?: readonly string[];
}

/**
 * Erases a person from what is stored for an org, in one transaction. What they did with suggestions, the answers they got
 * and their mirrored record are removed; touchpoints lose them; what they published stays, without their id. By their
 * names: notes on reactions and publications and mirrored subjects that name them are emptied, stored answers that do are
 * removed. What was to be written to Salesforce about them, or by their names, is emptied and never written. Content that
 * names a person is the admins' text: publish it without the name.
 * @returns how many rows were removed or changed
 */
export async function erasePerson(
  db: Kysely<Database>,
  orgId: string,
  { id, names = [] }: ErasedPerson,
): Promise<number> {
  const statements = [
    ...statementsById(orgId, id),
    ...(names.length > 0 ? statementsByName(orgId, names) : []),
  ];
  return db.transaction().execute(async (transaction) => {
    let changed = 0;
    for (const statement of statements)
      changed += Number((await statement.execute(transaction)).numAffectedRows ?? 0n);
    return changed;
  });
}

/** What stays of a write: that its key must not be written again. */
const emptied = sql`state = 'withdrawn', fields = '{}', written = null, problem = null, claim = null`;

const statementsById = (orgId: string, id: string): RawBuilder<unknown>[] => [
  sql`delete from suggestion_reaction where org_id = ${orgId} and user_id = ${id}`,
  sql`delete from answered_request where org_id = ${orgId} and (user_id = ${id} or strpos(answer::text, ${id}) > 0)`,
  sql`update outbox_write set ${emptied} where org_id = ${orgId} and strpos(fields::text, ${id}) > 0`,
  sql`delete from mirror_contact where org_id = ${orgId} and "Id" = ${id}`,
  sql`delete from mirror_user where org_id = ${orgId} and "Id" = ${id}`,
  ...touchpointStatements(orgId, id, erased),
  ...(
    [
      ['audit', 'user_id'],
      ['configuration_publication', 'published_by'],
      ['configuration_draft', 'saved_by'],
    ] as const
  ).map(
    ([table, column]) => sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${erased}
      where org_id = ${orgId} and ${sql.ref(column)} = ${id}
    `,
  ),
];

/** A regular expression of PostgreSQL: one of the names as whole words, with any space between them. */
const anyOf = (names: readonly string[]): string => {
  const words = names.map((name) =>
    name
      .trim()
      .replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`)
      .replaceAll(/\s+/g, String.raw`\s+`),
  );
  return `(?<![[:alnum:]])(?:${words.join('|')})(?![[:alnum:]])`;
};

const statementsByName = (orgId: string, names: readonly string[]): RawBuilder<unknown>[] => {
  const named = anyOf(names);
  return [
    sql`delete from answered_request where org_id = ${orgId} and answer::text ~* ${named}`,
    sql`update suggestion_reaction set note = null where org_id = ${orgId} and note ~* ${named}`,
    sql`update configuration_publication set note = '' where org_id = ${orgId} and note ~* ${named}`,
    sql`
      update outbox_write set ${emptied}
      where org_id = ${orgId} and concat_ws(' ', fields, written, problem) ~* ${named}
    `,
    sql`update mirror_task set "Subject" = null where org_id = ${orgId} and "Subject" ~* ${named}`,
    ...touchpointNameStatements(orgId, named),
    sql`update mirror_event set "Subject" = null where org_id = ${orgId} and "Subject" ~* ${named}`,
  ];
};
