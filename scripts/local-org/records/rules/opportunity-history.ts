import type { ObjectDefinition } from '../../schema/object.ts';
import { type Change, isChanged, type Saving } from '../change.ts';
import { insertRows, type Row, updateRows } from '../row.ts';

/** A change of any of these writes a row of OpportunityHistory. */
const TRACKED = ['StageName', 'Amount', 'Probability', 'CloseDate', 'ForecastCategory'];

/** OpportunityHistory is the org's own: one row when a deal is created and one for each change that it tracks. */
export async function writeHistory(saving: Saving, changes: readonly Change[]): Promise<void> {
  const tracked = changes.filter((change) => !change.before || TRACKED.some((field) => isChanged(change, field)));
  const history = objectNamed(saving, 'OpportunityHistory');
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
async function linkHistory(saving: Saving, tracked: readonly Change[], ids: readonly string[]): Promise<void> {
  const patches = tracked.flatMap((change, index): [string, Row][] => {
    const historyId = ids[index] ?? '';
    if (!change.before) return [];
    const patch: Row = {
      ...(isChanged(change, 'Amount') ? { LastAmountChangedHistoryId: historyId } : {}),
      ...(isChanged(change, 'CloseDate') ? { LastCloseDateChangedHistoryId: historyId } : {}),
    };
    return Object.keys(patch).length > 0 ? [[change.id, patch]] : [];
  });
  await updateRows(saving.trx, objectNamed(saving, 'Opportunity'), new Map(patches));
}

/** A contact named when a deal is created becomes its primary contact. */
export async function insertContactRoles(saving: Saving, changes: readonly Change[]): Promise<void> {
  const withContact = changes.filter((change) => !change.before && typeof change.after['ContactId'] === 'string');
  const role = objectNamed(saving, 'OpportunityContactRole');
  const ids = await saving.newIds(role.prefix, withContact.length);
  const { access, now } = saving;
  const rows = withContact.map(({ id, after }, index): Row => ({
    Id: ids[index] ?? '',
    OpportunityId: id,
    ContactId: after['ContactId'] ?? null,
    IsPrimary: true,
    CurrencyIsoCode: after['CurrencyIsoCode'] ?? null,
    CreatedDate: now,
    CreatedById: access.userId,
    LastModifiedDate: now,
    LastModifiedById: access.userId,
    SystemModstamp: now,
  }));
  await insertRows(saving.trx, role, rows);
}

/** @throws Error if the catalogue has no such object: a fault of this program */
export function objectNamed({ catalogue }: Pick<Saving, 'catalogue'>, name: string): ObjectDefinition {
  const object = catalogue.object(name);
  if (!object) throw new Error(`The catalogue has no ${name}.`);
  return object;
}
