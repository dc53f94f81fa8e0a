import { type Random, randomFor } from '../../sample-data/random.ts';
import { SalesforceError } from '../errors.ts';
import { fits, isMeant, type Target } from './fits.ts';
import { type FaultName, type FaultPlan, FAULTS, NO_FAULTS } from './plan.ts';

/** What befalls one request. */
export interface Fault {
  name: FaultName;
  /** Draws of this request alone. */
  random: Random;
  slowMs: number;
}

/** Decides what goes wrong, and counts it. */
export interface FaultSwitch {
  plan(): FaultPlan;
  /** Replaces the plan; counts begin anew. */
  set(plan: FaultPlan): void;
  /** How many requests were meant by the plan, and what befell them. */
  counts(): { requests: number; faults: Partial<Record<FaultName, number>> };
  /** @param header name of a fault that the request itself asks for; it comes before the script and the rate */
  next(target: Target, header: string | undefined): Fault | null;
}

export function createFaultSwitch(): FaultSwitch {
  let plan = NO_FAULTS;
  let script: FaultPlan['script'] = [];
  let requests = 0;
  let faults: Partial<Record<FaultName, number>> = {};
  const planned = (target: Target, random: Random): FaultName | null => {
    const scripted = script.shift();
    if (scripted !== undefined) return scripted === 'none' ? null : scripted;
    const fitting = plan.faults.filter((name) => fits(name, target));
    return random.chance(plan.rate) && fitting.length > 0 ? random.pick(fitting) : null;
  };
  return {
    plan: () => ({ ...plan, script: [...script] }),
    counts: () => ({ requests, faults: { ...faults } }),
    set(next) {
      plan = next;
      script = [...next.script];
      requests = 0;
      faults = {};
    },
    next(target, header) {
      const random = randomFor(`${plan.seed}:${requests}`);
      if (header === undefined && !isMeant(plan, target)) return null;
      requests += 1;
      const name = header === undefined ? planned(target, random) : named(header);
      if (name === null) return null;
      faults[name] = (faults[name] ?? 0) + 1;
      return { name, random, slowMs: plan.slowMs };
    },
  };
}

function named(header: string): FaultName {
  const name = FAULTS.find((each) => each === header);
  if (name) return name;
  throw new SalesforceError('INVALID_INPUT', `There is no fault ${header}: there are ${FAULTS.join(', ')}`);
}
