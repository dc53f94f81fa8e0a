import { z } from 'zod';
import { loadLibrary } from '../../../server/suggestions/index.ts';
import { median } from '../statistics.ts';
import { openStore } from '../../../server/store/index.ts';
import { match, updateIndex } from '../../../server/suggestions/match/index.ts';
import { timed } from './clock.ts';
import { drawOpenings } from './data/deals.ts';
import { drawLibrary } from './data/library.ts';
import { bytesOf, residentMb } from './memory.ts';

/** A process of its own: what one large organisation adds to the memory of the service, loaded as the service loads it. */

const { url, smallOrg, largeOrg, items } = z
  .object({
    url: z.string(),
    smallOrg: z.string(),
    largeOrg: z.string(),
    items: z.coerce.number(),
  })
  .parse(JSON.parse(process.env.BENCH_ORDER ?? 'null'));

const store = openStore({ url, onError: () => undefined });
const small = await loadLibrary(store, smallOrg, undefined);
for (const { facts, viewer } of drawOpenings(200, 2000, 5)) match(small.index, facts, viewer);

const before = await residentMb();
const { index } = await loadLibrary(store, largeOrg, undefined);
const orgRssMb = (await residentMb()) - before;
await store.close();

const indexBytes = bytesOf(
  index,
  new Set<unknown>([index.base.shown, index.changed.shown, ...index.rules.rules]),
);
const [opening] = drawOpenings(1, items, 2);
if (!opening || match(index, opening.facts, opening.viewer).items.length === 0)
  throw new Error('nothing was loaded');

const updates = drawLibrary(50, 0, 1).items.map((item) => {
  const changed = { ...item, title: 'Changed', version: 2 };
  return timed(() => updateIndex(index, { items: [changed] })).ms;
});
process.send?.({ orgRssMb, indexBytes, updateMs: median(updates) });
process.disconnect();
