import pino from 'pino';
import { z } from 'zod';
import { openStore } from '../../../server/store/index.ts';
import { createLibraries, loadLibrary } from '../../../server/suggestions/index.ts';
import { match } from '../../../server/suggestions/match/index.ts';
import { median } from '../statistics.ts';
import { timedAsync } from './clock.ts';
import { drawOpenings } from './data/deals.ts';
import { residentMb } from './memory.ts';

/** A process of its own: many organisations in memory, then too little room for them, so that the least recently used go. */

const { url, orgs } = z
  .object({ url: z.string(), orgs: z.array(z.string()) })
  .parse(JSON.parse(process.env.BENCH_ORDER ?? 'null'));

const store = openStore({ url, onError: () => undefined });
const log = pino({ enabled: false });
const openings = drawOpenings(20, 2000, 5);

const open = (maxBytes: number) => {
  const held = { count: 0 };
  const libraries = createLibraries({
    load: (orgId, former) => loadLibrary(store, orgId, former),
    currentPublications: () => Promise.resolve(new Map()),
    maxBytes,
    log,
    onChange: (count) => (held.count = count),
  });
  return { held, libraries };
};

const roomy = open(2_000_000_000);
for (const org of orgs) {
  const { index } = await roomy.libraries.get(org);
  for (const { facts, viewer } of openings) match(index, facts, viewer);
}
const rssMb = await residentMb();
const heldMb = roomy.held.count;

const oneOrg = (await roomy.libraries.get(orgs[0] ?? '')).bytes;
const tight = open(oneOrg * (orgs.length / 4));
for (const org of orgs) await tight.libraries.get(org);
const reloads: number[] = [];
for (const org of orgs.slice(0, 20)) reloads.push((await timedAsync(() => tight.libraries.get(org))).ms);
await store.close();
process.send?.({ orgs: heldMb, rssMb, heldWhenTight: tight.held.count, reloadMs: median(reloads) });
process.disconnect();
