import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCookie, stringifySetCookie } from 'cookie';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import type { BuiltPages } from '../build/index.ts';
import { pageHtml, phoneHtml, themes, type PageSession, type Person } from './page.ts';

/** What the pages need from the org that they belong to. */
export type PreviewOrg = {
  /** Who can be logged in as; the first is who a visitor without a session becomes. */
  users: () => Promise<readonly Person[]>;
  /** @returns an access token, or undefined if there is no such active user. */
  login: (userId: string) => Promise<string | undefined>;
  /** @returns undefined if the token is not valid (any more). */
  sessionOf: (accessToken: string) => Promise<Omit<PageSession, 'users' | 'apiReference'> | undefined>;
};

/** A deal of the sample data that shows one situation. */
export type StagedDeal = {
  opportunityId: string;
  accountId: string | null;
  name: string;
  title: string;
  story: string;
  userId: string;
};

export type PreviewOptions = {
  /** Project root: style sheets come from its packages. */
  root: string;
  pages: BuiltPages;
  org: PreviewOrg;
  stagedDeals: () => Promise<readonly StagedDeal[]>;
  /** Address of the service's API reference. */
  apiReference: string;
};

export const sessionCookie = 'sid';

/**
 * Serves the start page and the record pages from the local org's own HTTP app, as Salesforce serves its pages from the
 * org's own address. Adds `/`, `/lightning/**` and `/preview/**`.
 */
export function mountPreview(app: Express, options: PreviewOptions): void {
  app.use(['/preview', '/lightning'], sameOriginOnly);
  app.use('/preview/assets', assets(options.root));
  app.use(
    '/preview/js',
    express.static(options.pages.directory, { immutable: true, maxAge: '1y', index: false }),
  );
  app.post('/preview/session', express.json({ limit: '1kb' }), openSession(options));
  app.get('/preview/staged-deals', async (_request, response) => {
    response.json(await options.stagedDeals());
  });
  app.get('/preview/phone', securePage, showPhone);
  app.get(['/', '/lightning/{*path}'], securePage, showPage(options));
}

/** The session travels in a cookie: another site in the same browser must not use it. */
const sameOriginOnly: RequestHandler = (request, response, next) => {
  const site = request.get('sec-fetch-site');
  const isVisit = request.method === 'GET' && request.get('sec-fetch-dest') !== 'empty';
  if (site === undefined || site === 'same-origin' || site === 'none' || isVisit) next();
  else
    response
      .status(403)
      .json({ message: 'This address answers only its own pages. Open it in a tab of its own.' });
};

const securePage = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  xFrameOptions: { action: 'sameorigin' },
  strictTransportSecurity: false,
});

function assets(root: string): RequestHandler {
  const router = express.Router();
  const systems = join(root, 'node_modules/@salesforce-ux');
  const kept = { maxAge: '1d', index: false } as const;
  const style = readFileSync(join(root, 'scripts/preview/server/page.css'), 'utf8');
  router.get('/page.css', (_request, response) => {
    response.type('css').send(style);
  });
  router.use('/slds1', express.static(join(systems, 'design-system/assets'), kept));
  router.use('/slds2', express.static(join(systems, 'design-system-2/dist/css/bundled'), kept));
  return router;
}

const loginSchema = z.strictObject({ userId: z.string().regex(/^005[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/) });

function openSession({ org }: PreviewOptions): RequestHandler {
  return async (request, response) => {
    const { data } = loginSchema.safeParse(request.body);
    const token = data && (await org.login(data.userId));
    if (token === undefined) {
      response.status(400).json({
        message: 'Nobody can be logged in with this id. Send {"userId": "005…"} of an active user.',
      });
      return;
    }
    setSession(response, token);
    response.status(204).end();
  };
}

const setSession = (response: Response, token: string): void => {
  response.append(
    'Set-Cookie',
    stringifySetCookie({ name: sessionCookie, value: token, httpOnly: true, sameSite: 'strict', path: '/' }),
  );
};

const cookiesOf = (request: Request) => parseCookie(request.get('cookie') ?? '');

function showPage({ org, pages, apiReference }: PreviewOptions): RequestHandler {
  return async (request, response) => {
    const cookies = cookiesOf(request);
    const users = await org.users();
    const known =
      cookies[sessionCookie] === undefined ? undefined : await org.sessionOf(cookies[sessionCookie]);
    const session = known ?? (await welcome(org, users, response));
    const theme = themes.find((candidate) => candidate === cookies['theme']) ?? 'slds1';
    response
      .set('Cache-Control', 'no-store')
      .send(pageHtml(pages, { ...session, users, apiReference }, theme));
  };
}

/** A visitor without a session, or with one that has ended, becomes the first of the users. */
async function welcome(org: PreviewOrg, users: readonly Person[], response: Response) {
  const token = users[0] && (await org.login(users[0].id));
  const session = token === undefined ? undefined : await org.sessionOf(token);
  if (token === undefined || session === undefined)
    throw new Error('The local org has no active user to show the pages to. Load the sample data.');
  setSession(response, token);
  return session;
}

const showPhone: RequestHandler = (request, response) => {
  const path = typeof request.query['path'] === 'string' ? request.query['path'] : '/';
  response.send(phoneHtml(/^\/(?!\/)/.test(path) ? path : '/'));
};
