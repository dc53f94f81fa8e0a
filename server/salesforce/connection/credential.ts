import { z } from 'zod';

/** What the service logs in to an org with, as it is sealed in the database. */
export const credentialSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('jwtBearer'), privateKey: z.string().startsWith('-----BEGIN') }),
  z.strictObject({ kind: z.literal('clientCredentials'), clientSecret: z.string().min(1) }),
]);

export type Credential = z.infer<typeof credentialSchema>;

/** Where and as whom the service logs in. */
export interface Access {
  orgId: string;
  /** My Domain of the org, where its API is. */
  instanceUrl: string;
  /** Where tokens are given out: My Domain, or https://login.salesforce.com for the JWT bearer flow. */
  loginUrl: string;
  clientId: string;
  /** The integration user; JWT bearer only. */
  username: string | null;
  credential: Credential;
}
