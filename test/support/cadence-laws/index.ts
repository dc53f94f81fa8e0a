import { hourLaws } from './hours.ts';
import { moveLaws } from './moves.ts';
import { pauseLaws } from './pauses.ts';
import { placeLaws } from './places.ts';
import { taskLaws } from './tasks.ts';
import { violationLaws } from './violations.ts';

export { hourLaws, taskLaws };
export const scheduleLaws = [...placeLaws, ...violationLaws, ...moveLaws, ...pauseLaws];

/** Everything that holds of touchpoints whatever is drawn. */
export const touchpointLaws = [...scheduleLaws, ...hourLaws, ...taskLaws];
