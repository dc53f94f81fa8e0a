import { z } from 'zod';
import { compileIndex, updateIndex } from '../../../server/suggestions/match/index.ts';
import { median } from '../statistics.ts';
import { timed } from './clock.ts';
import { drawLibrary } from './data/library.ts';

/** A process of its own: how long it takes to compile a large library, and to take one changed item into it. */

const { items, rules } = z
  .object({ items: z.coerce.number(), rules: z.coerce.number() })
  .parse(JSON.parse(process.env.BENCH_ORDER ?? 'null'));

const library = drawLibrary(items, rules, 1);
const index = compileIndex(library);
const updates = library.items.slice(0, 50).map((item) => {
  const changed = { ...item, title: 'Changed', version: 2 };
  return timed(() => updateIndex(index, { items: [changed] })).ms;
});
const builds = Array.from({ length: 5 }, () => timed(() => compileIndex(library)).ms);
process.send?.({ buildMs: median(builds), updateMs: median(updates) });
process.disconnect();
