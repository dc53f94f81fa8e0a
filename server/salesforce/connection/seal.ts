import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts what an org's access hangs on, AES-256-GCM (NIST SP 800-38D), so that a copy of the database opens no org. The
 * org id is sealed in: a row moved to another org does not open.
 * @param key 32 bytes
 * @returns nonce, tag and cipher text, base64
 */
export const seal = (key: Buffer, orgId: string, text: string): string => {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(orgId));
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64');
};

/** @throws Error if the key is another one, or the text was made for another org or changed */
export const unseal = (key: Buffer, orgId: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(orgId))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
  return text.toString('utf8');
};
