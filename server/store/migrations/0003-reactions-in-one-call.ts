import { type Kysely, sql } from 'kysely';

/**
 * The one read that every list of suggestions waits for. A function that names the tenant itself is one round trip; a
 * transaction that names it first is four, and cost the service six times the processor time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function reactions_on_record(of_org text, of_user text, on_record text, at_most int)
      returns table (id uuid, item_id text, kind text, show_again_on date)
      language plpgsql as $$
    begin
      perform set_config('app.org_id', of_org, true);
      return query
        select reaction.id, reaction.item_id, reaction.kind, reaction.show_again_on
        from public.suggestion_reaction reaction
        where reaction.org_id = of_org and reaction.user_id = of_user and reaction.record_id = on_record
          and reaction.undone_at is null
        order by reaction.id desc
        limit at_most;
    end
    $$
  `.execute(db);
  await sql`revoke all on function reactions_on_record(text, text, text, int) from public`.execute(db);
  await sql`grant execute on function reactions_on_record(text, text, text, int) to app_user`.execute(db);
}
