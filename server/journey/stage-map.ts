import { z } from 'zod';
import { journeyPhases } from './dimensions.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** The other lenses that hang on the same map; one is visible by default (mission M11). */
export const lenses = {
  kunkle: ['leadGeneration', 'opportunityManagement', 'accountManagement'],
  chappell: ['engage', 'transact', 'fulfill', 'support', 'renew'],
  pombriant: ['identify', 'qualify', 'sell', 'close'],
  salesLifeCycle: ['opportunity', 'qualify', 'salesProcess', 'transaction', 'management', 'upgrade'],
} as const;

/** An activity defined for a stage names the sales objective it serves (mission M12). */
export const stageActivitySchema = z.strictObject({ name: text(120), objective: text(200) });

/**
 * One row of the stage map. A stage is (record type, API value), never a label.
 * `recordType` is the record type's DeveloperName; `*` stands for every record type without a row of its own.
 */
export const stageMappingSchema = z.strictObject({
  recordType: text(80).default('*'),
  stageName: text(255),
  phase: z.enum(journeyPhases),
  /** In a buying stage: is a recorded change decision needed before awareness content stops coming? */
  needsChangeDecision: z.boolean().default(true),
  lenses: z
    .strictObject({
      kunkle: z.enum(lenses.kunkle).optional(),
      chappell: z.enum(lenses.chappell).optional(),
      pombriant: z.enum(lenses.pombriant).optional(),
      salesLifeCycle: z.enum(lenses.salesLifeCycle).optional(),
    })
    .default({}),
  aim: text(400),
  exitOutcome: text(400),
  activities: z.array(stageActivitySchema).max(20).default([]),
});

export type StageMapping = z.infer<typeof stageMappingSchema>;

/** The key under which items and rules name a stage: `*:Negotiation/Review` or `Renewal:Negotiation/Review`. */
export const stageKey = (recordType: string, stageName: string): string => `${recordType}:${stageName}`;
