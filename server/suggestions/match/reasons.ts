import type { DealFacts, Dimension, FactValue } from "../../journey/index.ts";
import type { Clause } from "../answer.ts";

/** The clause of one dimension, made of the value that fits. A person's role names the person and their title. */
export const dimensionClause = (
  dimension: Dimension,
  value: FactValue,
): Clause =>
  dimension === "buyerRole" && value.about !== undefined
    ? { code: "buyerRole", values: [value.about, value.title ?? value.label] }
    : {
        code: dimension === "buyerRole" ? "buyerRoleInvolved" : dimension,
        values: [value.label],
      };

/** Until the customer has decided to change, phases include awareness. */
export const isAwareness = (facts: DealFacts): boolean =>
  facts.dimensions.phase.values.some((value) => value.value === "awareness");
