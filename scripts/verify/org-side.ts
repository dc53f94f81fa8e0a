import path from 'node:path';
import type { Check, Verdict } from './check.ts';
import { checks } from './checks/index.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A check that fails by itself is a fault, not an end. */
async function verdictOf(check: Check): Promise<Verdict> {
  try {
    return await check.run(root);
  } catch (failure) {
    return {
      faults: [failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)],
      examined: 0,
    };
  }
}

/** One line for each check, its faults below. @returns whether it held, failed, or was not run */
function report(check: Check, verdict: Verdict): 'passed' | 'failed' | 'skipped' {
  if ('notRun' in verdict) {
    console.log(`- ${check.name}: not run, ${verdict.notRun}`);
    return process.env['CI'] === 'true' ? 'failed' : 'skipped';
  }
  const nothing = verdict.examined === 0 && verdict.faults.length === 0 ? ['found nothing to examine'] : [];
  const faults = [...verdict.faults, ...nothing];
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${check.name} (${verdict.examined})`);
  for (const fault of faults) console.log(`    ${fault}`);
  return faults.length === 0 ? 'passed' : 'failed';
}

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const check of checks) counts[report(check, await verdictOf(check))] += 1;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
