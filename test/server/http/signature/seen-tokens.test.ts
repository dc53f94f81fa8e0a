import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../../server/http/signature/claims.ts';
import { createSeenTokens } from '../../../../server/http/signature/seen-tokens.ts';

const call = (tokenId: string, orgId = '00D000000000001AAA'): Caller => ({
  orgId,
  userId: '005000000000001AAA',
  permissions: [],
  locale: 'en_US',
  timeZone: 'UTC',
  packageVersion: '0.1',
  tokenId,
  tokenExpiresAt: new Date(0),
});

const clock = () => {
  let at = 0;
  return { now: () => new Date(at), advance: (seconds: number) => (at += seconds * 1000) };
};

describe('seen tokens', () => {
  test('refuse a token that was used', () => {
    const tokens = createSeenTokens(clock().now);
    tokens.use(call('token-1'));
    expect(() => tokens.use(call('token-1'))).toThrow(expect.objectContaining({ code: 'signatureReplayed' }));
  });

  test('are kept apart by org', () => {
    const tokens = createSeenTokens(clock().now);
    tokens.use(call('token-1', '00D000000000001AAA'));
    expect(() => tokens.use(call('token-1', '00D000000000002AAA'))).not.toThrow();
  });

  test.each([0, 1, 30, 69])(
    'remember a token at least until it has expired, used %d s into a generation',
    (start) => {
      const { now, advance } = clock();
      const tokens = createSeenTokens(now);
      advance(start);
      tokens.use(call('token-1'));
      advance(69);
      expect(() => tokens.use(call('token-1'))).toThrow(
        expect.objectContaining({ code: 'signatureReplayed' }),
      );
    },
  );

  test('refuse calls at the limit rather than forget, and take calls again later', () => {
    const { now, advance } = clock();
    const tokens = createSeenTokens(now, 2);
    tokens.use(call('token-1'));
    tokens.use(call('token-2'));
    expect(() => tokens.use(call('token-3'))).toThrow(expect.objectContaining({ code: 'tooManyRequests' }));
    advance(70);
    expect(() => tokens.use(call('token-3'))).not.toThrow();
  });
});
