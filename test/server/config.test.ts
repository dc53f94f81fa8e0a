import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig, settings } from '../../server/config.ts';

const faultsOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
};

describe('settings', () => {
  test('work without any variable', () => {
    const { config, secrets } = readConfig({});
    expect(config.PORT).toBe(3001);
    expect(config.LOCAL_ORG).toBe('refuse');
    expect(secrets.DATABASE_URL).toBeUndefined();
  });

  test('report every fault at once, with value and meaning', () => {
    const message = faultsOf({ PORT: '99999', LOG_LEVEL: 'loud', USER_REQUESTS_PER_MINUTE: 'many' });
    expect(message).toContain('3 fault(s)');
    expect(message).toMatch(/PORT: .*\(is "99999"\)\. Port that Salesforce calls/);
    expect(message).toContain('LOG_LEVEL');
    expect(message).toContain('(is "many")');
  });

  test('never print the value of a secret', () => {
    const message = faultsOf({ DATABASE_URL: 'mysql://inspire:hunter2@db/inspire' });
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });

  test('need the role that migrates beside a database of your own', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://app@db/inspire' })).toContain('DATABASE_OWNER_URL');
  });

  test('count an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).config.PORT).toBe(3001);
  });

  test('can not be changed after the start', () => {
    const { config, secrets } = readConfig({});
    expect(Object.isFrozen(config) && Object.isFrozen(secrets)).toBe(true);
  });

  test('all say what they mean', () => {
    expect(settings.filter((setting) => setting.meaning.length < 10)).toEqual([]);
    expect(settings.find((setting) => setting.name === 'PORT')?.fallback).toBe('3001');
  });
});
