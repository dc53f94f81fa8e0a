export * from './cadence.ts';
export * from './check.ts';
export * from './check-calendar.ts';
export * from './in-language.ts';
export * from './step.ts';
export * from './working-calendar.ts';
export * from './carry-over.ts';
