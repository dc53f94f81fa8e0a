export {
  type ContentMapping,
  contentMappingSchema,
  type NumericFact,
  numericFacts,
} from '../content/index.ts';
