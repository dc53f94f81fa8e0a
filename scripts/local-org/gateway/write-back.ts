import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import type { Records } from '../records/index.ts';
import type { SaveResult } from '../records/save.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Access } from '../sharing/access.ts';
import type { Operation } from './operation.ts';
import { GatewayProblem } from './problem.ts';

const write = z.object({
  sobject: z.string(),
  key: z.string().nullish(),
  id: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()),
});

/** What the service answers to a write: words for the panel, and rows to write in the user's access. */
export const writeReply = z.object({
  answer: z.unknown(),
  writes: z
    .array(write)
    .nullish()
    .transform((writes) => writes ?? []),
});

type Write = z.infer<typeof write>;

/** Where write-backs go, and on whose behalf. */
export interface Target {
  records: Records;
  catalogue: Catalogue;
  access: Access;
}

/**
 * Writes what the service asks for, only the fields that the operation allows. A row with a key is written once: if it is
 * there, or was deleted by its owner, it stays as it is.
 * @throws GatewayProblem writeNotAllowed (nothing was written), writeFailed
 */
export async function applyWrites(
  target: Target,
  operation: Operation,
  writes: readonly Write[],
): Promise<void> {
  for (const each of writes) requireAllowed(target, operation, each);
  try {
    await target.records.together(async (records) => {
      for (const each of writes) await save({ ...target, records }, each);
    });
  } catch (refused) {
    throw refused instanceof SalesforceError ? failed(refused.message) : refused;
  }
}

function requireAllowed(
  { catalogue }: Target,
  { writes }: Operation,
  { sobject, key, id, fields }: Write,
): void {
  const refused = Object.keys(fields)
    .map((field) => `${sobject}.${field}`)
    .find((field) => !writes.has(field));
  if (refused !== undefined) throw notAllowed(refused);
  if (key !== null && key !== undefined) return;
  const object = catalogue.ofId(normalId(id ?? '') ?? '');
  if (object?.name !== sobject) throw notAllowed(`${sobject}.Id`);
}

async function save({ records, access }: Target, { sobject, key, id, fields }: Write): Promise<void> {
  if (key === null || key === undefined) {
    check(await records.update(access, sobject, [{ ...fields, Id: id }]));
    return;
  }
  const soql = `SELECT Inspire_Key__c FROM ${sobject} WHERE Inspire_Key__c = :key`;
  const { totalSize } = await records.query(access, soql, { binds: { key }, withDeleted: true });
  if (totalSize > 0) return;
  const row = { ...fields, Inspire_Key__c: key };
  // A row of the same key that the user may not see, or that came meanwhile, is there already.
  check(await records.create(access, sobject, [row]), 'DUPLICATE_VALUE');
}

function check(results: readonly SaveResult[], harmless?: string): void {
  const faults = results.flatMap(({ errors }) => errors).filter(({ statusCode }) => statusCode !== harmless);
  if (faults[0]) throw failed(`${faults[0].statusCode} ${faults[0].message}`);
}

const notAllowed = (field: string): GatewayProblem =>
  GatewayProblem.because(
    403,
    'writeNotAllowed',
    `The answer of the service would write ${field}, which the operation does not allow.`,
    'Deploy the package version that fits the service; nothing was written.',
  );

const failed = (reason: string): GatewayProblem =>
  GatewayProblem.because(
    422,
    'writeFailed',
    `Salesforce refused to save: ${reason}`,
    'Correct what the message names and try again; trying again does not write anything twice.',
  );
