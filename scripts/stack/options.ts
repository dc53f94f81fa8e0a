import type { Progress } from './progress.ts';

export type StackOptions = {
  /** Project root, absolute. */
  root: string;
  /** Databases, keys and logs; kept over restarts, one stack at a time. */
  stateDirectory: string;
  /** Compiled pages; may be shared by several stacks. `stateDirectory` by default. */
  buildDirectory?: string;
  /** 0 for any free port. */
  ports: { pages: number; service: number; metrics: number };
  /** Further settings of the service, as in its environment. */
  settings?: Readonly<Record<string, string>>;
  /** `false` gives up what protects the data from a power cut, for tests. */
  durable?: boolean;
  progress: Progress;
};
