import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Compiled text by content: what did not change is not compiled again. */
export type TransformCache = {
  get(file: string, text: string, compile: () => string): string;
  /** Writes what this run used; what it did not use is forgotten. */
  save(): void;
};

const stored = z.record(z.string(), z.string());

/** @param version changes whenever the compiler or its options do. */
export function openTransformCache(file: string, version: string): TransformCache {
  const before = read(file);
  const used: Record<string, string> = {};
  return {
    get(id, text, compile) {
      const key = createHash('sha256').update(`${version}\0${id}\0${text}`).digest('base64url');
      return (used[key] = before[key] ?? compile());
    },
    save() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(used));
      renameSync(`${file}.new`, file);
    },
  };
}

/** A cache that is missing or was cut short costs time, nothing else. */
function read(file: string): Record<string, string> {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
