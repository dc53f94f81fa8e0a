import type { DealFacts } from '../../journey/index.ts';
import { dateReader } from './dates.ts';
import { applyReactions, applyRules } from './effects.ts';
import { type Fitting, type Known, knownOf, prepare, release } from './known-values.ts';
import { languageRanks } from './languages.ts';
import type { MatchIndex } from './match-index.ts';
import { numbersOf } from './limits.ts';
import { lanePoints } from './points.ts';
import { firedRules } from './rules.ts';
import { type PhaseGuard, phaseGuard } from './scoring.ts';
import { type Shelf, type Sight, sightOf } from './shelf.ts';
import type { Viewer } from './types.ts';
import { clean, type Workspace, workspaceFor } from './workspace.ts';

/** One shelf as one request sees it. */
export type OpenShelf = {
  readonly shelf: Shelf;
  /** The position at which it begins. */
  readonly offset: number;
  readonly fitting: Fitting;
  readonly languageRanks: readonly number[];
};

/** One match on its way: the facts looked up, rules and reactions applied. */
export type Request = {
  readonly index: MatchIndex;
  readonly facts: DealFacts;
  readonly known: Known;
  readonly guard: PhaseGuard;
  /** Points of the phase guard by lane. */
  readonly byLane: Int32Array;
  readonly sight: Sight;
  /** Places of the rules that hold. */
  readonly fired: readonly number[];
  readonly shelves: readonly [OpenShelf, OpenShelf];
  readonly work: Workspace;
};

const openRequest = (index: MatchIndex, facts: DealFacts, viewer: Viewer, work: Workspace): Request => {
  const known = knownOf(facts);
  const sight = sightOf(viewer, dateReader());
  const open = (shelf: Shelf, offset: number, scratch: number): OpenShelf => ({
    shelf,
    offset,
    fitting: prepare(shelf.tags, known, work.shelves[scratch] ?? []),
    languageRanks: languageRanks(shelf.languages, viewer.language),
  });
  const fired = firedRules(index.rules, known, numbersOf(facts), sight.today, work.rules);
  applyRules(index, fired, work);
  applyReactions(index, viewer, work);
  const guard = phaseGuard(facts);
  const shelves = [open(index.base, 0, 0), open(index.changed, index.base.shown.length, 1)] as const;
  return {
    index,
    facts,
    known,
    guard,
    byLane: lanePoints(guard),
    sight,
    fired,
    shelves,
    work,
  };
};

/** Runs one match in the shared workspace and leaves it clean, whatever happens. */
export const inRequest = <Result>(
  index: MatchIndex,
  facts: DealFacts,
  viewer: Viewer,
  run: (request: Request) => Result,
): Result => {
  const work = workspaceFor(index.positionOf.length);
  let request: Request | undefined;
  try {
    request = openRequest(index, facts, viewer, work);
    return run(request);
  } finally {
    request?.shelves.forEach(({ fitting }, scratch) => release(fitting, work.shelves[scratch] ?? []));
    clean(work);
  }
};
