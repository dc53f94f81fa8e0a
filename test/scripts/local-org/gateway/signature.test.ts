import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { compactVerify, decodeProtectedHeader, importSPKI } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readCredentials } from '../../../../scripts/local-org/gateway/index.ts';
import { claimsOf, digest, sign } from '../../../../scripts/local-org/gateway/signature.ts';

const contract = z.object({
  bodies: z.array(z.object({ body: z.string(), base64: z.string(), bsh: z.string() })),
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
const readContract = async () =>
  contract.parse(
    JSON.parse(await readFile(new URL('../../../contracts/signature.json', import.meta.url), 'utf8')),
  );

test('hashes the bytes of a body as the contract says, in base64url', async () => {
  for (const { body, base64, bsh } of (await readContract()).bodies) {
    expect(digest(body)).toBe(bsh);
    expect(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')).toBe(bsh);
  }
});

test('makes exactly the claims of the contract, and a request id that is new each time', async () => {
  const { caller, audience, route, body, epochSeconds, claims } = (await readContract()).token;
  const now = Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000 + 999);
  const { rid, ...made } = claimsOf(caller, audience, route, body, now);
  expect(made).toEqual(claims);
  expect(claimsOf(caller, audience, route, body, now)['rid']).not.toBe(rid);
});

test('keeps its key and secret over restarts, readable by their owner alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'inspire-credentials-'));
  try {
    const first = await readCredentials(path.join(folder, 'keys'));
    const second = await readCredentials(path.join(folder, 'keys'));
    expect([second.publicKeyPem, second.secret]).toEqual([first.publicKeyPem, first.secret]);
    expect((await stat(path.join(folder, 'keys/signing-key.pem'))).mode & 0o077).toBe(0);

    const token = await sign({ iss: 'me' }, second.privateKey);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256' });
    const { payload } = await compactVerify(token, await importSPKI(first.publicKeyPem, 'RS256'));
    expect(JSON.parse(Buffer.from(payload).toString())).toEqual({ iss: 'me' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
