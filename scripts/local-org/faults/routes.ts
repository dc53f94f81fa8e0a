import express, { type Express } from 'express';
import type { Clock } from '../clock.ts';
import type { Sessions } from '../oauth/sessions.ts';
import type { Records } from '../records/index.ts';
import { bodyAs } from '../rest/body.ts';
import { mayModifyAll } from '../rest/authenticate.ts';
import { faultPlan, NO_FAULTS, type FaultPlan } from './plan.ts';
import type { FaultSwitch } from './switch.ts';

interface FaultParts {
  faults: FaultSwitch;
  clock: Clock;
  sessions: Sessions;
  records: Records;
}

/**
 * `/local-org/faults`: GET tells the plan and what it did so far, PUT sets a plan, DELETE ends it. For users who may
 * modify all data. Salesforce has nothing like it.
 */
export function mountFaults(app: Express, { faults, clock, sessions, records }: FaultParts): void {
  const address = '/local-org/faults';
  const tell = (): object => ({ ...faults.plan(), counts: faults.counts() });
  const set = (plan: FaultPlan): void => {
    faults.set(plan);
    clock.skewBy(plan.clockSkewSeconds);
  };
  app.use(address, express.json(), mayModifyAll(sessions, records));
  app.get(address, (_request, response) => {
    response.json(tell());
  });
  app.put(address, (request, response) => {
    set(bodyAs(faultPlan, request.body));
    response.json(tell());
  });
  app.delete(address, (_request, response) => {
    set(NO_FAULTS);
    response.json(tell());
  });
}
