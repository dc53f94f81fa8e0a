import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ParkedWrites } from '../../force-app/main/connection/lwc/inspireParkedWrites/answer.ts';
import type { SetupCheck } from '../../force-app/main/connection/lwc/inspireSetupCheck/answer.ts';
import type { SyncStatus } from '../../force-app/main/connection/lwc/inspireSyncStatus/answer.ts';
import { findingLines } from '../../scripts/operations/finding-text.ts';
import type { parkedWritesSchema } from '../../server/salesforce/routes/parked-writes.ts';
import type { setupCheckSchema } from '../../server/salesforce/routes/setup-check.ts';
import type { syncStatusSchema } from '../../server/salesforce/routes/sync-status.ts';
import { checkNames, findingCodes } from '../../server/salesforce/setup-check/findings.ts';
import { importComponentModule, labelTexts } from '../support/component-module.ts';

/** What the service gives can be read as what the page reads. */
type Fits<Given, Read> = [Given] extends [Read] ? true : never;

it('the page reads what the service answers, which the type check proves', () => {
  const fits: [
    Fits<z.infer<typeof syncStatusSchema>, SyncStatus>,
    Fits<z.infer<typeof parkedWritesSchema>, ParkedWrites>,
    Fits<z.infer<typeof setupCheckSchema>, SetupCheck>,
  ] = [true, true, true];
  expect(fits).not.toContain(false);
});

const texts = z.record(z.string(), z.string().min(1));
const codesSchema = z.object({ checks: texts, found: texts, fixes: texts });

describe('every finding has its sentence', () => {
  let said: z.infer<typeof codesSchema>;

  beforeAll(async () => {
    said = await importComponentModule('connection/lwc/inspireSetupCheck/codes.ts', codesSchema);
  });

  it('on the page', () => {
    expect(Object.keys(said.checks).toSorted()).toEqual(checkNames.toSorted());
    expect(Object.keys(said.found).toSorted()).toEqual(findingCodes.toSorted());
    expect(Object.keys(said.fixes).filter((code) => !Object.hasOwn(said.found, code))).toEqual([]);
  });

  it.each(findingCodes)('%s in the terminal, in the words of the page', (code) => {
    const lines = findingLines({ check: 'clock', state: 'missing', code, values: [] }, labelTexts);
    const words = (text: string): string => text.replace(/\{\d\}/g, '');
    expect(lines[0]).toBe(`To be put right  Clock: ${words(said.found[code] ?? '')}`);
    expect(lines[1]?.trim()).toBe(said.fixes[code] && `To fix it: ${said.fixes[code]}`);
  });

  it('writes days, shares and lists', () => {
    const lines = findingLines(
      { check: 'mailCapture', state: 'warning', code: 'mailGaps', values: [{ share: 0.4 }, 8, 20] },
      labelTexts,
    );
    expect(lines[0]).toContain('only 8 of 20 active users was captured (40 %)');
  });
});
