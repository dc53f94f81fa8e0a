import { createHmac } from 'node:crypto';
import express, { type Express, type Request } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../errors.ts';
import { tokenOf } from '../rest/authenticate.ts';
import { GrantError, type GrantParts, grantedUser, type TokenRequest } from './grants.ts';
import { identityOf, identityUrl, type IdentityParts } from './identity.ts';
import type { Sessions } from './sessions.ts';

export interface OAuthParts extends IdentityParts, GrantParts {
  sessions: Sessions;
}

const form = express.urlencoded({ extended: false, limit: '100kb' });
const parameters = z.record(z.string(), z.string()).catch({});

/** Token, revocation, user info and identity. */
export function mountOAuth(app: Express, parts: OAuthParts): void {
  app.post('/services/oauth2/token', form, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      const asked = withBasic(request, parameters.parse(request.body));
      response.json(await tokenAnswer(parts, asked));
    } catch (error) {
      if (!(error instanceof GrantError)) throw error;
      response.status(400).json({ error: error.error, error_description: error.message });
    }
  });
  app.all('/services/oauth2/revoke', form, async (request, response) => {
    const token = parameters.parse(request.body)['token'] ?? queryText(request, 'token') ?? tokenOf(request);
    if (token !== null && (await parts.sessions.revoke(token))) response.status(200).end();
    else
      response
        .status(400)
        .json({ error: 'unsupported_token_type', error_description: 'this token type is not supported' });
  });
  app.get('/services/oauth2/userinfo', async (request, response) => {
    response.json(await userInfo(parts, await sessionUser(parts, request)));
  });
  app.get('/id/:org/:user', async (request, response) => {
    const caller = await sessionUser(parts, request);
    if (request.params.org !== parts.orgId || request.params.user !== caller)
      throw new SalesforceError('NOT_FOUND', 'Bad_Id');
    response.json(await identityOf(parts, caller));
  });
}

const queryText = (request: Request, name: string): string | undefined => {
  const value = request.query[name];
  return typeof value === 'string' ? value : undefined;
};

/** A client may name itself in a Basic header instead of the form. */
function withBasic(request: Request, asked: TokenRequest): TokenRequest {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (encoded === undefined) return asked;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret), ...asked };
}

async function tokenAnswer(parts: OAuthParts, asked: TokenRequest): Promise<Record<string, string>> {
  const userId = await grantedUser(parts, asked);
  await parts.records.accessOf(userId).catch(() => {
    throw new GrantError('invalid_grant', 'inactive user');
  });
  const id = identityUrl(parts, userId);
  const issued_at = String(Date.now());
  const signature = createHmac('sha256', asked['client_secret'] ?? '')
    .update(id + issued_at)
    .digest('base64');
  return {
    access_token: await parts.sessions.open(userId),
    signature,
    scope: 'api id',
    instance_url: parts.baseUrl,
    id,
    token_type: 'Bearer',
    issued_at,
  };
}

/** The user of a request's token; as Salesforce does, identity also takes it as a parameter. */
async function sessionUser({ sessions }: OAuthParts, request: Request): Promise<string> {
  const token = tokenOf(request) ?? queryText(request, 'oauth_token') ?? null;
  const userId = token === null ? null : await sessions.userOf(token);
  if (userId === null) throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
  return userId;
}

async function userInfo(parts: OAuthParts, userId: string): Promise<Record<string, unknown>> {
  const identity = await identityOf(parts, userId);
  return {
    sub: identity['id'],
    user_id: userId,
    organization_id: parts.orgId,
    preferred_username: identity['username'],
    nickname: identity['nick_name'],
    name: identity['display_name'],
    email: identity['email'],
    email_verified: true,
    given_name: identity['first_name'],
    family_name: identity['last_name'],
    zoneinfo: identity['timezone'],
    locale: identity['locale'],
    language: identity['language'],
    active: identity['active'],
    user_type: 'STANDARD',
    urls: identity['urls'],
  };
}
