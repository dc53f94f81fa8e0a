import { createHash } from 'node:crypto';
import type { Organization, OrganizationKey } from '../../server/store/index.ts';
import type { SigningCertificate } from './certificate.ts';
import type { OrgIdentity } from './identity.ts';

export interface RegistrationRequest {
  identity: OrgIdentity;
  certificate: SigningCertificate;
  /** A new second factor; needed when the org has none yet. */
  secret: string | undefined;
  /** Lets the new certificate alone count from now on. */
  dropFormer: boolean;
}

const mostKeys = 2;

/** Two orgs with one key, such as a production org and a copied sandbox, could speak for each other. */
const requireOwnKey = (registered: readonly Organization[], orgId: string, pem: string): void => {
  const other = registered.find((one) => one.orgId !== orgId && one.keys.some((key) => key.pem === pem));
  if (other)
    throw new Error(
      `The certificate is registered for ${other.orgId} (${other.name}) already. Create one of its own in this org; sandboxes inherit certificates.`,
    );
};

const keysWith = (former: readonly OrganizationKey[], certificate: SigningCertificate, now: Date) => {
  const key: OrganizationKey = {
    pem: certificate.pem,
    expiresAt: certificate.expiresAt.toISOString(),
    addedAt: now.toISOString(),
  };
  const others = former.filter(({ pem, expiresAt }) => pem !== key.pem && new Date(expiresAt) > now);
  if (others.length < mostKeys) return [...others, key];
  const dates = others.map(({ expiresAt }) => expiresAt.slice(0, 10)).join(' and ');
  throw new Error(
    `Two certificates are active already (until ${dates}). Say --only to let the new one alone count.`,
  );
};

/**
 * The registration of an org after a certificate was added: at most two are active, expired ones go. Pure.
 * @param registered all orgs as they are
 * @throws Error if the certificate belongs to another org, two others are active, or there is no second factor
 */
export const registrationOf = (
  registered: readonly Organization[],
  { identity, certificate, secret, dropFormer }: RegistrationRequest,
  now: Date,
): Organization => {
  const former = registered.find(({ orgId }) => orgId === identity.orgId);
  requireOwnKey(registered, identity.orgId, certificate.pem);
  const secondFactorHash = secret
    ? createHash('sha256').update(secret).digest('base64url')
    : former?.secondFactorHash;
  if (!secondFactorHash) throw new Error(`${identity.orgId} has no second factor yet.`);
  const keys = keysWith(dropFormer ? [] : (former?.keys ?? []), certificate, now);
  return { ...identity, keys, secondFactorHash };
};
