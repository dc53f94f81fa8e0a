import { compileIndex, match, type MatchIndex } from '../../../server/suggestions/match/index.ts';
import { median } from '../statistics.ts';
import { timed } from './clock.ts';
import { drawOpenings, type Opening } from './data/deals.ts';
import { drawLibrary } from './data/library.ts';

/** A process of its own: how much longer a query takes with ten times as many items. Five interleaved rounds. */

const small = 100_000;
const large = 1_000_000;
const rules = 10_000;

const build = (items: number): { readonly index: MatchIndex; readonly openings: readonly Opening[] } => ({
  index: compileIndex(drawLibrary(items, rules, 1)),
  openings: drawOpenings(1000, items, 2),
});

const medianQuery = ({ index, openings }: ReturnType<typeof build>): number =>
  median(openings.map(({ facts, viewer }) => timed(() => match(index, facts, viewer)).ms));

const [before, after] = [build(small), build(large)];
medianQuery(before);
medianQuery(after);
const played = Array.from({ length: 5 }, () => ({ before: medianQuery(before), after: medianQuery(after) }));
process.send?.({
  smallMs: median(played.map((round) => round.before)),
  largeMs: median(played.map((round) => round.after)),
  growth: median(played.map((round) => round.after / round.before)),
});
process.disconnect();
