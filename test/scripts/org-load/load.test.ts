import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'jsforce';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Progress } from '../../../scripts/org-load/load.ts';
import { type Report, summaryOf } from '../../../scripts/org-load/report.ts';
import { runLoad } from '../../../scripts/org-load/run.ts';
import { libraryOf } from '../../config/shipped.ts';
import { suggestedTo } from '../../config/suggested.ts';
import { testOrg, type TestOrg } from '../local-org/support/org.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const root = at('../../..');
const real = at('../../../../shared/data/crm-sales');
const today = Temporal.PlainDate.from('2026-11-22');
const quiet: Progress = { start: () => undefined, advance: () => undefined, stop: () => undefined };

let org: TestOrg;
let connection: Connection;
const rowsOf = async <Row>(soql: string, schema: z.ZodType<Row>): Promise<Row[]> =>
  (await connection.query(soql)).records.map((record) => schema.parse(record));

beforeAll(async () => {
  org = await testOrg({ projectRoot: root, additionalMetadata: [join(root, 'scripts/org-load/metadata')] });
  connection = await org.connect();
});
afterAll(() => org.end());

describe('a pipeline with every kind of dirt', () => {
  let report: Report;
  beforeAll(async () => {
    report = await runLoad(connection, at('./fixtures/pipeline'), today, quiet);
  });

  it('is loaded but for the rows that were rejected, and a second time changes nothing', async () => {
    const summary = summaryOf(report);
    expect(summary).toMatchObject({ input: 36, loaded: 18, rejected: 18, secondRunChanges: 0 });
    const [count] = [(await connection.query('SELECT COUNT() FROM Opportunity')).totalSize];
    expect(count).toBe(6);
  });

  it('has a history that the org wrote at the dates of the file', async () => {
    const history = await rowsOf(
      `SELECT StageName, CreatedDate FROM OpportunityHistory
       WHERE Opportunity.Source_Key__c = 'D0000001' ORDER BY CreatedDate`,
      z.object({ StageName: z.string(), CreatedDate: z.string() }),
    );
    const stages = history.map(({ StageName, CreatedDate }) => `${CreatedDate.slice(0, 10)} ${StageName}`);
    expect([...new Set(stages)].at(0)).toBe('2016-10-20 Engaging');
    expect([...new Set(stages)].at(-1)).toBe('2017-03-01 Won');
    expect(new Set(history.map(({ StageName }) => StageName))).toEqual(new Set(['Engaging', 'Won']));
  });

  it('is worth what the file says once a deal is closed', async () => {
    const schema = z.object({
      Source_Key__c: z.string(),
      IsWon: z.boolean(),
      Amount: z.number().nullable(),
      CloseDate: z.string(),
    });
    const soql =
      'SELECT Source_Key__c, IsWon, Amount, CloseDate FROM Opportunity WHERE IsClosed = true ORDER BY Source_Key__c';
    expect((await rowsOf(soql, schema)).map((row) => ({ ...row }))).toMatchObject([
      { Source_Key__c: 'D0000001', IsWon: true, Amount: 540, CloseDate: '2017-03-01' },
      { Source_Key__c: 'D0000002', IsWon: false, Amount: 0, CloseDate: '2017-03-11' },
      { Source_Key__c: 'D0000005', IsWon: true, Amount: 4590, CloseDate: '2017-06-30' },
    ]);
  });

  it('gives every agent a role below their manager and region', async () => {
    const names = z.object({
      Name: z.string(),
      Manager: z.object({ Name: z.string() }).nullable(),
      UserRole: z.object({ Name: z.string() }).nullable(),
    });
    const users = await rowsOf(
      "SELECT Name, Manager.Name, UserRole.Name FROM User WHERE Title = 'Sales Agent' ORDER BY Name",
      names,
    );
    expect(users.map(({ Name, Manager, UserRole }) => [Name, Manager?.Name, UserRole?.Name])).toEqual([
      ['Anna Snelling', 'Dustin Brinkmann', 'Team Dustin Brinkmann'],
      ['Darcel Schlecht', 'Dustin Brinkmann', 'Team Dustin Brinkmann'],
      ['Moses Frase', 'Dustin Brinkmann', 'Team Dustin Brinkmann'],
      ['Vicki Laflamme', 'Celia Rouche', 'Team Celia Rouche'],
      ['Zoë Ödland', undefined, 'West'],
    ]);
  });

  it('gets every agent suggestions on each of their deals', async () => {
    const { library } = await libraryOf(['starter']);
    const deals = await rowsOf(
      'SELECT Id, OwnerId FROM Opportunity',
      z.object({ Id: z.string(), OwnerId: z.string() }),
    );
    for (const { Id, OwnerId } of deals) {
      const items = await suggestedTo(org, library, OwnerId, Id);
      expect(items.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives the clock back', () => {
    expect(org.clock.moved()).toBe(false);
  });
});

// The pipeline that nobody here wrote lies beside the project; where it does not, there is nothing to load.
if (existsSync(real)) {
  describe('a cut of the real pipeline', () => {
    it('is loaded whole, and a second time changes nothing', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'crm-cut-'));
      try {
        for (const file of ['accounts.csv', 'products.csv', 'sales_teams.csv'])
          await writeFile(join(folder, file), await readFile(join(real, file)));
        const [header = '', ...lines] = (await readFile(join(real, 'sales_pipeline.csv'), 'utf8')).split(
          '\n',
        );
        const cut = lines.filter((_, index) => index % 800 === 0);
        await writeFile(join(folder, 'sales_pipeline.csv'), [header, ...cut].join('\n'));
        const summary = summaryOf(await runLoad(connection, folder, today, quiet));
        expect(summary).toMatchObject({ input: 85 + 7 + 35 + 11, rejected: 0, secondRunChanges: 0 });
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
}
