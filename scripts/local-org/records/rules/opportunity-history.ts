import { objectNamed } from '../../schema/catalogue.ts';
import { type Change, isChanged, type Saving } from '../change.ts';
import { insertRows, type Row } from '../row.ts';

/** A change of any of these writes a row of OpportunityHistory. */
const TRACKED = ['StageName', 'Amount', 'Probability', 'CloseDate'];

/** The id that the history row of a change will have. */
const historyIds = new WeakMap<Change, string>();

/** Names the rows of history that changes are about to make, in the deals that point at them. */
export async function startHistory(saving: Saving, changes: readonly Change[]): Promise<void> {
  const tracked = changes.filter(
    (change) => !change.before || TRACKED.some((field) => isChanged(change, field)),
  );
  const { prefix } = objectNamed(saving.catalogue, 'OpportunityHistory');
  const ids = await saving.newIds(prefix, tracked.length);
  for (const [index, change] of tracked.entries()) {
    const id = ids[index] ?? '';
    historyIds.set(change, id);
    if (!change.before) continue;
    if (isChanged(change, 'Amount')) change.after['LastAmountChangedHistoryId'] = id;
    if (isChanged(change, 'CloseDate')) change.after['LastCloseDateChangedHistoryId'] = id;
  }
}

/** OpportunityHistory is the org's own: one row when a deal is created and one for each change that it tracks. */
export async function writeHistory(saving: Saving, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap((change) => {
    const id = historyIds.get(change);
    return id === undefined ? [] : [historyRow(saving, change, id)];
  });
  await insertRows(saving.trx, objectNamed(saving.catalogue, 'OpportunityHistory'), rows);
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
