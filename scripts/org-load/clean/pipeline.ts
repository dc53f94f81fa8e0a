import type { AccountRow, DealRow, ProductRow, TeamRow } from './rows.ts';
import type { FileName, RawRow } from '../read.ts';
import type { Repair } from './repair.ts';

/** The stages of a pipeline, in order. */
export const STAGES = ['Prospecting', 'Engaging', 'Won', 'Lost'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a row stands, for reports. */
export interface Place {
  file: FileName;
  line: number;
}

export interface Rejected extends Place {
  reason: string;
  values: RawRow['values'];
}

export interface Repaired extends Place, Repair {}

export type Account = Place & AccountRow;
export type Product = Place & ProductRow;
export type Agent = Place & TeamRow;
export type Deal = Place & Omit<DealRow, 'deal_stage'> & { deal_stage: Stage };

/** Rows that can be loaded, with names as they are meant, and what became of the others. */
export interface Pipeline {
  /** Parents before their subsidiaries. */
  accounts: Account[];
  products: Product[];
  agents: Agent[];
  deals: Deal[];
  repaired: Repaired[];
  rejected: Rejected[];
}
