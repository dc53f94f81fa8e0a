export type { FactConfiguration } from './configuration.ts';
export * from './deal-facts.ts';
export { type Currencies } from './numbers.ts';
export { readFacts } from './read-facts.ts';
