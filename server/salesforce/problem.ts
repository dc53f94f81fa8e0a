import { z } from 'zod';

/** What stands between the service and an org, and what puts it right. Shown on the set-up page; docs/operations.md lists them. */
const remedies = {
  signedOut:
    'Check the connected app, its certificate or secret, and the integration user; then run npm run org:connect.',
  limitReached:
    'Nothing to do: it goes on by itself once the org has calls left. Raise SYNC_API_SHARE if it happens daily.',
  notSalesforce:
    'Try again. If it stays: something between the service and the org answers in its place, such as a proxy.',
  unreachable: 'Nothing to do: it is tried again. If it stays, check the network and the status of the org.',
  refused: 'Read the message of Salesforce; the set-up check names missing permissions and fields.',
} as const;

export type SalesforceProblemCode = keyof typeof remedies;

export const problemSchema = z.object({ code: z.string(), message: z.string(), remedy: z.string() });

/** A problem as it is kept and shown. No customer text. */
export type Problem = z.infer<typeof problemSchema>;

export class SalesforceError extends Error {
  override readonly name = 'SalesforceError';
  readonly code: SalesforceProblemCode;

  constructor(code: SalesforceProblemCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }

  get problem(): Problem {
    return { code: this.code, message: this.message, remedy: remedies[this.code] };
  }
}
