import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { configurationRoutes, itemRoute } from './content/index.ts';
import type { Context } from './context.ts';
import { AppError } from './errors.ts';
import { mountHealth } from './http/health.ts';
import { mountPages } from './http/pages/mount.ts';
import { createRequestLog } from './http/logging.ts';
import { problemHandler } from './http/problem.ts';
import { limitAddresses } from './http/rate-limit.ts';
import type { Route } from './http/route.ts';
import { mountSignedRoutes } from './http/signed-routes.ts';
import { journeyRoutes } from './journey/index.ts';
import { salesforceRoutes } from './salesforce/index.ts';
import { fittingItems, suggestionRoutes } from './suggestions/index.ts';
import { touchpointRoutes } from './touchpoints/index.ts';

/** What was published stays published; the poll brings it a second later. */
const tellOf = (log: Logger) => (err: unknown) => log.warn({ err }, 'Library not updated yet');

/** Every operation of the service. */
const routesOf = ({ libraries, store, now, metrics, log, secretKey }: Context): Route[] => [
  ...suggestionRoutes({ libraries, store, now, onUnfiltered: () => metrics.unfiltered.inc() }),
  itemRoute({ store, now }),
  ...journeyRoutes({ store, now, factConfigurationOf: async (orgId) => (await libraries.get(orgId)).facts }),
  ...configurationRoutes({ store, onPublished: (orgId) => libraries.update(orgId).catch(tellOf(log)) }),
  ...salesforceRoutes({ store, now, secretKey }),
  ...touchpointRoutes({
    ...{ store, now },
    factConfigurationOf: async (orgId) => (await libraries.get(orgId)).facts,
    contentFor: (call) => fittingItems(call, { libraries, now }),
  }),
];

const mountFrontDoor = (app: Express, { config, log, metrics }: Context): void => {
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.use(createRequestLog(log), metrics.observe, helmet());
  app.use(limitAddresses(config.ADDRESS_REQUESTS_PER_MINUTE));
};

/** The whole service as an Express application; it does not listen. The benchmark mounts a route of its own instead. */
export const createApp = (context: Context, routes = routesOf(context)): Express => {
  const { config, store, lifecycle, findOrganization, seenTokens, now } = context;
  const app = express();
  mountFrontDoor(app, context);
  mountHealth(app, { lifecycle, pingStore: () => store.ping() });
  mountSignedRoutes(app, routes, {
    config,
    seenTokens,
    policy: {
      audience: config.AUDIENCE,
      acceptLocalOrg: config.LOCAL_ORG === 'accept',
      findOrganization,
      now,
    },
  });
  mountPages(app, routes);
  app.use((request) => {
    throw new AppError('routeUnknown', `There is nothing at ${request.method} ${request.path}.`);
  });
  app.use(problemHandler);
  return app;
};
