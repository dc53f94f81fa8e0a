import { backToProposal } from './back-to-proposal.ts';
import { cfoJoined } from './cfo-joined.ts';
import { championLeft } from './champion-left.ts';
import { procurementSilent } from './procurement-silent.ts';
import { renewal } from './renewal.ts';
import { wonNeverThanked } from './won-never-thanked.ts';
import type { StagedDeal } from './story.ts';

export { type StagedDeal, STAGED_OWNER, type StagedPerson } from './story.ts';

/** The deals of the start page, in its order. */
export const staged: readonly StagedDeal[] = [
  cfoJoined,
  championLeft,
  procurementSilent,
  backToProposal,
  renewal,
  wonNeverThanked,
];
