import type { Viewer } from '../../../../server/suggestions/match/index.ts';
import type { PhaseGuard } from '../../../../server/suggestions/match/scoring.ts';
import type { Effects, Known } from './fire.ts';
import type { PlainItem } from './prepare.ts';

export type Candidate = {
  readonly plain: PlainItem;
  readonly score: number;
  readonly specificity: number;
  readonly pinned: boolean;
};

/** Everything that is the same for all items of one question. */
export type Question = {
  readonly known: Known;
  readonly guard: PhaseGuard;
  readonly effects: ReadonlyMap<string, Effects>;
  readonly away: ReadonlySet<PlainItem>;
  readonly viewer: Viewer;
};
