export * from './content-mapping.ts';
export * from './item.ts';
export * from './sharing.ts';
export * from './configuration/index.ts';
export * from './routes/configuration.ts';
export * from './routes/item.ts';
export * from './visibility.ts';
