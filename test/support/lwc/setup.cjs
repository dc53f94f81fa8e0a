/** Labels as the org would show them, the gateway and what asks it again as stubs, and the browser parts that jsdom lacks. */
const { webcrypto } = require('node:crypto');

for (const [name, text] of Object.entries(globalThis.inspireLabels)) {
  jest.mock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
}

const stub = (module, exports) =>
  jest.mock(module, () => ({ __esModule: true, ...exports() }), { virtual: true });

stub('@salesforce/apex/InspireGateway.read', () => {
  const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
  return { default: createApexTestWireAdapter(jest.fn()) };
});
stub('@salesforce/apex/InspireGateway.write', () => ({ default: jest.fn() }));
stub('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }));

if (!globalThis.crypto?.randomUUID) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
