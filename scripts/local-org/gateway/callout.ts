import { GatewayProblem } from './problem.ts';

const TIMEOUT_MILLISECONDS = 5000;
/** Nobody sits and waits while a Flow works through many records. */
export const FLOW_TIMEOUT_MILLISECONDS = 30_000;
/** What the service takes of one request. */
export const MAX_BODY_BYTES = 65_536;

/** One signed request to the service. */
export interface Callout {
  serviceUrl: string;
  route: string;
  body: string;
  /** Compact JWS. */
  token: string;
  secret: string;
  timeout?: number | undefined;
}

/**
 * Calls the service once, with the time limit that Apex sets.
 * @returns the body of the answer
 * @throws GatewayProblem: the problem document of the service as it is, or serviceUnreachable, serviceAnswerInvalid
 */
export async function callService(callout: Callout): Promise<string> {
  const { status, mediaType, text } = await send(callout);
  // What is between Salesforce and the service may answer too, and not in JSON.
  if (status === 200 && mediaType.startsWith('application/json')) return text;
  if (mediaType.startsWith('application/problem+json')) throw new GatewayProblem(text);
  throw GatewayProblem.because(
    502,
    'serviceAnswerInvalid',
    `Something that is not Be Inspired answered with status ${status}.`,
    'Admins: check the address in the named credential Inspire Service.',
  );
}

/** @throws GatewayProblem bodyTooLarge */
export function requireSize(body: string): void {
  const bytes = Buffer.byteLength(body);
  if (bytes <= MAX_BODY_BYTES) return;
  throw GatewayProblem.because(
    413,
    'bodyTooLarge',
    `What is known about this record takes ${bytes} bytes; the limit is ${MAX_BODY_BYTES}.`,
    'Admins: let Inspire Record Facts (custom metadata) read fewer related rows.',
  );
}

interface Answer {
  status: number;
  mediaType: string;
  text: string;
}

/** The whole answer: the time limit holds until its last byte, as in Apex. */
async function send({
  serviceUrl,
  route,
  body,
  token,
  secret,
  timeout = TIMEOUT_MILLISECONDS,
}: Callout): Promise<Answer> {
  try {
    const response = await fetch(new URL(route, serviceUrl), {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'X-Inspire-Org-Secret': secret,
      },
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const mediaType = response.headers.get('content-type')?.toLowerCase() ?? '';
    return { status: response.status, mediaType, text: await response.text() };
  } catch (unreachable) {
    throw GatewayProblem.because(
      503,
      'serviceUnreachable',
      `Be Inspired could not be reached, or did not answer within ${timeout / 1000} seconds.`,
      'Try again in a minute. Admins: check the named credential Inspire Service.',
      unreachable,
    );
  }
}
