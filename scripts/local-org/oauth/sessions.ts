import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Executor } from '../database.ts';

/** Access tokens: opaque to whoever holds them, known here by their hash only. */
export interface Sessions {
  /** A token for a user, `<org id>!<random>`, as good as a login. */
  open(userId: string): Promise<string>;
  /** The user of a token; null if it is unknown, revoked or out of time. Use renews it. */
  userOf(token: string): Promise<string | null>;
  revoke(token: string): Promise<boolean>;
}

/** How long a session lives without being used. */
const IDLE_HOURS = 12;
/** Use renews a session that was renewed longer ago, so that not every call asks the database or writes. */
const RENEWED_FOR = { hours: 1 };

/** Sessions go by the machine's time, not by the org's clock, which a loader may move. */
export function createSessions(db: Executor, orgId: string, now: () => Temporal.Instant): Sessions {
  const until = (): string => now().add({ hours: IDLE_HOURS }).toString();
  /** Sessions that this process renewed lately, by the hash of their token. */
  const renewed = new Map<string, { user: string; until: Temporal.Instant }>();
  return {
    async open(userId) {
      const token = `${orgId.slice(0, 15)}!${randomBytes(72).toString('base64url')}`;
      await sql`delete from local_org.session where valid_until < ${now().toString()}`.execute(db);
      await sql`insert into local_org.session (token_hash, user_id, valid_until) values (${hashOf(token)}, ${userId}, ${until()})`.execute(
        db,
      );
      return token;
    },
    async userOf(token) {
      const hash = hashOf(token);
      const known = renewed.get(hash.toString('hex'));
      if (known && Temporal.Instant.compare(now(), known.until) < 0) return known.user;
      const { rows } = await sql<{
        user: string;
      }>`update local_org.session set valid_until = ${until()} where token_hash = ${hash} and valid_until > ${now().toString()}
        returning user_id as user`.execute(db);
      const [session] = rows;
      if (session) renewed.set(hash.toString('hex'), { ...session, until: now().add(RENEWED_FOR) });
      return session?.user ?? null;
    },
    async revoke(token) {
      const hash = hashOf(token);
      const { numAffectedRows } = await sql`delete from local_org.session where token_hash = ${hash}`.execute(
        db,
      );
      renewed.delete(hash.toString('hex'));
      return (numAffectedRows ?? 0n) > 0n;
    },
  };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
