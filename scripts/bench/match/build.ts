import { z } from 'zod';
import { compileIndex } from '../../../server/suggestions/match/index.ts';
import { median } from '../statistics.ts';
import { timed } from './clock.ts';
import { drawLibrary } from './data/library.ts';

/** A process of its own: how long it takes to compile a large library. */

const { items, rules } = z
  .object({ items: z.coerce.number(), rules: z.coerce.number() })
  .parse(JSON.parse(process.env.BENCH_ORDER ?? 'null'));

const library = drawLibrary(items, rules, 1);
const builds = Array.from({ length: 5 }, () => timed(() => compileIndex(library)).ms);
process.send?.({ buildMs: median(builds) });
process.disconnect();
