import type { AccountPlan } from 'c/inspireTouchpointAnswer';
import type { Upgrade } from 'c/inspireUpgradeForm';

/** The first open stage, and the type of an upgrade: API values as Salesforce ships them. */
const firstStage = 'Prospecting';
const upgradeType = 'Existing Customer - Upgrade';

/** What `createRecord` takes for an upgrade of an account. */
export const upgradeOf = (accountId: string, { name, closeDate }: Upgrade) => ({
  apiName: 'Opportunity',
  fields: {
    AccountId: accountId,
    Name: name,
    CloseDate: closeDate,
    StageName: firstStage,
    Type: upgradeType,
  },
});

/** The day to have an upgrade closed by: the earliest end of a contract or of a product's use that is to come. */
export const closeOnOf = ({ dates, today }: AccountPlan): string | undefined =>
  dates
    .flatMap(({ anchor, on }) => (on && (anchor === 'contractEnd' || anchor === 'assetEnd') ? [on] : []))
    .filter((on) => on >= today)
    .sort()[0];
