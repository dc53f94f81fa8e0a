import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { verifySignature } from '../../../../server/http/signature/verify.ts';
import { createTestOrg, signCall, type TestOrg } from '../../../support/signed-call.ts';

/** What Apex signs, checked in Apex against the same file. */
const vectorSchema = z.object({
  bodies: z.array(z.object({ body: z.string(), bsh: z.string() })),
  token: z.object({
    caller: z.object({
      orgId: z.string(),
      userId: z.string(),
      permissions: z.array(z.string()),
      locale: z.string(),
      timeZone: z.string(),
    }),
    audience: z.string(),
    route: z.string(),
    body: z.string(),
    epochSeconds: z.number(),
    claims: z.record(z.string(), z.unknown()),
  }),
});

const { bodies, token } = vectorSchema.parse(
  JSON.parse(readFileSync(new URL('../../../contracts/signature.json', import.meta.url), 'utf8')),
);
const now = new Date(token.epochSeconds * 1000);

let org: TestOrg;

beforeAll(async () => {
  org = await createTestOrg(token.caller.orgId);
});

const verify = async (rawBody: string, claims: Record<string, unknown>) => {
  const { headers, body } = await signCall(org, { path: token.route, rawBody, claims, now });
  return verifySignature(
    {
      authorization: headers['authorization'],
      secondFactor: headers['x-inspire-org-secret'],
      method: 'POST',
      target: token.route,
      body: Buffer.from(body),
    },
    {
      audience: token.audience,
      acceptLocalOrg: false,
      now: () => now,
      findOrganization: () =>
        Promise.resolve({
          orgId: org.orgId,
          keys: [org.publicKey],
          secondFactorHash: createHash('sha256').update(org.secondFactor).digest(),
          local: false,
        }),
    },
  );
};

test('the claims that Apex makes name the caller', async () => {
  expect(await verify(token.body, token.claims)).toMatchObject(token.caller);
});

test.each(bodies)('the hash that Apex makes of a body is that of its bytes: $bsh', async ({ body, bsh }) => {
  expect(await verify(body, { ...token.claims, bsh })).toMatchObject({ orgId: token.caller.orgId });
});

test('the claims that the platform adds by itself change nothing', async () => {
  const seconds = token.epochSeconds;
  const added = { iat: seconds, nbf: seconds - 30, jti: 'made by the platform' };
  expect(await verify(token.body, { ...token.claims, ...added })).toMatchObject(token.caller);
});
