import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Access } from '../sharing/access.ts';
import { systemAccess } from '../sharing/access.ts';
import { callService, FLOW_TIMEOUT_MILLISECONDS, requireSize } from './callout.ts';
import { allowedOperation, type Mode, type Operation } from './operation.ts';
import { GatewayProblem } from './problem.ts';
import { type Facts, type FactsSource, noFacts, readFacts } from './record-facts.ts';
import { factsOfMany } from './record-list.ts';
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

/** One call of InspireGateway about many records, as an action of Flow makes it. */
export interface ManyRecordsCall {
  userId: string;
  operation: string;
  mode: Mode;
  /** 18-character ids, at most 200. */
  recordIds: readonly string[];
  input: Readonly<Record<string, unknown>>;
}

/** InspireGateway of the local org: the same metadata, the same order, the same failures as in Apex. */
export interface Gateway {
  /** @throws GatewayProblem whose message is the problem document; with a cause if nobody foresaw the failure */
  read(call: GatewayCall): Promise<string>;
  /** @throws GatewayProblem whose message is the problem document; with a cause if nobody foresaw the failure */
  write(call: GatewayCall): Promise<string>;
  /** Nothing is written back. @throws GatewayProblem as read and write do */
  askAbout(call: ManyRecordsCall): Promise<Readonly<Record<string, unknown>>>;
}

const inspirePermissions = ['Inspire_Use', 'Inspire_Manager', 'Inspire_Admin'];
const jsonObject = z.record(z.string(), z.unknown());
const serviceSetup = z.object({ Audience__c: z.string().min(1) });

/** What is signed and sent, and how long an answer is waited for. */
interface Question {
  operation: Operation;
  access: Access;
  facts: Facts;
  input: Readonly<Record<string, unknown>>;
  timeout?: number;
}

export function createGateway({ org, serviceUrl, credentials }: GatewayOptions): Gateway {
  const { records, catalogue } = org;

  const call = async (operation: Operation, access: Access, asked: GatewayCall): Promise<string> => {
    const facts = operation.needsRecord ? await readFacts(org, access, asked.recordId) : noFacts(org, access);
    return answerTo({ operation, access, facts, input: parseObject(asked.input, 400, 'inputInvalid') });
  };

  const answerTo = async ({ operation, access, facts, input, timeout }: Question): Promise<string> => {
    const { route } = operation;
    const body = JSON.stringify({ facts, input });
    requireSize(body);
    const caller = callerOf(org.orgId, access);
    const audience = await audienceIn(org, access);
    const token = await sign(
      claimsOf(caller, audience, route, body, Temporal.Now.instant()),
      credentials.privateKey,
    );
    return callService({ serviceUrl, route, body, token, secret: credentials.secret, timeout });
  };

  const begin = async (
    asked: Pick<GatewayCall, 'userId' | 'operation'>,
    mode: Mode,
  ): Promise<{ access: Access; operation: Operation }> => {
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
    askAbout: (asked) =>
      explained(async () => {
        const { access, operation } = await begin(asked, asked.mode);
        const facts = await factsOfMany(org, access, asked.recordIds);
        const question = { operation, access, facts, input: asked.input, timeout: FLOW_TIMEOUT_MILLISECONDS };
        return parseObject(await answerTo(question), 502, 'serviceAnswerInvalid');
      }),
  };
}

async function audienceIn({ records }: FactsSource, access: Access): Promise<string> {
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
}

/** Whatever goes wrong is told as a problem document. */
async function explained<Answer>(call: () => Promise<Answer>): Promise<Answer> {
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
