import ACCOUNT_SIZE from '@salesforce/label/c.Inspire_Reason_Account_Size';
import BUYER_ROLE from '@salesforce/label/c.Inspire_Reason_Buyer_Role';
import BUYER_ROLE_INVOLVED from '@salesforce/label/c.Inspire_Reason_Buyer_Role_Involved';
import CHALLENGE from '@salesforce/label/c.Inspire_Reason_Challenge';
import COMPETITOR from '@salesforce/label/c.Inspire_Reason_Competitor';
import COST_OF_INACTION from '@salesforce/label/c.Inspire_Reason_Cost_Of_Inaction';
import DEAL_TYPE from '@salesforce/label/c.Inspire_Reason_Deal_Type';
import FITS_EVERY_DEAL from '@salesforce/label/c.Inspire_Reason_Fits_Every_Deal';
import GEOGRAPHY from '@salesforce/label/c.Inspire_Reason_Geography';
import INDUSTRY from '@salesforce/label/c.Inspire_Reason_Industry';
import PHASE from '@salesforce/label/c.Inspire_Reason_Phase';
import PINNED_BY from '@salesforce/label/c.Inspire_Reason_Pinned_By';
import PRODUCT from '@salesforce/label/c.Inspire_Reason_Product';
import RAISED_BY from '@salesforce/label/c.Inspire_Reason_Raised_By';
import STAGE from '@salesforce/label/c.Inspire_Reason_Stage';
import USE_CASE from '@salesforce/label/c.Inspire_Reason_Use_Case';
import EARLY_FOR_PHASE from '@salesforce/label/c.Inspire_Warning_Early_For_Phase';

type Labels = Record<string, string>;

/** Parts of a sentence that follow "Because". */
export const reasons: Labels = {
  accountSize: ACCOUNT_SIZE,
  buyerRole: BUYER_ROLE,
  buyerRoleInvolved: BUYER_ROLE_INVOLVED,
  challenge: CHALLENGE,
  competitor: COMPETITOR,
  costOfInaction: COST_OF_INACTION,
  dealType: DEAL_TYPE,
  fitsEveryDeal: FITS_EVERY_DEAL,
  geography: GEOGRAPHY,
  industry: INDUSTRY,
  phase: PHASE,
  pinnedBy: PINNED_BY,
  product: PRODUCT,
  raisedBy: RAISED_BY,
  stage: STAGE,
  useCase: USE_CASE,
};

/** Sentences beside one item. */
export const warnings: Labels = {
  earlyForPhase: EARLY_FOR_PHASE,
};

/** Sentences about the whole list. */
export const notices: Labels = {};
