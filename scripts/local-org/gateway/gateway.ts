import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Access } from '../sharing/access.ts';
import { systemAccess } from '../sharing/access.ts';
import { callService, requireSize } from './callout.ts';
import { allowedOperation, type Mode, type Operation } from './operation.ts';
import { GatewayProblem } from './problem.ts';
import { type FactsSource, noFacts, readFacts } from './record-facts.ts';
import { type Caller, claimsOf, sign } from './signature.ts';
import type { Credentials } from './signing-key.ts';
import { applyWrites, writesIn } from './write-back.ts';

export interface GatewayOptions {
  org: FactsSource & { orgId: string };
  /** Where the service is reached, as the named credential says in an org. */
  serviceUrl: string;
  credentials: Credentials;
}

/** One call of InspireGateway, as a panel makes it. */
export interface GatewayCall {
  /** Who is logged in. */
  userId: string;
  operation: string;
  recordId: string | null;
  /** JSON of an object. */
  input: string | null;
}

/** InspireGateway of the local org: the same metadata, the same order, the same failures as in Apex. */
export interface Gateway {
  /** @throws GatewayProblem whose message is the problem document; with a cause if nobody foresaw the failure */
  read(call: GatewayCall): Promise<string>;
  /** @throws GatewayProblem whose message is the problem document; with a cause if nobody foresaw the failure */
  write(call: GatewayCall): Promise<string>;
}

const inspirePermissions = ['Inspire_Use', 'Inspire_Manager', 'Inspire_Admin'];
const jsonObject = z.record(z.string(), z.unknown());
const serviceSetup = z.object({ Audience__c: z.string().min(1) });

export function createGateway({ org, serviceUrl, credentials }: GatewayOptions): Gateway {
  const { records, catalogue } = org;

  const audience = async (access: Access): Promise<string> => {
    const soql = "SELECT Audience__c FROM Inspire_Service__mdt WHERE DeveloperName = 'Default'";
    const { records: found } = await records.query(systemAccess(access), soql);
    const setup = serviceSetup.safeParse(found[0]);
    if (setup.success) return setup.data.Audience__c;
    throw GatewayProblem.because(
      500,
      'serviceNotSetUp',
      'Inspire Service "Default" (custom metadata) is missing, or names no audience or no certificate.',
      'Ask your Salesforce admin to fill it in.',
    );
  };

  const call = async (operation: Operation, access: Access, asked: GatewayCall): Promise<string> => {
    const facts = operation.needsRecord ? await readFacts(org, access, asked.recordId) : noFacts(org, access);
    const input = parseObject(asked.input, 400, 'inputInvalid');
    const body = JSON.stringify({ facts, input });
    requireSize(body);
    const caller = callerOf(org.orgId, access);
    const claims = claimsOf(caller, await audience(access), operation.route, body, Temporal.Now.instant());
    const token = await sign(claims, credentials.privateKey);
    return callService({ serviceUrl, route: operation.route, body, token, secret: credentials.secret });
  };

  const begin = async (asked: GatewayCall, mode: Mode): Promise<{ access: Access; operation: Operation }> => {
    const access = await records.accessOf(asked.userId);
    return { access, operation: await allowedOperation(records, access, asked.operation, mode) };
  };

  return {
    read: (asked) =>
      explained(async () => {
        const { access, operation } = await begin(asked, 'read');
        return call(operation, access, asked);
      }),
    write: (asked) =>
      explained(async () => {
        const { access, operation } = await begin(asked, 'write');
        const reply = parseObject(await call(operation, access, asked), 502, 'serviceAnswerInvalid');
        await applyWrites({ records, catalogue, access }, operation, writesIn(reply['writes']));
        return JSON.stringify(reply['answer'] ?? null);
      }),
  };
}

/** Whatever goes wrong is told as a problem document. */
async function explained(call: () => Promise<string>): Promise<string> {
  try {
    return await call();
  } catch (failure) {
    throw failure instanceof GatewayProblem ? failure : GatewayProblem.unexpected(failure);
  }
}

const callerOf = (orgId: string, access: Access): Caller => ({
  orgId,
  userId: access.userId,
  permissions: inspirePermissions.filter((permission) => access.customPermissions.has(permission)),
  locale: access.locale,
  timeZone: access.timeZone,
});

function parseObject(text: string | null, status: number, code: string): Record<string, unknown> {
  try {
    return jsonObject.parse(JSON.parse(text ?? ''));
  } catch {
    throw GatewayProblem.because(
      status,
      code,
      'Expected a JSON object.',
      'Reload the page. Admins: the package and the service may be of versions that do not fit.',
    );
  }
}
