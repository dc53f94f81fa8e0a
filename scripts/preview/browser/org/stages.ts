import { z } from 'zod/mini';
import { query } from './rest.ts';

const stage = z.object({
  ApiName: z.string(),
  MasterLabel: z.string(),
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
});

export type Stage = z.infer<typeof stage>;

let known: Promise<Stage[]> | undefined;

/** The org's active opportunity stages in their order; asked for once. */
export function readStages(): Promise<Stage[]> {
  known ??= query(
    'SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder',
    stage,
  );
  return known;
}
