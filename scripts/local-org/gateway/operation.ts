import { z } from 'zod';
import type { Records } from '../records/index.ts';
import type { Access } from '../sharing/access.ts';
import { systemAccess } from '../sharing/access.ts';
import { GatewayProblem } from './problem.ts';

export type Mode = 'read' | 'write';

/** What a panel may ask for, as the org's custom metadata says. */
export interface Operation {
  route: string;
  needsRecord: boolean;
  /** Fields that an answer may write, as SObject.Field in lower case: API names are the same in any case. */
  writes: ReadonlySet<string>;
}

const setup = z.object({
  Route__c: z.string(),
  Permission__c: z.string(),
  Needs_Record__c: z.boolean(),
  Writes__c: z.string().nullable(),
});

const soql =
  'SELECT Route__c, Permission__c, Needs_Record__c, Writes__c FROM Inspire_Operation__mdt WHERE DeveloperName = :name AND Mode__c = :mode';

/**
 * @param mode a cacheable call must not reach an operation that writes
 * @throws GatewayProblem operationUnknown, permissionMissing
 */
export async function allowedOperation(
  records: Records,
  access: Access,
  name: string,
  mode: Mode,
): Promise<Operation> {
  const { records: found } = await records.query(systemAccess(access), soql, { binds: { name, mode } });
  if (found[0] === undefined) {
    throw GatewayProblem.because(
      404,
      'operationUnknown',
      `There is no operation "${name}" to ${mode}.`,
      'Deploy the package version that fits this panel.',
    );
  }
  const { Route__c, Permission__c, Needs_Record__c, Writes__c } = setup.parse(found[0]);
  requirePermission(access, Permission__c);
  return {
    route: Route__c,
    needsRecord: Needs_Record__c,
    writes: new Set((Writes__c ?? '').toLowerCase().split(/\s+/).filter(Boolean)),
  };
}

function requirePermission(access: Access, permission: string): void {
  if (access.customPermissions.has(permission)) return;
  throw GatewayProblem.because(
    403,
    'permissionMissing',
    `You do not have the permission ${permission}.`,
    'Ask your Salesforce admin for a Be Inspired permission set that carries it.',
  );
}
