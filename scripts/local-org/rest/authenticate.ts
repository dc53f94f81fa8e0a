import { parseCookie } from 'cookie';
import type { Request, RequestHandler } from 'express';
import { SalesforceError } from '../errors.ts';
import type { Sessions } from '../oauth/sessions.ts';
import type { Records } from '../records/index.ts';
import type { Access } from '../sharing/access.ts';

/** The cookie in which a browser keeps its session. */
const SESSION_COOKIE = 'sid';

/** The token of a request: `Authorization: Bearer` (or OAuth) or the browser's cookie. */
export function tokenOf(request: Request): string | null {
  const [, bearer] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (bearer !== undefined) return bearer;
  return parseCookie(request.headers.cookie ?? '')[SESSION_COOKIE] ?? null;
}

/** @throws SalesforceError INVALID_SESSION_ID (401), API_DISABLED_FOR_ORG for a user who may not use the API */
export async function authenticate(request: Request, sessions: Sessions, records: Records): Promise<Access> {
  const token = tokenOf(request);
  const userId = token === null ? null : await sessions.userOf(token);
  if (userId === null) throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
  const access = await records.accessOf(userId);
  if (!access.has('ApiEnabled'))
    throw new SalesforceError('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
  return access;
}

/** Lets users with Modify All Data through to what Salesforce has no address for. */
export const mayModifyAll =
  (sessions: Sessions, records: Records): RequestHandler =>
  async (request, _response, next) => {
    const access = await authenticate(request, sessions, records);
    if (!access.has('ModifyAllData'))
      throw new SalesforceError('INSUFFICIENT_ACCESS', 'This takes permission to modify all data');
    next();
  };
