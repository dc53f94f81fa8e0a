import ACCOUNT_SIZE from '@salesforce/label/c.Inspire_Ask_Account_Size';
import BUYER_ROLE from '@salesforce/label/c.Inspire_Ask_Buyer_Role';
import CHALLENGE from '@salesforce/label/c.Inspire_Ask_Challenge';
import COMPETITOR from '@salesforce/label/c.Inspire_Ask_Competitor';
import DEAL_TYPE from '@salesforce/label/c.Inspire_Ask_Deal_Type';
import GEOGRAPHY from '@salesforce/label/c.Inspire_Ask_Geography';
import INDUSTRY from '@salesforce/label/c.Inspire_Ask_Industry';
import PRODUCT from '@salesforce/label/c.Inspire_Ask_Product';
import USE_CASE from '@salesforce/label/c.Inspire_Ask_Use_Case';
import type { Fact } from 'c/inspireAnswer';

const questions: Partial<Record<Fact['dimension'], string>> = {
  challenge: CHALLENGE,
  industry: INDUSTRY,
  buyerRole: BUYER_ROLE,
  geography: GEOGRAPHY,
  accountSize: ACCOUNT_SIZE,
  useCase: USE_CASE,
  product: PRODUCT,
  competitor: COMPETITOR,
  dealType: DEAL_TYPE,
};

/** "Tell us what they want to fix:" */
export const questionOf = (dimension: Fact['dimension']): string => questions[dimension] ?? '';
