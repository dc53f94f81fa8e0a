import { z } from 'zod';

/** What the service process is asked, and what it answers. */
export const readySchema = z.object({ suggestions: z.url(), constant: z.url() });
export const usageSchema = z.object({ cpuMicros: z.number(), answerBytes: z.number() });
export const matchSchema = z.object({ p50Ms: z.number(), p99Ms: z.number() });

/** What the load process is to send, and what it saw. */
export const orderSchema = z.object({
  url: z.url(),
  requests: z.int(),
  connections: z.int(),
  orgId: z.string(),
  secondFactor: z.string(),
  privateKey: z.string(),
});
export const loadSchema = z.object({ perSecond: z.number(), p50Ms: z.number() });

export type Order = z.infer<typeof orderSchema>;
export type Load = z.infer<typeof loadSchema>;
