import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CryptoKey, exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI } from 'jose';

/** What the local org shows to the service: the key pair that stands for its certificate, and its second factor. */
export interface Credentials {
  privateKey: CryptoKey;
  /** SPKI in PEM, to be registered with the service. */
  publicKeyPem: string;
  /** Sent as X-Inspire-Org-Secret, as the external credential does. */
  secret: string;
}

const files = (folder: string) => ({
  privateKey: path.join(folder, 'signing-key.pem'),
  publicKey: path.join(folder, 'signing-key.pub.pem'),
  secret: path.join(folder, 'org-secret'),
});

/**
 * The credentials kept in a folder of the project's state; made when they are not there.
 * Only the owner of the folder can read them.
 */
export async function readCredentials(folder: string): Promise<Credentials> {
  const stored = files(folder);
  try {
    const [privatePem, publicPem, secret] = await Promise.all(
      [stored.privateKey, stored.publicKey, stored.secret].map((file) => readFile(file, 'utf8')),
    );
    return await credentials(privatePem ?? '', publicPem ?? '', secret ?? '');
  } catch (failure) {
    if (!isMissing(failure)) throw failure;
    return create(folder);
  }
}

async function credentials(privatePem: string, publicPem: string, secret: string): Promise<Credentials> {
  await importSPKI(publicPem, 'RS256');
  return { privateKey: await importPKCS8(privatePem, 'RS256'), publicKeyPem: publicPem, secret };
}

async function create(folder: string): Promise<Credentials> {
  const stored = files(folder);
  const pair = await generateKeyPair('RS256', { extractable: true });
  const [privatePem, publicPem] = [await exportPKCS8(pair.privateKey), await exportSPKI(pair.publicKey)];
  const secret = randomBytes(32).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const contents: [string, string][] = [
    [stored.publicKey, publicPem],
    [stored.secret, secret],
    [stored.privateKey, privatePem],
  ];
  for (const [file, text] of contents) await writeFile(file, text, { mode: 0o600 });
  return credentials(privatePem, publicPem, secret);
}

const isMissing = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'code' in failure && failure.code === 'ENOENT';
