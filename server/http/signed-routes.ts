import express, { type Express, type Request, type RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { limitUsers } from './rate-limit.ts';
import type { Route } from './route.ts';
import type { Caller } from './signature/claims.ts';
import type { SeenTokens } from './signature/seen-tokens.ts';
import { verifySignature, type SignaturePolicy } from './signature/verify.ts';

export const bodyLimitBytes = 64 * 1024;

export interface SignedRouteParts {
  config: Pick<Config, 'USER_REQUESTS_PER_MINUTE'>;
  policy: SignaturePolicy;
  seenTokens: SeenTokens;
}

const callers = new WeakMap<Request, Caller>();

const callerOf = (request: Request): Caller => {
  const caller = callers.get(request);
  if (!caller) throw new Error('A signed route was reached without a verified signature.');
  return caller;
};

/** The bytes as sent, whatever type they claim: they are verified before anything reads them. */
const readBody = express.raw({ type: () => true, limit: bodyLimitBytes, inflate: false });

const bytesOf = (request: Request): Uint8Array =>
  request.body instanceof Uint8Array ? request.body : new Uint8Array();

const verify =
  ({ policy, seenTokens }: SignedRouteParts): RequestHandler =>
  async (request, _response, next) => {
    const caller = await verifySignature(
      {
        authorization: request.get('authorization'),
        secondFactor: request.get('x-inspire-org-secret'),
        method: request.method,
        target: request.originalUrl,
        body: bytesOf(request),
      },
      policy,
    );
    seenTokens.use(caller);
    callers.set(request, caller);
    request.log.setBindings({ org: caller.orgId, user: caller.userId });
    next();
  };

const utf8 = new TextDecoder('utf-8', { fatal: true });

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw new AppError('bodyNotJson', `The body of ${bytes.length} bytes is not UTF-8 JSON.`, { cause });
  }
};

/** Facts and configuration have ten levels at most; what goes through values level by level must not run out of stack. */
const deepestLevel = 32;

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner)));

const requireShallow = (body: unknown): void => {
  if (!isDeeperThan(deepestLevel, body)) return;
  const message = `holds lists and objects more than ${deepestLevel} levels deep`;
  throw new AppError('bodyInvalid', `The body ${message}.`, { faults: [{ place: 'body', message }] });
};

const answer =
  (route: Route): RequestHandler =>
  async (request, response) => {
    const body = parseJson(bytesOf(request));
    requireShallow(body);
    const answered = await route.respond(callerOf(request), body, request.log);
    response.type('application/json').setHeader('Cache-Control', 'no-store').send(JSON.stringify(answered));
  };

/** Each route: raw body → verified signature → limit of the user → parsed body → answer. */
export const mountSignedRoutes = (app: Express, routes: readonly Route[], parts: SignedRouteParts): void => {
  const limitUser = limitUsers(parts.config.USER_REQUESTS_PER_MINUTE, (request) => {
    const { orgId, userId } = callerOf(request);
    return `${orgId}:${userId}`;
  });
  const verified = verify(parts);
  for (const route of routes) app.post(route.path, readBody, verified, limitUser, answer(route));
};
