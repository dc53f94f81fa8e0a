/** Why a touchpoint is held, or does not happen. Values: see the panel's labels. */
export const holdCodes = [
  'anchorUnknown',
  'contactMissing',
  'noAddress',
  'addressBounced',
  'optedOut',
  'ownerMissing',
  'zoneUnknown',
  'contactBudget',
  'noDayInBudget',
  'noFeasibleDay',
  'outcomeUnknown',
  'waitsForHeld',
  'paused',
  'stageChanged',
  'branchNotTaken',
  'conditionsNotMet',
] as const;

/** What the day of a pinned or done touchpoint violates. */
export const conflictCodes = ['beforeDependency', 'closedDay', 'outsideHours', 'overBudget'] as const;

export type PlanCode = (typeof holdCodes | typeof conflictCodes)[number];
