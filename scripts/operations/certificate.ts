import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

/** What a certificate says that is kept of it. */
export interface SigningCertificate {
  /** SubjectPublicKeyInfo, PEM. */
  pem: string;
  expiresAt: Date;
}

const smallestBits = 2048;

const parse = (text: string): X509Certificate => {
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new Error(
      'The file holds no X.509 certificate. Download it in the org: Setup → Certificate and Key Management → Download Certificate.',
      { cause },
    );
  }
};

const requireStrongRsa = (key: KeyObject): void => {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < smallestBits)
    throw new Error(
      `The certificate has a key of ${key.asymmetricKeyType ?? 'an unknown kind'} with ${bits} bits; RSA with at least ${smallestBits} is needed.`,
    );
};

/**
 * Reads the certificate that an org signs with, as its Setup hands it out.
 * @throws Error if it is none, has a weak key, or has expired at `now`
 */
export const readCertificate = (text: string, now: Date): SigningCertificate => {
  const certificate = parse(text);
  requireStrongRsa(certificate.publicKey);
  const expiresAt = new Date(certificate.validTo);
  if (expiresAt <= now)
    throw new Error(`The certificate expired at ${expiresAt.toISOString()}. Create a new one.`);
  const pem = createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' }))
    .export({ type: 'spki', format: 'pem' })
    .toString();
  return { pem, expiresAt };
};
