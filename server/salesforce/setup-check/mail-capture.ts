import { sql } from 'kysely';
import type { Store } from '../../store/index.ts';
import { readQuickly } from '../quick-read.ts';
import { readStates } from '../sync/state.ts';
import type { Observations } from './observations.ts';

const days = 30;

/**
 * Active users, and those of whom an e-mail of the last 30 days is in the org: an EmailMessage that they made, or an e-mail
 * task of theirs. From the mirror.
 * @returns undefined before users and tasks are loaded, or when counting takes longer than a page can wait
 */
export const measureMailCapture = (store: Store, orgId: string, now: Date): Promise<Observations['mail']> =>
  readQuickly(store, orgId, async (tenant) => {
    const states = await readStates(tenant, orgId);
    const isLoaded = (name: string): boolean =>
      states.some(({ sobject, phase }) => sobject === name && phase === 'live');
    if (!isLoaded('User') || !isLoaded('Task')) return undefined;
    const since = new Date(now.getTime() - days * 86_400_000);
    const { rows } = await sql<{ people: number; captured: number }>`
      with sender as (
        select "OwnerId" as id from mirror_task
        where "TaskSubtype" = 'Email' and "CreatedDate" >= ${since} and not "IsDeleted"
        union
        select "CreatedById" from mirror_email_message where "CreatedDate" >= ${since} and not "IsDeleted"
      )
      select count(*) as people, count(sender.id) as captured
      from mirror_user as person left join sender on sender.id = person."Id"
      where person."IsActive" and person."UserType" = 'Standard'
    `.execute(tenant);
    return rows[0];
  });
