import express, { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Gateway } from './gateway.ts';
import { GatewayProblem } from './problem.ts';

/** Parameters of an Apex call: types that Apex does not take are refused by the platform before Apex sees them. */
const parameters = z.object({
  operation: z.string(),
  recordId: z.string().nullish(),
  input: z.string().nullish(),
});

/**
 * `POST /InspireGateway/{read|write}`: what a page in the browser calls instead of Apex. Answers with the returned text as
 * a JSON string, or 500 `{"message": "<problem document>"}`, which is what an AuraHandledException becomes. What nobody
 * foresaw goes to the log besides.
 * @param userOf who is logged in, from the session of the request; answers the request itself if nobody is
 */
export function gatewayRouter(
  gateway: Pick<Gateway, 'read' | 'write'>,
  userOf: (request: Request, response: Response) => Promise<string | null>,
  log: Pick<Logger, 'error'>,
): Router {
  const router = Router();
  router.use(express.json({ limit: '128kb' }));
  for (const method of ['read', 'write'] as const) {
    router.post(`/InspireGateway/${method}`, async (request, response) => {
      const userId = await userOf(request, response);
      if (userId === null) return;
      const call = parameters.safeParse(request.body);
      if (!call.success) {
        response.status(500).json({ message: `Value provided is invalid: ${z.prettifyError(call.error)}` });
        return;
      }
      const { operation, recordId = null, input = null } = call.data;
      await answer(response, gateway[method]({ userId, operation, recordId, input }), log);
    });
  }
  return router;
}

async function answer(
  response: Response,
  returned: Promise<string>,
  log: Pick<Logger, 'error'>,
): Promise<void> {
  try {
    response.json(await returned);
  } catch (thrown) {
    if (!(thrown instanceof GatewayProblem)) throw thrown;
    if (thrown.cause !== undefined) log.error({ err: thrown.cause }, 'The gateway failed');
    response.status(500).json({ message: thrown.message });
  }
}
