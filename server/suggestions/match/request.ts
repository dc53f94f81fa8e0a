import type { DealFacts } from '../../journey/index.ts';
import { awayItems } from './away.ts';
import { noteEffects } from './effects.ts';
import { type Fitting, type Known, knownOf, prepare, type Scratch } from './known-values.ts';
import { languageRanks } from '../../languages.ts';
import { numbersOf } from './limits.ts';
import type { MatchIndex } from './match-index.ts';
import { type Scale, scaleOf } from './points.ts';
import { firedRules } from './rules.ts';
import { type PhaseGuard, phaseGuard } from './scoring.ts';
import { type Shelf, type Sight, sightOf } from './shelf.ts';
import type { Viewer } from './types.ts';
import { type Workspace, workspaceFor } from './workspace.ts';

/** One shelf as one request sees it. */
export type OpenShelf = {
  readonly shelf: Shelf;
  /** The position at which it begins. */
  readonly offset: number;
  readonly fitting: Fitting;
  readonly languageRanks: readonly number[];
};

/** One match on its way: the facts looked up, the rules that hold, the items that stay away. */
export type Request = {
  readonly index: MatchIndex;
  readonly facts: DealFacts;
  readonly known: Known;
  readonly guard: PhaseGuard;
  readonly scale: Scale;
  readonly sight: Sight;
  readonly conditions: Fitting;
  readonly shelves: readonly [OpenShelf, OpenShelf];
  readonly work: Workspace;
};

/** Looks up what a match is about. It has to end before the next one begins. */
export const openRequest = (index: MatchIndex, facts: DealFacts, viewer: Viewer): Request => {
  const work = workspaceFor(index.rules.rules.length, index.positionOf.length);
  const known = knownOf(facts);
  const sight = sightOf(viewer);
  const guard = phaseGuard(facts);
  const open = (shelf: Shelf, offset: number, scratch: Scratch): OpenShelf => ({
    shelf,
    offset,
    fitting: prepare(shelf.tags, known, scratch),
    languageRanks: languageRanks(shelf.languages, viewer.language),
  });
  const conditions = prepare(index.rules.conditions, known, work.rules);
  const circumstances = { known: known.mask, numbers: numbersOf(facts), today: sight.today };
  const fired = firedRules(index.rules, conditions, circumstances, work.fired);
  noteEffects(index.rules, fired, awayItems(index, viewer), work);
  return {
    ...{ index, facts, known, guard, sight, conditions, work },
    scale: scaleOf(known.mask, guard),
    shelves: [open(index.base, 0, work.base), open(index.changed, index.base.numbers.length, work.changed)],
  };
};
