import { jest } from '@jest/globals';
import { refreshApex } from '@salesforce/apex';
import read from '@salesforce/apex/InspireGateway.read';
import write from '@salesforce/apex/InspireGateway.write';
import { objectIn } from 'c/inspireGateway';
import { registerRefreshHandler } from 'lightning/refresh';
import { aFailure } from './answers';
import { settled } from './page';
import { wireOf } from './wires';

type Call = (call: Parameters<typeof read>[0]) => Promise<string>;

/** The gateway's read operations: as a function that a component calls, and as a wire adapter. */
export const reading = jest.mocked<Call>(read);
export const wire = wireOf(read);

export const writing = jest.mocked<Call>(write);
export const refreshed = jest.mocked(refreshApex);

/** What the wire adapter was asked last. */
export const input = (): unknown => wire.getLastConfig()?.input;

/** What was written, and the keys it was written with. */
export const sent = (): object[] => writing.mock.calls.map(([call]) => objectIn(call.input ?? ''));
export const keys = (): unknown[] =>
  sent().map((each) => ('idempotencyKey' in each ? each.idempotencyKey : undefined));

/** Lets the wire adapter hand over an answer of the service. */
export async function answer(value: unknown): Promise<void> {
  wire.emit(JSON.stringify(value));
  await settled();
}

/** Lets the wire adapter hand over a failure. */
export async function fail(): Promise<void> {
  const { body, status } = aFailure();
  wire.error(body, status);
  await settled();
}

/** What the page does when it is refreshed, for the panel that was placed first. */
export async function refreshPage(): Promise<void> {
  const [, handler] = jest.mocked(registerRefreshHandler).mock.calls[0] ?? [];
  await handler?.();
}

/** The next refresh takes as long as it takes. @returns lets it end */
export function refreshLater(): () => Promise<void> {
  let end: () => void = () => undefined;
  refreshed.mockReturnValueOnce(new Promise<void>((resolve) => (end = resolve)));
  return () => {
    end();
    return settled();
  };
}
