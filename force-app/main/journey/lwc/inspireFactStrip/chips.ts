import BLANK from '@salesforce/label/c.Inspire_Fact_Blank';
import OF from '@salesforce/label/c.Inspire_Fact_Of';
import NAMED from '@salesforce/label/c.Inspire_Named';
import type { Fact, FactValue } from 'c/inspireAnswer';
import { blankOf, nameOf } from 'c/inspireFacts';
import { fill, joined } from 'c/inspireFormat';

/** One chip: something known, something read from a title that waits to be confirmed, or something to fill in. */
export interface Chip {
  key: string;
  dimension: string;
  text: string;
  isBlank: boolean;
  canAsk: boolean;
  /** The value that confirming writes. */
  suggested: string | undefined;
  style: string;
}

const valueText = ({ label, about }: FactValue) => (about === undefined ? label : fill(OF, label, about));

const chip = (fact: Fact, text: string, part: Partial<Chip>): Chip => ({
  key: fact.dimension + text,
  dimension: fact.dimension,
  text,
  isBlank: false,
  canAsk: false,
  suggested: undefined,
  ...part,
  style: part.isBlank || part.suggested ? 'inspire-chip inspire-chip_open' : 'inspire-chip',
});

const valuesChip = (fact: Fact, values: FactValue[], part: Partial<Chip>): Chip[] =>
  values.length === 0 ? [] : [chip(fact, fill(NAMED, nameOf(fact), joined(values.map(valueText))), part)];

/** The chips of one fact: its values, the one to confirm apart, and a dashed one for what is still blank. */
export function chipsOf(fact: Fact): Chip[] {
  const { suggested, about } = fact.fill ?? {};
  const waits = (value: FactValue) => value.value === suggested && value.about === about;
  const isBlank = fact.state === 'unknown' || (fact.fill !== undefined && suggested === undefined);
  return [
    ...valuesChip(
      fact,
      fact.values.filter((value) => !waits(value)),
      {},
    ),
    ...valuesChip(fact, fact.values.filter(waits), { suggested }),
    ...(isBlank
      ? [chip(fact, fill(BLANK, blankOf(fact)), { isBlank, canAsk: fact.fill !== undefined })]
      : []),
  ];
}
