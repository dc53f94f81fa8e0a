export * from './dimensions.ts';
export * from './fact-source.ts';
export * from './stage-map.ts';
