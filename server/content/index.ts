export * from './content-mapping.ts';
export * from './item.ts';
