import { objectNamed } from '../../schema/catalogue.ts';
import { type Change, isChanged, type Saving } from '../change.ts';
import { insertRows, type Row, updateRows } from '../row.ts';

/** A change of any of these writes a row of OpportunityHistory. */
const TRACKED = ['StageName', 'Amount', 'Probability', 'CloseDate'];

/** OpportunityHistory is the org's own: one row when a deal is created and one for each change that it tracks. */
export async function writeHistory(saving: Saving, changes: readonly Change[]): Promise<void> {
  const tracked = changes.filter(
    (change) => !change.before || TRACKED.some((field) => isChanged(change, field)),
  );
  const history = objectNamed(saving.catalogue, 'OpportunityHistory');
  const ids = await saving.newIds(history.prefix, tracked.length);
  const rows = tracked.map((change, index) => historyRow(saving, change, ids[index] ?? ''));
  await insertRows(saving.trx, history, rows);
  await linkHistory(saving, tracked, ids);
}

function historyRow({ access, now }: Saving, { before, after, id }: Change, historyId: string): Row {
  return {
    Id: historyId,
    OpportunityId: id,
    StageName: after['StageName'] ?? null,
    Amount: after['Amount'] ?? null,
    ExpectedRevenue: after['ExpectedRevenue'] ?? null,
    CloseDate: after['CloseDate'] ?? null,
    Probability: after['Probability'] ?? null,
    ForecastCategory: after['ForecastCategory'] ?? null,
    PrevAmount: before?.['Amount'] ?? null,
    PrevCloseDate: before?.['CloseDate'] ?? null,
    CurrencyIsoCode: after['CurrencyIsoCode'] ?? null,
    CreatedDate: now,
    CreatedById: access.userId,
    SystemModstamp: now,
    IsDeleted: false,
  };
}

/** A deal points at the history rows of its last change of amount and of close date. */
async function linkHistory(
  saving: Saving,
  tracked: readonly Change[],
  ids: readonly string[],
): Promise<void> {
  const patches = tracked.flatMap((change, index): [string, Row][] => {
    const historyId = ids[index] ?? '';
    if (!change.before) return [];
    const patch: Row = {
      ...(isChanged(change, 'Amount') ? { LastAmountChangedHistoryId: historyId } : {}),
      ...(isChanged(change, 'CloseDate') ? { LastCloseDateChangedHistoryId: historyId } : {}),
    };
    return Object.keys(patch).length > 0 ? [[change.id, patch]] : [];
  });
  await updateRows(saving.trx, objectNamed(saving.catalogue, 'Opportunity'), new Map(patches));
}
