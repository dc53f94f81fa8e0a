import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { type Clock, createClock } from './clock.ts';
import { openDatabase } from './database.ts';
import { createRecords, type Records } from './records/index.ts';
import { buildCatalogue } from './schema/build.ts';
import type { Catalogue } from './schema/catalogue.ts';
import { readMetadata } from './schema/metadata/source.ts';
import { startOrg } from './start.ts';

export interface LocalOrgOptions {
  /** A database of the org's own; made into an org at the first start, kept over restarts. */
  databaseUrl: string;
  /** Folder with the project's sfdx-project.json, whose metadata becomes part of the org. */
  projectRoot: string;
  /** Where the org is reached, without a slash at the end. */
  baseUrl: string;
  log: Logger;
}

/** A Salesforce org on this machine. */
export interface LocalOrg {
  app: Express;
  records: Records;
  catalogue: Catalogue;
  clock: Clock;
  /** 18 characters. */
  orgId: string;
  /** The two users of a new org. */
  adminId: string;
  integrationId: string;
  close(): Promise<void>;
}

/** @throws Error if the database cannot be reached or the metadata holds what the local org does not know */
export async function createLocalOrg({ databaseUrl, projectRoot, log }: LocalOrgOptions): Promise<LocalOrg> {
  const clock = createClock();
  const source = readMetadata(projectRoot);
  const catalogue = buildCatalogue(source);
  const db = openDatabase(databaseUrl, log);
  const founders = await startOrg(db, catalogue, source, clock);
  const records = createRecords({ db, catalogue, clock });
  return { app: express(), records, catalogue, clock, ...founders, close: () => db.destroy() };
}
