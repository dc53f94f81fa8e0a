import type { Records } from '../records/index.ts';

export interface IdentityParts {
  records: Records;
  orgId: string;
  /** Where the org is reached. */
  baseUrl: string;
}

/** The address that tells who a token belongs to. */
export const identityUrl = ({ orgId, baseUrl }: Omit<IdentityParts, 'records'>, userId: string): string =>
  `${baseUrl}/id/${orgId}/${userId}`;

/** Fields of the user under the names that the identity service gives them. */
const TOLD: Readonly<Record<string, string>> = {
  username: 'Username',
  nick_name: 'CommunityNickname',
  display_name: 'Name',
  email: 'Email',
  first_name: 'FirstName',
  last_name: 'LastName',
  timezone: 'TimeZoneSidKey',
  addr_street: 'Street',
  addr_city: 'City',
  addr_state: 'State',
  addr_country: 'Country',
  addr_zip: 'PostalCode',
  mobile_phone: 'MobilePhone',
  active: 'IsActive',
  language: 'LanguageLocaleKey',
  locale: 'LocaleSidKey',
  last_modified_date: 'LastModifiedDate',
};

/** Who a user is, as the identity service answers it. */
export async function identityOf(parts: IdentityParts, userId: string): Promise<Record<string, unknown>> {
  const { records, orgId, baseUrl } = parts;
  const [user] = await records.retrieve(await records.systemAccessOf(userId), 'User', [userId]);
  return {
    // Salesforce's identities are https addresses, wherever the org is reached.
    id: identityUrl(parts, userId).replace(/^http:/, 'https:'),
    asserted_user: true,
    user_id: userId,
    organization_id: orgId,
    ...Object.fromEntries(Object.entries(TOLD).map(([name, field]) => [name, user?.[field] ?? null])),
    email_verified: true,
    photos: { picture: null, thumbnail: null },
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: urlsOf(baseUrl, userId),
    user_type: 'STANDARD',
    utcOffset: 0,
    is_app_installed: true,
  };
}

function urlsOf(baseUrl: string, userId: string): Record<string, string> {
  const rest = `${baseUrl}/services/data/v{version}/`;
  return {
    rest,
    sobjects: `${rest}sobjects/`,
    query: `${rest}query/`,
    profile: `${baseUrl}/${userId}`,
    custom_domain: baseUrl,
  };
}
