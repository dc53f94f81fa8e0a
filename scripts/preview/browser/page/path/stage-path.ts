/** The key of the step that all closed stages share. */
export const closed = 'Closed';

/** A stage as the org has it, whether it is still offered or not. */
export type Stage = {
  ApiName: string;
  MasterLabel: string;
  IsActive: boolean;
  IsClosed: boolean;
  IsWon: boolean;
};

export type StagePath = {
  /** From left to right. */
  steps: { key: string; label: string }[];
  /** Key of the step at which the record is. */
  current: string;
  /** The record's stage if that is a closed one. */
  closedStage: Stage | undefined;
};

/**
 * The path of a record: the open stages that are offered, then one step for all closed ones. A stage that is not offered
 * (any more) stands before the others if the record has it: nobody can say how far along the others it is. Without stages
 * (they are not known yet) there is no path.
 */
export function stagePath(stages: readonly Stage[], stageName: string): StagePath {
  if (stages.length === 0) return { steps: [], current: stageName, closedStage: undefined };
  const own = stages.find(({ ApiName }) => ApiName === stageName);
  const closedStage = own?.IsClosed ? own : undefined;
  const offered = stages
    .filter(({ IsActive, IsClosed }) => IsActive && !IsClosed)
    .map(({ ApiName, MasterLabel }) => ({ key: ApiName, label: MasterLabel }));
  const isOffered = offered.some(({ key }) => key === stageName);
  const before =
    closedStage || isOffered || stageName === ''
      ? []
      : [{ key: stageName, label: own?.MasterLabel ?? stageName }];
  const last = { key: closed, label: closedStage?.MasterLabel ?? closed };
  return { steps: [...before, ...offered, last], current: closedStage ? closed : stageName, closedStage };
}
