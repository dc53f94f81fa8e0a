export { backOff, type DelayOf } from './back-off.ts';
export { deliverTurn, type DeliverParts } from './deliver.ts';
export { enqueueWrites, type EventFields, type TaskFields, type Write } from './enqueue.ts';
export { countOpen, type OutboxCounts, type ParkedWrite, readParked, retryParked } from './parked.ts';
