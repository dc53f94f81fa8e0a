import type { TurnParts } from './parts.ts';
import { planDue } from './plan-due.ts';
import { takeIn } from './take-in.ts';

/**
 * One turn of the engine for one org. Several processes may take turns at a time, and any of them may die at any point: what it
 * had in hand is taken up by the next.
 * @returns whether there was anything to do
 */
export async function engineTurn(parts: TurnParts, orgId: string): Promise<boolean> {
  const tookIn = await takeIn(parts, orgId);
  const planned = await planDue(parts, orgId);
  return tookIn || planned > 0;
}
