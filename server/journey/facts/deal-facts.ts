import type { Dimension, JourneyPhase } from '../dimensions.ts';
import type { StageMapping } from '../stage-map.ts';

/** Facts a range can be put on. Money is in corporate currency; days count from today, negative once past. */
export const numericFacts = ['amount', 'probability', 'daysToClose', 'employees', 'annualRevenue'] as const;

export type NumericFact = (typeof numericFacts)[number];

/** One value that a dimension is known to have. Compared by `factKey(value)`. */
export type FactValue = {
  readonly value: string;
  /** What a person reads: the fact table's label, else the raw value. */
  readonly label: string;
  /** The person whose value it is: given name, and the title on their contact if it tells the same. */
  readonly about?: string;
  readonly title?: string;
  /** Read from free text, nobody confirmed it yet. */
  readonly readFromText: boolean;
};

/** A blank field that the fact table lets a rep fill in, and what may be written to it. */
export type FillTarget = {
  readonly sobject: string;
  readonly recordId: string;
  readonly field: string;
  readonly about?: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly write: string;
  }[];
  /** The value read from free text, waiting to be confirmed. */
  readonly suggested?: string;
};

/** `readFromTitle`: every value comes from free text. `unknown`: no value, which never excludes an item. */
export type DimensionFact = {
  readonly state: 'known' | 'readFromTitle' | 'unknown';
  readonly values: readonly FactValue[];
  readonly fills: readonly FillTarget[];
};

export type StageFact = {
  /** DeveloperName of the record type, `*` for a record without one. */
  readonly recordType: string;
  readonly stageName: string;
  /** The row of the stage map; absent when the stage has none. */
  readonly mapping?: StageMapping;
  /** The phase that the stage map expects. */
  readonly phase?: JourneyPhase;
  /** `missing`: a buying stage without a recorded change decision, which counts as awareness too. */
  readonly changeDecision: 'confirmed' | 'missing' | 'notNeeded';
  /** On an account: the opportunity whose stage this is. */
  readonly opportunity?: { readonly name: string; readonly won: boolean };
};

/** Everything about one record that matching uses. */
export type DealFacts = {
  readonly sobject: 'Opportunity' | 'Account';
  readonly recordId: string;
  readonly stage?: StageFact;
  readonly dimensions: Readonly<Record<Dimension, DimensionFact>>;
  readonly numbers: Readonly<Partial<Record<NumericFact, number>>>;
};

/** The form in which values are compared: case and outer space do not count. */
export const factKey = (value: string): string => value.trim().toLowerCase();
