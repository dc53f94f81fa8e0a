import { AppError } from '../../errors.ts';
import type { Caller } from './claims.ts';
import { clockSkewSeconds, longestLifeSeconds } from './verify.ts';

/** A token can be accepted for this long: its life, and the skew at both ends. */
const generationMs = (longestLifeSeconds + 2 * clockSkewSeconds) * 1000;

export interface SeenTokens {
  /** @throws AppError `signatureReplayed` if this process saw the token before */
  use: (caller: Caller) => void;
}

/**
 * Remembers tokens in two generations: a token is forgotten only after it has expired, and nothing is done per token.
 * At the limit calls are refused rather than tokens forgotten.
 */
export const createSeenTokens = (now: () => Date, limit = 200_000): SeenTokens => {
  let current = new Set<string>();
  let previous = new Set<string>();
  let currentSince = now().getTime();

  const turnOver = () => {
    const age = now().getTime() - currentSince;
    if (age < generationMs) return;
    previous = age < 2 * generationMs ? current : new Set();
    current = new Set();
    currentSince = now().getTime();
  };

  return {
    use: ({ orgId, tokenId }) => {
      turnOver();
      const token = `${orgId}:${tokenId}`;
      if (current.has(token) || previous.has(token))
        throw new AppError('signatureReplayed', `The token "${tokenId}" was used before.`);
      if (current.size >= limit)
        throw new AppError('tooManyRequests', `This process has seen ${limit} requests within a minute.`, {
          retryAfterSeconds: generationMs / 1000,
        });
      current.add(token);
    },
  };
};
