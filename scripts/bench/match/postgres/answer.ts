import type { Client } from 'pg';
import { z } from 'zod';
import type { MatchResult } from '../../../../server/suggestions/match/index.ts';
import { phaseGuard } from '../../../../server/suggestions/match/scoring.ts';
import type { Opening } from '../data/deals.ts';
import { effectsOf, knownOf } from '../plain/fire.ts';
import { listed } from '../plain/list.ts';
import type { PlainLibrary } from '../plain/prepare.ts';
import type { Codes } from './codes.ts';
import { candidateQuery } from './query.ts';

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    score: z.int(),
    specificity: z.int(),
    pinned: z.boolean(),
    rules: z.array(z.string()).nullable(),
  }),
);

/** Answers from the tables: the database chooses the candidates, variety and reasons follow from those few. */
export const postgresMatch = (client: Client, library: PlainLibrary, codes: Codes) => {
  const rulesById = new Map(library.rules.map((rule) => [rule.rule.id, rule]));
  return async ({ facts, viewer }: Opening): Promise<MatchResult> => {
    const { text, values } = candidateQuery(facts, viewer, codes);
    const rows = rowsSchema.parse((await client.query(text, [...values])).rows);
    const candidates = rows.flatMap(({ id, ...rest }) => {
      const plain = library.byId.get(id);
      return plain ? [{ plain, ...rest }] : [];
    });
    const fired = [...new Set(rows.flatMap(({ rules }) => rules ?? []))].sort();
    const effects = effectsOf(fired.flatMap((id) => rulesById.get(id) ?? []));
    return listed(candidates, {
      known: knownOf(facts),
      guard: phaseGuard(facts),
      effects,
      away: new Set(),
      viewer,
    });
  };
};
