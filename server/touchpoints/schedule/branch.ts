import type { CadenceStep } from '../../cadences/index.ts';
import type { Standing } from './progress.ts';

/** Whether the branch that a step is on was taken; `open` as long as that is not decided. */
export type Branch = { is: 'taken' | 'notTaken' | 'open' } | { is: 'untold'; stepId: string };

/** `untold`: the step that decides was done, and nobody has said how it went. */
export const branchOf = ({ onlyIf }: CadenceStep, standings: ReadonlyMap<string, Standing>): Branch => {
  if (onlyIf.length === 0) return { is: 'taken' };
  const deciding = onlyIf.map((branch) => ({ ...branch, standing: standings.get(branch.stepId) }));
  if (deciding.some(({ outcome, standing }) => standing?.outcome === outcome)) return { is: 'taken' };
  if (deciding.some(({ standing }) => standing && !standing.isOver)) return { is: 'open' };
  const untold = deciding.find(({ standing }) => standing?.wasDone && standing.outcome === undefined);
  return untold ? { is: 'untold', stepId: untold.stepId } : { is: 'notTaken' };
};
