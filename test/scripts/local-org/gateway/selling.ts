import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  createGateway,
  type Credentials,
  type Gateway,
  GatewayProblem,
  readCredentials,
} from '../../../../scripts/local-org/gateway/index.ts';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { type TestOrg, testOrg } from '../support/org.ts';
import { type ServiceDouble, serviceDouble } from './service-double.ts';

const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url));
const rows = z.array(z.object({ Id: z.string() }));

/** The org with this project's metadata, its gateway, and the service that the gateway calls. */
export interface Selling {
  org: TestOrg;
  gateway: Gateway;
  service: ServiceDouble;
  credentials: Credentials;
  /** A user who sells, with the permission sets that are named. */
  person(name: string, ...permissionSets: string[]): Promise<string>;
  /** Creates a record as the administrator, or as somebody else. */
  create(sobject: string, fields: Readonly<Record<string, unknown>>, userId?: string): Promise<string>;
  asAdmin(): Promise<Access>;
  end(): Promise<void>;
}

export async function startSelling(): Promise<Selling> {
  const org = await testOrg({ projectRoot });
  const folder = await mkdtemp(path.join(tmpdir(), 'inspire-gateway-'));
  const credentials = await readCredentials(folder);
  const service = await serviceDouble(org.orgId, credentials);
  const gateway = createGateway({ org, serviceUrl: service.url, credentials });
  const asAdmin = () => org.records.accessOf(org.adminId);

  const create: Selling['create'] = async (sobject, fields, userId = org.adminId) => {
    const [result] = await org.records.create(await org.records.accessOf(userId), sobject, [fields]);
    if (!result?.success || result.id === null)
      throw new Error(`${sobject}: ${JSON.stringify(result?.errors)}`);
    return result.id;
  };
  const idOf = async (soql: string): Promise<string> => {
    const { records } = await org.records.query(await asAdmin(), soql);
    return rows.parse(records)[0]?.Id ?? '';
  };
  const person: Selling['person'] = async (name, ...permissionSets) => {
    const userId = await create('User', {
      Username: `${name}@example.com`,
      Email: `${name}@example.com`,
      LastName: name,
      Alias: name.slice(0, 8),
      ProfileId: await idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'"),
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'de_DE',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
    });
    for (const set of permissionSets) {
      const PermissionSetId = await idOf(`SELECT Id FROM PermissionSet WHERE Name = '${set}'`);
      await create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId });
    }
    return userId;
  };
  const end = async (): Promise<void> => {
    await service.close();
    await org.end();
    await rm(folder, { recursive: true });
  };
  return { org, gateway, service, credentials, person, create, asAdmin, end };
}

const problem = z.object({
  code: z.string(),
  status: z.number(),
  detail: z.string(),
  remedy: z.string(),
  requestId: z.string(),
});

/** The problem document with which a call fails. */
export async function problemOf(call: Promise<string>): Promise<z.infer<typeof problem>> {
  const failure: unknown = await call.then(
    (answer) => new Error(`was answered: ${answer}`),
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof GatewayProblem)) throw failure;
  return problem.parse(JSON.parse(failure.message));
}
