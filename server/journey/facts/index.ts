export * from './deal-facts.ts';
export { type Currencies } from './numbers.ts';
export { type FactConfiguration, readFacts } from './read-facts.ts';
