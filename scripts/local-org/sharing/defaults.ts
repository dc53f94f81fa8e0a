import { sql } from 'kysely';
import { type Executor, table } from '../database.ts';

/** Objects whose organization-wide default is kept in Organization. */
export type DefaultedObject = 'Account' | 'Contact' | 'Opportunity' | 'Lead' | 'Campaign';

/** Who sees and changes rows of an object without any further grant. In Salesforce an admin sets it in Setup, not by API. */
export async function setOrganizationWideDefault(
  db: Executor,
  object: DefaultedObject,
  access: 'None' | 'Read' | 'Edit',
): Promise<void> {
  await sql`update ${table('Organization')} set ${sql.id(`Default${object}Access`)} = ${access}`.execute(db);
}
