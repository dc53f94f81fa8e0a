import { z } from 'zod';
import { type Gateway, GatewayProblem } from '../gateway/index.ts';
import { normalId } from '../ids.ts';
import { ActionFault, type ActionValues } from './action.ts';

const AT_A_TIME = 200;
const KEY_CHARACTERS = 100;

const resultsSchema = z.object({ results: z.array(z.record(z.string(), z.unknown())) });
const problemSchema = z.object({ detail: z.string(), remedy: z.string(), code: z.string() });

/** A request as the service takes it: null stands for what is no record id. */
export type FlowRequest = { recordId: string | null; cadenceId?: string | null };

/** Which operation is asked, and as whom. */
export interface FlowCall {
  gateway: Gateway;
  userId: string;
  operation: string;
  mode: 'read' | 'write';
}

export const idIn = (given: unknown): string | null => (typeof given === 'string' ? normalId(given) : null);

export const keyIn = (given: unknown): string | null =>
  typeof given === 'string' ? given.slice(0, KEY_CHARACTERS).replaceAll(/[^\w-]/g, '?') : null;

/**
 * What InspireFlowCall does in Apex: one callout for up to 200 requests.
 * @throws ActionFault in words
 */
export async function resultsOf(call: FlowCall, requests: readonly FlowRequest[]): Promise<ActionValues[]> {
  const results: ActionValues[] = [];
  try {
    for (let start = 0; start < requests.length; start += AT_A_TIME)
      results.push(...(await resultsOfBatch(call, requests.slice(start, start + AT_A_TIME))));
  } catch (failure) {
    throw faultOf(failure);
  }
  return results;
}

async function resultsOfBatch(
  { gateway, mode, ...call }: FlowCall,
  requests: readonly FlowRequest[],
): Promise<readonly ActionValues[]> {
  const recordIds = [...new Set(requests.flatMap(({ recordId }) => recordId ?? []))];
  const input = { requests, ...(mode === 'write' && { idempotencyKey: crypto.randomUUID() }) };
  const reply = await gateway.askAbout({ ...call, mode, recordIds, input });
  const { results } = resultsSchema.parse(mode === 'write' ? reply['answer'] : reply);
  if (results.length === requests.length) return results;
  throw GatewayProblem.because(
    502,
    'serviceAnswerInvalid',
    `The service answered ${results.length} of ${requests.length} requests.`,
    'Admins: the package and the service may be of versions that do not fit.',
  );
}

function faultOf(failure: unknown): ActionFault {
  const { message } = failure instanceof GatewayProblem ? failure : GatewayProblem.unexpected(failure);
  const told = problemSchema.safeParse(JSON.parse(message));
  const words = told.success ? `${told.data.detail} ${told.data.remedy} (${told.data.code})` : message;
  return new ActionFault(words, { cause: failure });
}
