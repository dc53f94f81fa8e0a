import ASK from '@salesforce/label/c.Inspire_Ask';
import ASK_CHALLENGE from '@salesforce/label/c.Inspire_Ask_Challenge';
import ACCOUNT_SIZE from '@salesforce/label/c.Inspire_Fact_Account_Size';
import BUYER_ROLE from '@salesforce/label/c.Inspire_Fact_Buyer_Role';
import CHALLENGE from '@salesforce/label/c.Inspire_Fact_Challenge';
import COMPETITOR from '@salesforce/label/c.Inspire_Fact_Competitor';
import DEAL_TYPE from '@salesforce/label/c.Inspire_Fact_Deal_Type';
import GEOGRAPHY from '@salesforce/label/c.Inspire_Fact_Geography';
import INDUSTRY from '@salesforce/label/c.Inspire_Fact_Industry';
import OF from '@salesforce/label/c.Inspire_Fact_Of';
import ADOPTION from '@salesforce/label/c.Inspire_Phase_Adoption';
import AWARENESS from '@salesforce/label/c.Inspire_Phase_Awareness';
import BUYING from '@salesforce/label/c.Inspire_Phase_Buying';
import PRODUCT from '@salesforce/label/c.Inspire_Fact_Product';
import USE_CASE from '@salesforce/label/c.Inspire_Fact_Use_Case';
import type { Fact } from 'c/inspireAnswer';
import { fill } from 'c/inspireFormat';

const names: Record<string, string> = {
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

const phases: Record<string, string> = {
  awareness: AWARENESS,
  buying: BUYING,
  implementationAdoption: ADOPTION,
};

/** "Buying", for `buying`. */
export const phaseName = (phase: string): string => phases[phase] ?? phase;

/** "Industry". */
export const nameOf = ({ dimension }: Fact): string => names[dimension] ?? dimension;

/** "Industry", or "Buyer role (Tom)": what is to be filled in, and of whom. */
export const blankOf = (fact: Fact): string =>
  fact.fill?.about === undefined ? nameOf(fact) : fill(OF, nameOf(fact), fact.fill.about);

/** "Tell us what they want to fix:" */
export const questionOf = (fact: Fact): string =>
  fact.dimension === 'challenge' ? ASK_CHALLENGE : fill(ASK, blankOf(fact));
