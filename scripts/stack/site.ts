import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { gatewayRouter, type Gateway } from '../local-org/gateway/index.ts';
import type { LocalOrg } from '../local-org/index.ts';
import { tokenOf } from '../local-org/rest/authenticate.ts';
import { mountPreview, type PreviewOptions } from '../preview/server/mount.ts';

export type SiteParts = {
  org: LocalOrg;
  gateway: Gateway;
  preview: PreviewOptions;
  log: Logger;
};

/** The org's own address: its API, its pages, and what its pages call instead of Apex. */
export function createSite({ org, gateway, preview, log }: SiteParts): Express {
  const site = express();
  site.disable('x-powered-by');
  /* Pages first: they let nobody in from other sites. */
  mountPreview(site, preview);
  site.use(
    '/preview/apex',
    gatewayRouter(gateway, (request, response) => userOf(org, request, response), log),
  );
  site.use(['/preview', '/lightning'], failure(log));
  site.use(org.app);
  return site;
}

/** Who is logged in, from the cookie; without a session the page is told to log in again. */
async function userOf({ sessions }: LocalOrg, request: Request, response: Response): Promise<string | null> {
  const token = tokenOf(request);
  const userId = token === null ? null : await sessions.userOf(token);
  if (userId === null) response.status(401).json({ message: 'Session expired or invalid' });
  return userId;
}

/** What is not foreseen is told to the log, not to the browser. */
const failure =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    log.error({ err: error, path: request.path }, 'A page failed');
    if (response.headersSent) next(error);
    else
      response.status(500).json({ message: 'The local org could not answer. Its log says why: .state/log.' });
  };
