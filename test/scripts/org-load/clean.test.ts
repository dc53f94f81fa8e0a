import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { clean, type Pipeline } from '../../../scripts/org-load/clean/index.ts';
import { readFiles } from '../../../scripts/org-load/read.ts';
import { summaryOf } from '../../../scripts/org-load/report.ts';
import { INDUSTRIES } from '../../../scripts/local-org/schema/standard/values.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dirty = at('./fixtures/pipeline');
const real = at('../../../../shared/data/crm-sales');

const rows = await readFiles(dirty);
const pipeline = clean(rows, INDUSTRIES);
const reasons = (list: Pipeline['rejected'], file: string): [number, string][] =>
  list.filter((row) => row.file === file).map(({ line, reason }) => [line, reason]);

describe('a file with every kind of dirt', () => {
  it('is accounted for row by row', () => {
    const { input, loaded, rejected } = summaryOf({ rows, ...pipeline, secondRunChanges: 0 });
    expect(input).toBe(8 + 4 + 5 + 19);
    expect(loaded + rejected).toBe(input);
    const kept =
      pipeline.accounts.length + pipeline.products.length + pipeline.agents.length + pipeline.deals.length;
    expect(loaded).toBe(kept);
  });

  it('loses accounts only with a reason', () => {
    expect(reasons(pipeline.rejected, 'accounts.csv')).toEqual([
      [6, 'has the same key as line 2'],
      [7, 'account is missing'],
      [8, 'revenue "lots" is not a number of zero or more'],
      [9, 'has 2 values, the header 7'],
    ]);
  });

  it('loses deals only with a reason', () => {
    expect(reasons(pipeline.rejected, 'sales_pipeline.csv')).toEqual([
      [8, 'has the same key as line 2'],
      [12, 'engage_date "2/30/2017" is not a date such as 3/31/2017'],
      [17, 'close_value "-5" is not a number of zero or more'],
      [19, 'has 4 values, the header 8'],
      [20, 'opportunity_id is missing'],
      [9, 'no product is called "Warp Drive"'],
      [10, 'no agent is called "Somebody Else"'],
      [11, 'no account is called "Unheard Of Ltd"'],
      [13, 'closes before it begins'],
      [14, 'is Won without a close_date'],
      [15, 'is Engaging without an engage_date'],
      [16, '"Hopeful" is none of the stages Prospecting, Engaging, Won, Lost'],
      [18, 'no product is called "MG Broken"'],
    ]);
  });

  it('has its misspelt names repaired, each with its place', () => {
    const repairs = pipeline.repaired.map(
      ({ file, line, what, from, to }) => `${file}:${line} ${what} ${from} > ${to}`,
    );
    expect(repairs).toEqual([
      'accounts.csv:2 sector technolgy > Technology',
      'accounts.csv:3 country Philipines > Philippines',
      'accounts.csv:3 parent account Acme Corporaton > Acme Corporation',
      'accounts.csv:4 parent account Nobody & Sons > ',
      'sales_teams.csv:4 manager Dustin Brinkman > Dustin Brinkmann',
      'sales_pipeline.csv:3 product GTXPro > GTX Pro',
      'sales_pipeline.csv:4 agent Darcel Schlect > Darcel Schlecht',
    ]);
  });

  it('keeps what is no misspelling as it is written', () => {
    const sectors = pipeline.accounts.map(({ account, sector }) => [account, sector]);
    expect(sectors).toContainEqual(['Betatech', 'medical']);
    expect(sectors).toContainEqual(['Duskfield', 'Retail']);
  });

  it('keeps a deal without an account', () => {
    expect(pipeline.deals.find(({ opportunity_id: id }) => id === 'D0000004')?.account).toBe('');
  });

  it('has parents before their subsidiaries', () => {
    const names = pipeline.accounts.map(({ account }) => account);
    expect(names.indexOf('Acme Corporation')).toBeLessThan(names.indexOf('Betatech'));
  });
});

describe('a folder that is no pipeline', () => {
  it('is refused with what it lacks', async () => {
    await expect(readFiles(at('./fixtures'))).rejects.toThrow(
      /accounts\.csv can not be read\. A pipeline is a folder with accounts\.csv, products\.csv/,
    );
  });
});

// The pipeline that nobody here wrote lies beside the project; where it does not, there is nothing to check.
if (existsSync(real)) {
  describe('the real pipeline', () => {
    it('is loaded whole, with three misspelt names repaired', async () => {
      const all = await readFiles(real);
      const result = clean(all, INDUSTRIES);
      expect(summaryOf({ rows: all, ...result, secondRunChanges: 0 })).toEqual({
        input: 8927,
        loaded: 8927,
        repaired: 1493,
        rejected: 0,
        secondRunChanges: 0,
      });
      expect(new Set(result.repaired.map(({ from, to }) => `${from} > ${to}`))).toEqual(
        new Set(['technolgy > Technology', 'Philipines > Philippines', 'GTXPro > GTX Pro']),
      );
      expect(result.deals.filter(({ account }) => account === '')).toHaveLength(1425);
    });
  });
}
