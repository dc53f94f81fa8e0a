import { describe, expect, test } from '@jest/globals';
import { createCertificateWarning } from '../../../server/http/certificate-warning.ts';
import { createLogger } from '../../../server/http/logging.ts';

const orgId = '00D000000000001AAA';

const warned = (start: string) => {
  const lines: string[] = [];
  let at = new Date(start);
  const log = createLogger({ LOG_LEVEL: 'warn' }, { write: (line) => void lines.push(line) });
  const warn = createCertificateWarning(() => at, log);
  const expiring = (...dates: string[]) =>
    warn({ orgId, keys: dates.map((expiresAt) => ({ pem: '', expiresAt, addedAt: '' })) });
  return { lines, expiring, waitUntil: (time: string) => (at = new Date(time)) };
};

describe('a certificate that expires', () => {
  test('is warned of from 30 days ahead, once a day', () => {
    const { lines, expiring, waitUntil } = warned('2026-03-01T00:00:00Z');
    expiring('2026-03-31T00:00:00Z');
    expect(lines).toEqual([]);
    waitUntil('2026-03-02T00:00:00Z');
    expiring('2026-03-31T00:00:00Z');
    expiring('2026-03-31T00:00:00Z');
    expect(lines).toEqual([expect.stringContaining('"days":29')]);
    waitUntil('2026-03-03T00:00:00Z');
    expiring('2026-03-31T00:00:00Z');
    expect(lines).toHaveLength(2);
  });

  test('is not warned of when another one follows it', () => {
    const { lines, expiring } = warned('2026-03-30T00:00:00Z');
    expiring('2026-03-31T00:00:00Z', '2027-03-31T00:00:00Z');
    expect(lines).toEqual([]);
  });
});
