import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openConnection } from '../../../server/salesforce/index.ts';
import { readAccess } from '../../../server/salesforce/connection/stored.ts';
import { backOff, deliverTurn } from '../../../server/salesforce/outbox/index.ts';
import { openStore } from '../../../server/store/index.ts';

/** A process of its own that delivers, until somebody kills it. Hurried, so that an hour of faults fits into a minute. */

const orderSchema = z.object({ url: z.string(), orgId: z.string(), secretKey: z.base64() });
const { url, orgId, secretKey } = orderSchema.parse(JSON.parse(process.env.BENCH_ORDER ?? 'null'));

const now = (): Date => new Date();
const store = openStore({ url, onError: () => undefined });
const access = await store.inTenant(orgId, (tenant) =>
  readAccess(tenant, orgId, Buffer.from(secretKey, 'base64')),
);
if (!access) throw new Error(`Nobody connected ${orgId}.`);
const connection = openConnection(access, { now, patience: 2_000 });
const parts = { store, connection, now, delayOf: backOff(200, 3_000), leaseMs: 3_000 };

process.on('disconnect', () => process.exit());
/** A database that is busy for longer than it may be is tried again, as by a worker. */
const turn = (): Promise<number> =>
  deliverTurn(parts).catch((error: unknown) => {
    console.error(`A turn failed: ${String(error)}`);
    return 0;
  });

for (;;) {
  if (process.connected) process.send?.('at work');
  if ((await turn()) === 0) await pause(100);
}
