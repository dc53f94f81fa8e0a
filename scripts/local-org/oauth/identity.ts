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

/** Who a user is, as the identity service answers it. */
export async function identityOf(parts: IdentityParts, userId: string): Promise<Record<string, unknown>> {
  const { records, orgId, baseUrl } = parts;
  const access = await records.systemAccessOf(userId);
  const [user] = await records.retrieve(access, 'User', [userId]);
  const rest = `${baseUrl}/services/data/v{version}/`;
  return {
    // Salesforce's identities are https addresses, wherever the org is reached.
    id: identityUrl(parts, userId).replace(/^http:/, 'https:'),
    asserted_user: true,
    user_id: userId,
    organization_id: orgId,
    username: user?.['Username'],
    nick_name: user?.['CommunityNickname'],
    display_name: user?.['Name'],
    email: user?.['Email'],
    email_verified: true,
    first_name: user?.['FirstName'],
    last_name: user?.['LastName'],
    timezone: user?.['TimeZoneSidKey'],
    photos: { picture: null, thumbnail: null },
    addr_street: user?.['Street'],
    addr_city: user?.['City'],
    addr_state: user?.['State'],
    addr_country: user?.['Country'],
    addr_zip: user?.['PostalCode'],
    mobile_phone: user?.['MobilePhone'],
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: {
      rest,
      sobjects: `${rest}sobjects/`,
      query: `${rest}query/`,
      search: `${rest}search/`,
      recent: `${rest}recent/`,
      profile: `${baseUrl}/${userId}`,
      custom_domain: baseUrl,
    },
    active: user?.['IsActive'],
    user_type: 'STANDARD',
    language: user?.['LanguageLocaleKey'],
    locale: user?.['LocaleSidKey'],
    utcOffset: 0,
    last_modified_date: user?.['LastModifiedDate'],
    is_app_installed: true,
  };
}
