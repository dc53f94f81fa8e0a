import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import type { Records } from '../records/index.ts';
import type { SaveResult } from '../records/save.ts';
import { type Catalogue, fieldOf } from '../schema/catalogue.ts';
import type { Access } from '../sharing/access.ts';
import { requireFit } from './field-value.ts';
import type { Operation } from './operation.ts';
import { GatewayProblem } from './problem.ts';

const write = z.object({
  sobject: z.string().min(1),
  key: z.string().nullish(),
  id: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).refine((fields) => Object.keys(fields).length > 0),
});

type Write = z.infer<typeof write>;

/**
 * The rows that the service asks to write in the user's access; none if there is nothing.
 * @throws GatewayProblem serviceAnswerInvalid
 */
export function writesIn(given: unknown): Write[] {
  const writes = z.array(write).nullish().safeParse(given);
  if (writes.success) return writes.data ?? [];
  throw GatewayProblem.because(
    502,
    'serviceAnswerInvalid',
    'The answer of the service holds something to write that is no row of sobject, key or id, and at least one field; nothing was written.',
    'Admins: the package and the service may be of versions that do not fit.',
  );
}

/** Where write-backs go, and on whose behalf. */
export interface Target {
  records: Records;
  catalogue: Catalogue;
  access: Access;
}

/**
 * Writes what the service asks for, only the fields that the operation allows. A row with a key is written once: if it is
 * there, or was deleted by its owner, it stays as it is.
 * @throws GatewayProblem writeNotAllowed, writeValueInvalid (nothing was written), writeFailed
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
  for (const [name, value] of Object.entries(fields)) {
    const written = catalogue.object(sobject);
    const field = written && fieldOf(written, name);
    if (!field || !writes.has(`${sobject}.${name}`.toLowerCase())) throw notAllowed(`${sobject}.${name}`);
    requireFit(written, field, value);
  }
  if (key !== null && key !== undefined) return;
  const object = catalogue.ofId(normalId(id ?? '') ?? '');
  if (object?.name.toLowerCase() !== sobject.toLowerCase()) throw notAllowed(`${sobject}.Id`);
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
