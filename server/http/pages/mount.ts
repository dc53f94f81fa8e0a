import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { createOpenApiDocument } from '../openapi.ts';
import type { Route } from '../route.ts';
import { renderPage } from './page.ts';
import { referenceText } from './reference.ts';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

const versionOf = (manifest: string): string => /"version": "([^"]+)"/.exec(manifest)?.[1] ?? '';

/** What people read about the service: the OpenAPI document, a page made of it, and the page of errors. */
export const mountPages = (app: Express, routes: readonly Route[]): void => {
  const document = createOpenApiDocument(routes, versionOf(read('package.json')));
  const reference = renderPage('Reference', referenceText(document));
  const errors = renderPage('Errors', read('docs/errors.md'));
  app.get('/openapi.json', (_request, response) => void response.json(document));
  app.get('/reference', (_request, response) => void response.type('html').send(reference));
  app.get('/errors', (_request, response) => void response.type('html').send(errors));
};
