import write from '@salesforce/apex/InspireGateway.write';

/** One thing a person wants done. Sent again after a failure it carries the same key, so that it happens once. */
export interface Intention {
  operation: string;
  recordId: string;
  input: Record<string, string>;
}

/** Makes an intention with a key of its own; leaves out what was not given. */
export function intend(
  operation: string,
  recordId: string,
  input: Record<string, string | undefined>,
): Intention {
  const given = Object.entries(input).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { operation, recordId, input: { idempotencyKey: crypto.randomUUID(), ...Object.fromEntries(given) } };
}

/** Sends it; answers with what the service says. Throws what Apex throws. */
export async function send({ operation, recordId, input }: Intention): Promise<Record<string, unknown>> {
  return JSON.parse(await write({ operation, recordId, input: JSON.stringify(input) }));
}
