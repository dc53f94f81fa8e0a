import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import { z } from 'zod';
import { randomFor } from '../../sample-data/random.ts';
import type { Ledger } from './judge.ts';

const rowsSchema = z.array(z.object({ Id: z.string(), Inspire_Key__c: z.string() }));
type Row = z.infer<typeof rowsSchema>[number];

const betweenMs = 60;

/** People who edit and delete rows that the service made, while it goes on writing. */
export const startReps = (rep: Connection) => {
  const random = randomFor('reps');
  const edits = new Map<string, Record<string, string>>();
  const deleted = new Set<string>();
  const stopping = new AbortController();

  const some = async (): Promise<[sobject: string, row: Row] | undefined> => {
    const sobject = random.chance(0.8) ? 'Task' : 'Event';
    const query = `SELECT Id, Inspire_Key__c FROM ${sobject} WHERE Inspire_Key__c LIKE 'chaos-%' ORDER BY Id DESC LIMIT 200`;
    const rows = rowsSchema.parse((await rep.query(query)).records);
    return rows.length === 0 ? undefined : [sobject, random.pick(rows)];
  };

  const edit = async (sobject: string, { Id, Inspire_Key__c: key }: Row): Promise<void> => {
    const number = random.int(1, 1_000_000);
    const date = `2028-0${random.int(1, 9)}-${random.int(10, 28)}`;
    const moved = sobject === 'Task' ? { ActivityDate: date } : { StartDateTime: `${date}T07:00:00Z` };
    const values: Record<string, string> = random.chance(0.5) ? { Subject: `Mine ${number}` } : moved;
    await rep.update(sobject, { Id, ...values });
    edits.set(key, { ...edits.get(key), ...values });
  };

  const act = async (): Promise<void> => {
    const found = await some();
    if (!found) return;
    const [sobject, row] = found;
    if (random.chance(0.75)) return edit(sobject, row);
    await rep.destroy(sobject, row.Id);
    deleted.add(row.Inspire_Key__c);
  };

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await act();
      await pause(betweenMs);
    }
  };

  const working = work();
  return {
    /** @returns what they did */
    stop: async (): Promise<Ledger> => {
      stopping.abort();
      await working;
      return { edits, deleted };
    },
  };
};
