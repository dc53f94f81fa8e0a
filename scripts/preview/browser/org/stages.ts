import { z } from 'zod/mini';
import type { Stage } from '../page/path/stage-path.ts';
import { query } from './rest.ts';

const stage = z.object({
  ApiName: z.string(),
  MasterLabel: z.string(),
  IsActive: z.boolean(),
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
});

let known: Promise<Stage[]> | undefined;

/** The org's opportunity stages in their order, those no longer offered included; asked for once. */
export function readStages(): Promise<Stage[]> {
  known ??= query(
    'SELECT ApiName, MasterLabel, IsActive, IsClosed, IsWon FROM OpportunityStage ORDER BY SortOrder',
    stage,
  );
  return known;
}
