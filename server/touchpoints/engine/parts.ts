import type { FactConfiguration } from '../../journey/index.ts';
import type { Store } from '../../store/index.ts';

/** What the engine works with. */
export interface EngineParts {
  store: Store;
  now: () => Date;
  /** What the org published on how a record is read. */
  factConfigurationOf: (orgId: string) => Promise<FactConfiguration>;
}

export interface TurnParts extends EngineParts {
  /** Told of an enrolment that can not be planned and rests for a while, or of a change that is set aside, and why. */
  onFault: (fault: { enrollment: string } | { change: string }, error: unknown) => void;
}
