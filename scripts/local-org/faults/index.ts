export { faultyReply } from './faulty-reply.ts';
export { withoutFields } from './hidden-fields.ts';
export { mountFaults } from './routes.ts';
export { createFaultSwitch, type FaultSwitch } from './switch.ts';
