import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readCertificate } from '../../../scripts/operations/certificate.ts';
import { registrationOf } from '../../../scripts/operations/registration.ts';
import type { Organization } from '../../../server/store/index.ts';

const now = new Date('2026-03-02T09:00:00Z');
const identity = { orgId: '00D000000000001AAA', name: 'Acme', environment: 'production' } as const;

const certificate = (pem: string, expiresAt = '2027-03-01T00:00:00Z') => ({
  pem,
  expiresAt: new Date(expiresAt),
});

const organization = (...keys: [pem: string, expiresAt: string][]): Organization => ({
  ...identity,
  keys: keys.map(([pem, expiresAt]) => ({ pem, expiresAt, addedAt: '2026-01-01T00:00:00Z' })),
  secondFactorHash: 'former',
});

const add = (registered: Organization[], rest: { secret?: string; dropFormer?: boolean } = {}) =>
  registrationOf(
    registered,
    { identity, certificate: certificate('new'), secret: rest.secret, dropFormer: rest.dropFormer ?? false },
    now,
  );

const pemsOf = ({ keys }: Organization) => keys.map(({ pem }) => pem);

describe('a registration', () => {
  test('of a new org has its certificate and the hash of its second factor', () => {
    expect(add([], { secret: 'abc' })).toEqual({
      ...identity,
      keys: [{ pem: 'new', expiresAt: '2027-03-01T00:00:00.000Z', addedAt: now.toISOString() }],
      secondFactorHash: 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
    });
  });

  test('of a new org needs a second factor', () => {
    expect(() => add([])).toThrow('has no second factor yet');
  });

  test('renewed keeps the former certificate and the second factor', () => {
    const renewed = add([organization(['old', '2026-05-01T00:00:00Z'])]);
    expect(pemsOf(renewed)).toEqual(['old', 'new']);
    expect(renewed.secondFactorHash).toBe('former');
  });

  test('drops what has expired', () => {
    const keys = [
      ['expired', '2026-03-01T00:00:00Z'],
      ['old', '2026-05-01T00:00:00Z'],
    ] as [string, string][];
    expect(pemsOf(add([organization(...keys)]))).toEqual(['old', 'new']);
  });

  test('has at most two active certificates', () => {
    const keys = [
      ['one', '2026-04-01T00:00:00Z'],
      ['two', '2026-05-01T00:00:00Z'],
    ] as [string, string][];
    expect(() => add([organization(...keys)])).toThrow('until 2026-04-01 and 2026-05-01');
    expect(pemsOf(add([organization(...keys)], { dropFormer: true }))).toEqual(['new']);
  });

  test('registers the same certificate once', () => {
    expect(pemsOf(add([organization(['new', '2026-05-01T00:00:00Z'])]))).toEqual(['new']);
  });

  test('refuses a certificate that another org has, as a copied sandbox would', () => {
    const production = { ...organization(['new', '2026-05-01T00:00:00Z']), orgId: '00D000000000002AAA' };
    expect(() => add([production], { secret: 'abc' })).toThrow('registered for 00D000000000002AAA');
  });
});

const shipped = (name: string) => readFileSync(new URL(`certificates/${name}.crt`, import.meta.url), 'utf8');

describe('a certificate', () => {
  test('is read with its public key and the end of its validity', () => {
    const { pem, expiresAt } = readCertificate(shipped('rsa-2048'), now);
    expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(expiresAt.getUTCFullYear()).toBe(2126);
  });

  test('must not have expired', () => {
    expect(() => readCertificate(shipped('rsa-2048'), new Date('2200-01-01'))).toThrow('expired at 2126');
  });

  test.each([
    ['rsa-1024', 'rsa with 1024 bits'],
    ['ec-256', 'ec with 0 bits'],
  ])('must have a strong RSA key: %s', (name, told) => {
    expect(() => readCertificate(shipped(name), now)).toThrow(told);
  });

  test.each([
    ['a public key', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey],
    ['any text', 'hello'],
  ])('must be one, not %s', (_what, given) => {
    const text = typeof given === 'string' ? given : given.export({ type: 'spki', format: 'pem' }).toString();
    expect(() => readCertificate(text, now)).toThrow('Certificate and Key Management');
  });
});
