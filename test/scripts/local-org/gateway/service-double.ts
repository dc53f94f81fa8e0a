import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importSPKI } from 'jose';
import { z } from 'zod';
import type { Credentials } from '../../../../scripts/local-org/gateway/index.ts';
import type { Caller } from '../../../../server/http/signature/claims.ts';
import { verifySignature } from '../../../../server/http/signature/verify.ts';

const received = z.object({
  facts: z.object({
    record: z.record(z.string(), z.unknown()).nullable(),
    access: z.object({ edit: z.boolean(), createTask: z.boolean() }),
    hiddenFields: z.array(z.string()),
    selectedFields: z.array(z.string()),
    records: z.array(z.object({ Id: z.string(), sobject: z.string(), edit: z.boolean() })).optional(),
  }),
  input: z.record(z.string(), z.unknown()),
});

/** What arrived: who signed it, where it went, and what it said. */
type Received = z.infer<typeof received> & { caller: Caller; target: string };

interface Answer {
  status: number;
  contentType: string;
  body: string;
  /** More bytes are announced than come. */
  brokenOff?: boolean;
}

/** Listens where the service would, verifies signatures with the service's own code, and answers in the order given. */
export interface ServiceDouble {
  url: string;
  requests: Received[];
  answer(body: string, status?: number, contentType?: string): void;
  /** The next answer ends before it is whole. */
  breakOff(): void;
  close(): Promise<void>;
}

function send(response: ServerResponse, { status, contentType, body, brokenOff }: Answer): void {
  response.writeHead(status, {
    'content-type': contentType,
    ...(brokenOff && { 'content-length': body.length + 1 }),
  });
  if (brokenOff) response.write(body, () => response.destroy());
  else response.end(body);
}

/** @throws on a request for which no answer is left: the caller gets status 599 */
export async function serviceDouble(
  orgId: string,
  { publicKeyPem, secret }: Credentials,
): Promise<ServiceDouble> {
  const organization = {
    orgId,
    keys: [await importSPKI(publicKeyPem, 'RS256')],
    secondFactorHash: createHash('sha256').update(secret).digest(),
    local: true,
  };
  const policy = {
    audience: 'be-inspired',
    acceptLocalOrg: true,
    findOrganization: (id: string) => Promise.resolve(id === orgId ? organization : undefined),
    now: () => new Date(),
  };
  const answers: Answer[] = [];
  const requests: Received[] = [];

  const receive = async (request: IncomingMessage, body: Uint8Array): Promise<void> => {
    const { authorization, 'x-inspire-org-secret': header } = request.headers;
    const secondFactor = typeof header === 'string' ? header : undefined;
    const target = request.url ?? '';
    const caller = await verifySignature(
      { authorization, secondFactor, method: request.method ?? '', target, body },
      policy,
    );
    requests.push({ ...received.parse(JSON.parse(Buffer.from(body).toString())), caller, target });
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await receive(request, Buffer.concat(await request.toArray()));
    send(response, answers.shift() ?? { status: 599, contentType: 'text/plain', body: 'no answer is left' });
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((failure: unknown) => response.writeHead(598).end(String(failure)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (
      body,
      status = 200,
      contentType = status === 200 ? 'application/json' : 'application/problem+json',
    ) => {
      answers.push({ status, contentType, body });
    },
    breakOff: () => {
      answers.push({ status: 200, contentType: 'application/json', body: '{', brokenOff: true });
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
