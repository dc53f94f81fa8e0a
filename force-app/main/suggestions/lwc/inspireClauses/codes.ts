import EARLY_FOR_PHASE from '@salesforce/label/c.Inspire_Early';
import FIELDS_HIDDEN from '@salesforce/label/c.Inspire_Notice_Fields_Hidden';
import FIELDS_UNREAD from '@salesforce/label/c.Inspire_Notice_Fields_Unread';
import STAGE_FROM_OPPORTUNITY from '@salesforce/label/c.Inspire_Notice_From_Opportunity';
import STAGE_FROM_WON_OPPORTUNITY from '@salesforce/label/c.Inspire_Notice_From_Won';
import LIBRARY_EMPTY from '@salesforce/label/c.Inspire_Notice_Library_Empty';
import NO_OPPORTUNITY from '@salesforce/label/c.Inspire_Notice_No_Opportunity';
import REACTIONS_MISSING from '@salesforce/label/c.Inspire_Notice_Reactions_Missing';
import STAGE_UNMAPPED from '@salesforce/label/c.Inspire_Notice_Stage_Unmapped';
import CHANGE_DECISION_MISSING from '@salesforce/label/c.Inspire_Undecided';
import ACCOUNT_SIZE from '@salesforce/label/c.Inspire_Why_Account_Size';
import BUYER_ROLE from '@salesforce/label/c.Inspire_Why_Buyer_Role';
import BUYER_ROLE_INVOLVED from '@salesforce/label/c.Inspire_Why_Buyer_Role_Involved';
import CHALLENGE from '@salesforce/label/c.Inspire_Why_Challenge';
import COMPETITOR from '@salesforce/label/c.Inspire_Why_Competitor';
import COST_OF_INACTION from '@salesforce/label/c.Inspire_Why_Cost_Of_Inaction';
import DEAL_TYPE from '@salesforce/label/c.Inspire_Why_Deal_Type';
import FITS_EVERY_DEAL from '@salesforce/label/c.Inspire_Why_Fits_Every_Deal';
import GEOGRAPHY from '@salesforce/label/c.Inspire_Why_Geography';
import INDUSTRY from '@salesforce/label/c.Inspire_Why_Industry';
import PHASE from '@salesforce/label/c.Inspire_Why_Phase';
import PINNED_BY from '@salesforce/label/c.Inspire_Why_Pinned_By';
import PRODUCT from '@salesforce/label/c.Inspire_Why_Product';
import RAISED_BY from '@salesforce/label/c.Inspire_Why_Raised_By';
import STAGE from '@salesforce/label/c.Inspire_Why_Stage';
import USE_CASE from '@salesforce/label/c.Inspire_Why_Use_Case';

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
export const notices: Labels = {
  changeDecisionMissing: CHANGE_DECISION_MISSING,
  fieldsHidden: FIELDS_HIDDEN,
  fieldsUnread: FIELDS_UNREAD,
  libraryEmpty: LIBRARY_EMPTY,
  noOpportunity: NO_OPPORTUNITY,
  reactionsMissing: REACTIONS_MISSING,
  stageFromOpportunity: STAGE_FROM_OPPORTUNITY,
  stageFromWonOpportunity: STAGE_FROM_WON_OPPORTUNITY,
  stageUnmapped: STAGE_UNMAPPED,
};
