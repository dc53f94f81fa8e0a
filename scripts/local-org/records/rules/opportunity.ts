import { sql } from 'kysely';
import { type Executor, table } from '../../database.ts';
import { type Change, isChanged, type ObjectRules, type Saving } from '../change.ts';
import type { FieldValue, Row } from '../row.ts';
import { insertContactRoles, writeHistory } from './opportunity-history.ts';

interface Stage {
  name: string;
  closed: boolean;
  won: boolean;
  category: string;
  categoryName: string;
  probability: number;
}

/** What Salesforce gives a stage that is not in the list (assumed): open, in the pipeline, without probability. */
const UNKNOWN_STAGE: Omit<Stage, 'name'> = { closed: false, won: false, category: 'Pipeline', categoryName: 'Pipeline', probability: 0 };

async function loadStages(trx: Executor): Promise<Map<string, Stage>> {
  const { rows } = await sql<Stage>`select "ApiName" as name, "IsClosed" as closed, "IsWon" as won, "ForecastCategory" as category,
    "ForecastCategoryName" as "categoryName", "DefaultProbability" as probability from ${table('OpportunityStage')}`.execute(trx);
  return new Map(rows.map((stage) => [stage.name, stage]));
}

/**
 * Stage decides whether a deal is closed or won, and, unless the caller says otherwise, its probability and forecast
 * category; amounts of deals with products are the products' (an amount that is given then is ignored).
 */
export const opportunityRules: ObjectRules = {
  async before(saving, changes) {
    const stages = await loadStages(saving.trx);
    const organization = await fiscalStart(saving.trx);
    for (const change of changes) {
      if (change.before?.['HasOpportunityLineItem'] === true) keep(change, 'Amount');
      applyStage(change, stages.get(String(change.after['StageName'])) ?? UNKNOWN_STAGE, saving);
      applyForecast(change, stages);
      applyCloseDate(change, organization);
      change.after['ExpectedRevenue'] = expected(change.after);
    }
  },
  async after(saving, changes) {
    await writeHistory(saving, changes);
    await insertContactRoles(saving, changes);
  },
};

function keep(change: Change, field: string): void {
  change.after[field] = change.before?.[field] ?? null;
}

function applyStage(change: Change, stage: Omit<Stage, 'name'>, { now }: Saving): void {
  if (change.before && !isChanged(change, 'StageName')) return;
  const { after, given } = change;
  after['IsClosed'] = stage.closed;
  after['IsWon'] = stage.won;
  if (!given.has('Probability')) after['Probability'] = stage.probability;
  if (!given.has('ForecastCategoryName')) after['ForecastCategoryName'] = stage.categoryName;
  if (change.before) after['LastStageChangeDate'] = now;
}

function applyForecast(change: Change, stages: ReadonlyMap<string, Stage>): void {
  const name = change.after['ForecastCategoryName'];
  const known = [...stages.values()].find((stage) => stage.categoryName === name);
  change.after['ForecastCategory'] = known?.category ?? CATEGORIES[String(name)] ?? 'Pipeline';
}

const CATEGORIES: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  'Best Case': 'BestCase',
  'Most Likely': 'MostLikely',
  Commit: 'Forecast',
  Closed: 'Closed',
};

async function fiscalStart(trx: Executor): Promise<number> {
  const { rows } = await sql<{ month: number | null }>`select "FiscalYearStartMonth" as month from ${table('Organization')}`.execute(trx);
  return rows[0]?.month ?? 1;
}

/** Fiscal period of the close date; a deal pushed into a later month counts its pushes. */
function applyCloseDate({ before, after }: Change, fiscalStartMonth: number): void {
  const closeDate = after['CloseDate'];
  if (typeof closeDate !== 'string') return;
  const [year = 0, month = 0] = closeDate.split('-').map(Number);
  const shifted = month - fiscalStartMonth + 12;
  after['FiscalQuarter'] = Math.floor((shifted % 12) / 3) + 1;
  after['FiscalYear'] = fiscalStartMonth > 1 && month >= fiscalStartMonth ? year + 1 : year;
  after['Fiscal'] = `${String(after['FiscalYear'])} ${String(after['FiscalQuarter'])}`;
  const previous = before?.['CloseDate'];
  if (typeof previous === 'string' && closeDate.slice(0, 7) > previous.slice(0, 7)) after['PushCount'] = Number(before?.['PushCount'] ?? 0) + 1;
}

function expected(row: Row): FieldValue {
  const { Amount: amount, Probability: probability } = row;
  if (typeof amount !== 'number' || typeof probability !== 'number') return null;
  return Math.round(amount * probability) / 100;
}
