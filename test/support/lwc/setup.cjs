/** Labels as the org would show them, and the browser parts that jsdom lacks. */
const { webcrypto } = require('node:crypto');

for (const [name, text] of Object.entries(globalThis.inspireLabels)) {
  jest.mock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
}

if (!globalThis.crypto?.randomUUID) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
