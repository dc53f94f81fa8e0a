import type { DealType } from '../deals/life.ts';
import type { ProductKey } from '../world/vendor.ts';

export interface StagedPerson {
  first: string;
  last: string;
  title: string;
  /** `OpportunityContactRole.Role`; null is blank. */
  role: string | null;
  /** Days ago on which they joined the deal. */
  joined: number;
  /** Days ago on which their role was taken off the deal, because they left the company. */
  left?: number;
  /** Title after that. */
  titleAfterwards?: string;
}

/** One of the deals that the start page opens: something has just happened to it, and the first suggestion answers it. */
export interface StagedDeal {
  id: string;
  /** A few words for the start page. */
  title: string;
  /** Two sentences: what happened, what to look for. */
  story: string;
  name: string;
  /** Name of the account. */
  account: string;
  type: DealType;
  products: readonly ProductKey[];
  vehicles: number;
  discount: number;
  challenge?: string;
  useCase?: string;
  competitor?: string;
  changeDecision?: { daysAgo: number; by: string; words: string };
  people: readonly StagedPerson[];
  /** First entry creates the deal. Close dates are days from today. */
  steps: readonly { daysAgo: number; stage?: string; closeIn?: number }[];
  tasks: readonly {
    daysAgo: number;
    subject: string;
    channel: 'Call' | 'Email' | 'Task';
    open?: true;
    person?: number;
  }[];
  meetings: readonly { daysAgo: number; subject: string }[];
  /** Id of the item that comes first, with the starter library alone and with the demo library beside it. */
  promises: string;
  /** Id of the shipped cadence that runs on it, so that the page shows a next step. */
  cadence?: string;
}

/** All staged deals belong to this seller, so that one session can open them all. */
export const STAGED_OWNER = 'jana.weiss';
