import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const fileIn = (stateDirectory: string): string => path.join(stateDirectory, 'local-org', 'secret-key');

/** The key that credentials of the local org are sealed with, 32 bytes; undefined before `npm start` made one. */
export async function readSecretKey(stateDirectory: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await readFile(fileIn(stateDirectory), 'utf8'), 'base64');
  } catch (failure) {
    if (typeof failure === 'object' && failure !== null && 'code' in failure && failure.code === 'ENOENT')
      return undefined;
    throw failure;
  }
}

/** Makes a key at every start, and leaves it where commands find it; only the owner of the folder can read it. */
export async function newSecretKey(stateDirectory: string): Promise<Buffer> {
  const key = randomBytes(32);
  const file = fileIn(stateDirectory);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, key.toString('base64'), { mode: 0o600 });
  return key;
}
