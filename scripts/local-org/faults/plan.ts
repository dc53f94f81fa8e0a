import { z } from 'zod';

/** What can go wrong with one request. */
export const FAULTS = [
  /** 401 INVALID_SESSION_ID; nothing was done. */
  'expiredToken',
  /** 403 REQUEST_LIMIT_EXCEEDED; nothing was done. */
  'requestLimit',
  /** Some rows of a save (at least one of each object) are locked by somebody; the others are saved. */
  'rowLock',
  /** 500; nothing was done. */
  'serverError',
  /** 503, as JSON or as a page; nothing was done. */
  'unavailable',
  /** 200 with a page instead of JSON; nothing was done. */
  'html',
  /** Done; the answer comes after `slowMs`. */
  'slow',
  /** Done; the connection breaks in the middle of the answer. */
  'cutAnswer',
  /** Done; the connection breaks before the answer. */
  'lostAnswer',
  /** Done twice, as when a network repeats; the second answer arrives. */
  'duplicateDelivery',
  /** Done; the answer arrives whole, but its JSON ends in the middle. */
  'invalidJson',
  /** A page of a query does not say where the rest is; a composite answer lacks one of its parts. */
  'pageMissing',
  /** A record in the answer is replaced by one of a type that was not asked for. */
  'wrongType',
] as const;
export type FaultName = (typeof FAULTS)[number];

const faultName = z.enum(FAULTS);

/** What the fault switch is set to. */
export const faultPlan = z.strictObject({
  /** Share of the requests that get one of `faults`. */
  rate: z.number().min(0).max(1).default(0),
  /** The same seed and the same requests in the same order: the same faults. */
  seed: z.int().default(1),
  faults: z.array(faultName).default([]),
  /** What the next requests get, one each; they come before the rate. */
  script: z.array(faultName.or(z.literal('none'))).default([]),
  /** Only addresses that begin so, below the version: `composite`, `jobs/query`. */
  paths: z.array(z.string()).min(1).optional(),
  /** Only these methods. */
  methods: z.array(z.string().toUpperCase()).min(1).optional(),
  /** How late a slow answer is, in milliseconds. */
  slowMs: z.int().min(0).max(600_000).default(5000),
  /** Fields that have left the org: `Opportunity.NextStep`. */
  changedSchema: z.array(z.string().regex(/^\w+\.\w+$/)).default([]),
  /** How far the org's clock is ahead of the machine's (or behind it), in seconds. */
  clockSkewSeconds: z.int().min(-86_400).max(86_400).default(0),
});
export type FaultPlan = z.infer<typeof faultPlan>;

/** Nothing goes wrong. */
export const NO_FAULTS: FaultPlan = faultPlan.parse({});
