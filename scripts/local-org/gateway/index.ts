export { createGateway, type Gateway, type GatewayCall } from './gateway.ts';
export { GatewayProblem } from './problem.ts';
export { gatewayRouter } from './router.ts';
export { type Credentials, readCredentials } from './signing-key.ts';
