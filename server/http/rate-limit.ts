import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.ts';

const minuteMs = 60_000;

const limiter = (limit: number, keyOf: (request: Request) => string, whom: string): RequestHandler =>
  rateLimit({
    windowMs: minuteMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: keyOf,
    handler: (_request, _response, next) => {
      next(
        new AppError('tooManyRequests', `More than ${limit} requests a minute from ${whom}.`, {
          retryAfterSeconds: minuteMs / 1000,
        }),
      );
    },
  });

/** Wide, before anything is verified: all orgs call from Salesforce's addresses. */
export const limitAddresses = (limit: number): RequestHandler =>
  limiter(limit, (request) => ipKeyGenerator(request.ip ?? ''), 'this address');

/** After verification, by (org, user). */
export const limitUsers = (limit: number, userOf: (request: Request) => string): RequestHandler =>
  limiter(limit, userOf, 'this user');
