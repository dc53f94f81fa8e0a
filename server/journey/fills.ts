import type { DimensionFact } from './facts/index.ts';

export interface FillCircumstances {
  /** May the viewer edit the record? */
  mayEdit: boolean;
  /** API paths such as `Opportunity.Type`. A field that the viewer may not read is not blank, only hidden. */
  hiddenFields: readonly string[];
}

/** Whether the viewer may not read a field; the case of API names does not count. */
export const isHidden = (hiddenFields: readonly string[], field: string): boolean =>
  hiddenFields.some((hidden) => hidden.toLowerCase() === field.toLowerCase());

/** What the viewer may fill in of one fact, most important person first. */
export const fillsOf = (
  fact: DimensionFact,
  { mayEdit, hiddenFields }: FillCircumstances,
): DimensionFact['fills'] =>
  mayEdit ? fact.fills.filter(({ sobject, field }) => !isHidden(hiddenFields, `${sobject}.${field}`)) : [];
