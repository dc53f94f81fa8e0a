/** What `@salesforce/sfdx-lwc-jest` puts in the place of a wire adapter. */
export interface TestWire {
  emit(value: unknown): void;
  error(body?: unknown, status?: number, statusText?: string): void;
  getLastConfig(): Record<string, unknown> | undefined;
}

const isWire = (value: unknown): value is TestWire =>
  (typeof value === 'function' || typeof value === 'object') &&
  value !== null &&
  'emit' in value &&
  'getLastConfig' in value;

/** The test's side of a wire adapter that a component imports. */
export function wireOf(adapter: unknown): TestWire {
  if (!isWire(adapter))
    throw new Error('This wire adapter has no test side. Mock it with a test wire adapter.');
  return adapter;
}
