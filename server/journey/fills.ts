import type { DimensionFact } from './facts/index.ts';

export interface FillCircumstances {
  /** May the viewer edit the record? */
  mayEdit: boolean;
  /** API paths such as `Opportunity.Type`. A field that the viewer may not read is not blank, only hidden. */
  hiddenFields: readonly string[];
}

/** What the viewer may fill in of one fact, most important person first. */
export const fillsOf = (
  fact: DimensionFact,
  { mayEdit, hiddenFields }: FillCircumstances,
): DimensionFact['fills'] =>
  mayEdit ? fact.fills.filter(({ sobject, field }) => !hiddenFields.includes(`${sobject}.${field}`)) : [];
