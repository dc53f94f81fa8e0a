import { SalesforceError } from '../errors.ts';
import type { Reply } from '../rest/call.ts';
import { faultReply } from '../rest/dispatch.ts';
import { requestLimitExceeded } from '../rest/limits.ts';
import type { Fault } from './switch.ts';
import type { FaultName } from './plan.ts';

const page = (title: string, text: string): Buffer =>
  Buffer.from(
    `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  );
const HTML = { 'content-type': 'text/html; charset=UTF-8' };

const unavailablePage: Reply = {
  status: 503,
  headers: HTML,
  bytes: page('Service Unavailable', 'The server is temporarily unable to service your request.'),
};

const unavailable: Reply = {
  status: 503,
  body: [
    { message: 'The server is temporarily unable to service your request.', errorCode: 'SERVER_UNAVAILABLE' },
  ],
};

/** Answers that are given instead of doing anything. */
const INSTEAD: Partial<Record<FaultName, (fault: Fault) => Reply>> = {
  expiredToken: () => faultReply(new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid')),
  requestLimit: () => faultReply(requestLimitExceeded()),
  serverError: () =>
    faultReply(new SalesforceError('UNKNOWN_EXCEPTION', 'An unexpected error occurred. Please try again.')),
  unavailable: ({ random }) => (random.chance(0.5) ? unavailable : unavailablePage),
  html: () => ({
    status: 200,
    headers: HTML,
    bytes: page('Login', 'Your session has ended. Log in to go on.'),
  }),
};

/** The answer of a request that was not carried out; null if the fault lets it through. */
export const replyInstead = (fault: Fault): Reply | null => INSTEAD[fault.name]?.(fault) ?? null;
