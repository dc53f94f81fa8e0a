import { z } from 'zod';
import type { Stack } from '../../../scripts/stack/index.ts';

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** A rep working through the org's API, in their own access. */
export type Seller = {
  readonly userId: string;
  create: (sobject: string, fields: Fields) => Promise<string>;
  update: (sobject: string, id: string, fields: Fields) => Promise<void>;
  query: (soql: string) => Promise<Record<string, unknown>[]>;
  /** An account with a new deal of the seller's own. */
  deal: (given?: Partial<Deal>) => Promise<Deal & { id: string; accountId: string; path: string }>;
};

export type Deal = { name: string; stage: string; amount: number };

const stagedDeal = z.object({ userId: z.string() });

let made = 0;

export async function createSeller({ org, stagedDeals }: Stack): Promise<Seller> {
  const { userId } = stagedDeal.parse((await stagedDeals())[0]);
  const access = await org.records.accessOf(userId);
  const create = async (sobject: string, fields: Fields): Promise<string> => {
    const [result] = await org.records.create(access, sobject, [fields]);
    if (!result?.id) throw new Error(`${sobject} was refused: ${JSON.stringify(result?.errors)}`);
    return result.id;
  };
  const update = async (sobject: string, id: string, fields: Fields): Promise<void> => {
    const [result] = await org.records.update(access, sobject, [{ Id: id, ...fields }]);
    if (!result?.success) throw new Error(`${sobject} was refused: ${JSON.stringify(result?.errors)}`);
  };
  return {
    userId,
    create,
    update,
    query: async (soql) => (await org.records.query(access, soql)).records,
    deal: async ({ name = `Deal ${++made}`, stage = 'Negotiation/Review', amount = 48_500 } = {}) => {
      const accountId = await create('Account', { Name: `${name} GmbH`, BillingCountry: 'Germany' });
      const id = await create('Opportunity', {
        Name: name,
        StageName: stage,
        Amount: amount,
        CurrencyIsoCode: 'EUR',
        CloseDate: '2030-06-28',
        AccountId: accountId,
      });
      return { name, stage, amount, id, accountId, path: `/lightning/r/Opportunity/${id}/view` };
    },
  };
}
