export { touchpointRoutes } from './routes/index.ts';
export { startTouchpointWorker, type TouchpointWorker } from './worker.ts';
