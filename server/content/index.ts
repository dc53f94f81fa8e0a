export * from './content-mapping.ts';
export * from './item.ts';
export * from './sharing.ts';
export * from './configuration/index.ts';
