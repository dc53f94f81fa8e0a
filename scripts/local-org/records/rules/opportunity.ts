import { type Change, isChanged, type ObjectRules, type Saving } from '../change.ts';
import { insertPrimaryRoles } from './contact-role.ts';
import { expectedRevenue, fiscalPeriod, FORECAST_CATEGORIES } from './forecast.ts';
import { startHistory, writeHistory } from './opportunity-history.ts';
import type { Stage } from '../settings.ts';

/** What Salesforce gives a stage that is not in the list (assumed): open, in the pipeline, without probability. */
const UNKNOWN_STAGE: Stage = {
  closed: false,
  won: false,
  categoryName: 'Pipeline',
  probability: 0,
};

/**
 * Stage decides whether a deal is closed or won, and, unless the caller says otherwise, its probability and forecast
 * category; amounts of deals with products are the products' (an amount that is given then is ignored).
 */
export const opportunityRules: ObjectRules = {
  async before(saving, changes) {
    const { stages } = saving.settings;
    for (const change of changes) {
      if (change.before?.['HasOpportunityLineItem'] === true)
        change.after['Amount'] = change.before['Amount'] ?? null;
      applyStage(change, stages.get(String(change.after['StageName'])) ?? UNKNOWN_STAGE, saving);
      change.after['ForecastCategory'] =
        FORECAST_CATEGORIES[String(change.after['ForecastCategoryName'])] ?? 'Pipeline';
      applyCloseDate(change, saving.access.fiscalYearStartMonth);
      change.after['ExpectedRevenue'] = expectedRevenue(change.after);
    }
    await startHistory(saving, changes);
  },
  async after(saving, changes) {
    await writeHistory(saving, changes);
    await insertPrimaryRoles(saving, changes);
  },
};

function applyStage(change: Change, stage: Stage, { now }: Saving): void {
  if (change.before && !isChanged(change, 'StageName')) return;
  const { after, given } = change;
  after['IsClosed'] = stage.closed;
  after['IsWon'] = stage.won;
  if (!given.has('Probability')) after['Probability'] = stage.probability;
  if (!given.has('ForecastCategoryName')) after['ForecastCategoryName'] = stage.categoryName;
  if (change.before) after['LastStageChangeDate'] = now;
}

/** Fiscal period of the close date; a deal that is pushed into a later month counts its pushes. */
function applyCloseDate({ before, after }: Change, startMonth: number): void {
  const closeDate = after['CloseDate'];
  if (typeof closeDate !== 'string') return;
  const { year, quarter } = fiscalPeriod(closeDate, startMonth);
  after['FiscalYear'] = year;
  after['FiscalQuarter'] = quarter;
  after['Fiscal'] = `${year} ${quarter}`;
  const previous = before?.['CloseDate'];
  if (typeof previous !== 'string' || closeDate.slice(0, 7) <= previous.slice(0, 7)) return;
  after['PushCount'] = Number(before?.['PushCount'] ?? 0) + 1;
}
