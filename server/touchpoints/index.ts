export { touchpointRoutes } from './routes/index.ts';
export { startTouchpointWorker } from './worker.ts';
