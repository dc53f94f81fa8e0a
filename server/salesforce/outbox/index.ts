export { backOff } from './back-off.ts';
export { deliverTurn } from './deliver.ts';
export { enqueueWrites, type EventFields, type TaskFields, type Write } from './enqueue.ts';
export { writtenIds } from './written-ids.ts';
export { countOpen, type ParkedWrite, readParked, retryParked } from './parked.ts';
