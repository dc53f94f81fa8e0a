import { z } from 'zod';
import { defineRoute, type Route } from '../../http/route.ts';
import {
  checkNames,
  checkSetup,
  findingCodes,
  findingStates,
  type SetupCheckParts,
} from '../setup-check/index.ts';

const valueSchema = z.union([
  z.string(),
  z.number(),
  z.strictObject({ day: z.iso.date() }),
  z.strictObject({ share: z.number() }),
  z.strictObject({ list: z.array(z.string()) }),
]);

const findingSchema = z.strictObject({
  check: z.enum(checkNames),
  state: z.enum(findingStates),
  code: z.enum(findingCodes),
  /** What the sentence of the code names, in its order. */
  values: z.array(valueSchema),
});

export const setupCheckSchema = z.strictObject({
  /** In the order in which things are put right. What can only be seen inside the org is left out while nobody is let in. */
  findings: z.array(findingSchema),
});

/** A page waits five seconds, for four answers of the org one after the other. */
const patience = 2_000;

/** Looks at the set-up and says what is missing. */
export const setupCheckRoute = (parts: Omit<SetupCheckParts, 'patience'>): Route =>
  defineRoute({
    path: '/v1/salesforce/setup-check',
    operation: 'setupCheck',
    mode: 'read',
    permission: 'Inspire_Admin',
    summary: 'What is missing in the set-up of the org and its connection',
    input: z.strictObject({}),
    answer: setupCheckSchema,
    handle: async ({ caller }) => ({ findings: await checkSetup({ ...parts, patience }, caller.orgId) }),
  });
