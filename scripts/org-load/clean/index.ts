import type { RawRow } from '../read.ts';
import { countryNames } from './countries.ts';
import { type Account, type Agent, type Deal, type Pipeline, type Stage, STAGES } from './pipeline.ts';
import { usualSpellings } from './repair.ts';
import { accountRow, type DealRow, dealRow, productRow, teamRow } from './rows.ts';
import { type Findings, type Read, reject, settle, sift } from './sift.ts';

export type { Account, Agent, Deal, Pipeline, Product, Rejected, Repaired, Stage } from './pipeline.ts';

/**
 * What of the files can be loaded. Names are compared with the lists that define them: products, accounts, agents,
 * countries, and `industries` of the org. Pure.
 */
export function clean(rows: readonly RawRow[], industries: readonly string[]): Pipeline {
  const findings: Findings = { repaired: [], rejected: [] };
  const accounts = cleanAccounts(rows, industries, findings);
  const products = sift(rows, 'products.csv', productRow, ({ product }) => product, findings);
  const agents = cleanAgents(rows, findings);
  const deals = cleanDeals(rows, { accounts, products, agents }, findings);
  return { accounts: parentsFirst(accounts), products, agents, deals, ...withoutRejected(findings) };
}

/** A repair of a row that is rejected all the same is none. */
function withoutRejected({ repaired, rejected }: Findings): Findings {
  const places = new Set(rejected.map(({ file, line }) => `${file}:${line}`));
  return { rejected, repaired: repaired.filter(({ file, line }) => !places.has(`${file}:${line}`)) };
}

function cleanAccounts(
  rows: readonly RawRow[],
  industries: readonly string[],
  findings: Findings,
): Account[] {
  const read = sift(rows, 'accounts.csv', accountRow, ({ account }) => account, findings);
  const countries = countryNames();
  const names = read.map(({ account }) => account);
  return read.map((row) => ({
    ...row,
    sector: settle(findings, row, 'sector', row.sector, industries) ?? row.sector,
    office_location: settle(findings, row, 'country', row.office_location, countries) ?? row.office_location,
    subsidiary_of: parentOf(findings, row, names),
  }));
}

/** A parent that no account has is left out: the account itself is still there. */
function parentOf(
  findings: Findings,
  row: Read<{ subsidiary_of: string }>,
  names: readonly string[],
): string {
  const from = row.subsidiary_of;
  if (from === '') return '';
  const parent = settle(findings, row, 'parent account', from, names);
  if (parent === undefined)
    findings.repaired.push({ file: row.file, line: row.line, what: 'parent account', from, to: '' });
  return parent ?? '';
}

/** An account that is its own ancestor keeps its place and loses nothing: the org refuses loops itself. */
function parentsFirst(accounts: readonly Account[]): Account[] {
  const depth = (account: Account, seen: readonly string[] = []): number => {
    const parent = accounts.find((other) => other.account === account.subsidiary_of);
    return parent && !seen.includes(parent.account) ? depth(parent, [...seen, account.account]) + 1 : 0;
  };
  return accounts.toSorted((a, b) => depth(a) - depth(b));
}

function cleanAgents(rows: readonly RawRow[], findings: Findings): Agent[] {
  const read = sift(rows, 'sales_teams.csv', teamRow, ({ sales_agent }) => sales_agent, findings);
  const managers = usualSpellings(read.map(({ manager }) => manager));
  const regions = usualSpellings(read.map(({ regional_office }) => regional_office));
  return read.map((row) => ({
    ...row,
    manager: settle(findings, row, 'manager', row.manager, managers) ?? '',
    regional_office: settle(findings, row, 'region', row.regional_office, regions) ?? '',
  }));
}

type Known = Pick<Pipeline, 'accounts' | 'products' | 'agents'>;

function cleanDeals(rows: readonly RawRow[], known: Known, findings: Findings): Deal[] {
  const names = {
    accounts: known.accounts.map(({ account }) => account),
    products: known.products.map(({ product }) => product),
    agents: known.agents.map(({ sales_agent }) => sales_agent),
  };
  const read = sift(rows, 'sales_pipeline.csv', dealRow, ({ opportunity_id }) => opportunity_id, findings);
  return read.flatMap((row) => {
    const sales_agent = settle(findings, row, 'agent', row.sales_agent, names.agents);
    const product = settle(findings, row, 'product', row.product, names.products);
    const account = row.account === '' ? '' : settle(findings, row, 'account', row.account, names.accounts);
    const deal_stage = settle(findings, row, 'stage', row.deal_stage, STAGES);
    const stage = STAGES.find((name) => name === deal_stage);
    if (sales_agent === undefined)
      return reject(findings, row.raw, `no agent is called "${row.sales_agent}"`);
    if (product === undefined) return reject(findings, row.raw, `no product is called "${row.product}"`);
    if (account === undefined) return reject(findings, row.raw, `no account is called "${row.account}"`);
    if (stage === undefined)
      return reject(findings, row.raw, `"${row.deal_stage}" is none of the stages ${STAGES.join(', ')}`);
    const fault = contradiction(stage, row);
    return fault
      ? reject(findings, row.raw, fault)
      : [{ ...row, sales_agent, product, account, deal_stage: stage }];
  });
}

/** What the stage of a deal and its dates say of each other. */
function contradiction(stage: Stage, { engage_date, close_date }: DealRow): string | undefined {
  const isClosed = stage === 'Won' || stage === 'Lost';
  if (isClosed && !close_date) return `is ${stage} without a close_date`;
  if (!isClosed && close_date) return `is ${stage} with a close_date`;
  if (stage === 'Engaging' && !engage_date) return 'is Engaging without an engage_date';
  if (engage_date && close_date && engage_date.until(close_date).sign < 0) return 'closes before it begins';
  return undefined;
}
