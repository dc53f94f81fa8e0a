import ACCOUNT_SIZE from '@salesforce/label/c.Inspire_Dimension_Account_Size';
import BUYER_ROLE from '@salesforce/label/c.Inspire_Dimension_Buyer_Role';
import CHALLENGE from '@salesforce/label/c.Inspire_Dimension_Challenge';
import COMPETITOR from '@salesforce/label/c.Inspire_Dimension_Competitor';
import DEAL_TYPE from '@salesforce/label/c.Inspire_Dimension_Deal_Type';
import GEOGRAPHY from '@salesforce/label/c.Inspire_Dimension_Geography';
import INDUSTRY from '@salesforce/label/c.Inspire_Dimension_Industry';
import PHASE from '@salesforce/label/c.Inspire_Dimension_Phase';
import PRODUCT from '@salesforce/label/c.Inspire_Dimension_Product';
import STAGE from '@salesforce/label/c.Inspire_Dimension_Stage';
import USE_CASE from '@salesforce/label/c.Inspire_Dimension_Use_Case';
import type { Fact } from 'c/inspireAnswer';

const names: Record<Fact['dimension'], string> = {
  challenge: CHALLENGE,
  industry: INDUSTRY,
  buyerRole: BUYER_ROLE,
  stage: STAGE,
  phase: PHASE,
  geography: GEOGRAPHY,
  accountSize: ACCOUNT_SIZE,
  useCase: USE_CASE,
  product: PRODUCT,
  competitor: COMPETITOR,
  dealType: DEAL_TYPE,
};

/** "Challenge". */
export const nameOf = (dimension: Fact['dimension']): string => names[dimension];
