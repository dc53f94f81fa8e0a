export * from './dimensions.ts';
export * from './fact-source.ts';
export * from './facts/index.ts';
export * from './stage-map.ts';
export * from './fills.ts';
export * from './unread.ts';
export * from './routes/index.ts';
