import { type Cadence, cadenceSchema, type stepSchema } from '../../server/cadences/index.ts';
import type { z } from 'zod';

type StepInput = Partial<z.input<typeof stepSchema>> & { id: string };
type CadenceInput = Partial<Omit<z.input<typeof cadenceSchema>, 'steps'>> & { steps: StepInput[] };

/** A step as an admin might write it; due on the first day unless it says otherwise. */
export const stepInput = (step: StepInput): z.input<typeof stepSchema> => ({
  name: `Do ${step.id}`,
  channel: 'other',
  objective: 'Agree on a next step',
  purpose: 'They know what comes',
  talkingPoints: ['Ask what changed', 'Ask who decides'],
  dontSay: 'Just checking in',
  ...(step.offsetWeeks === undefined && step.offsetMonths === undefined ? { offsetBusinessDays: 0 } : {}),
  ...step,
});

/** A cadence as an admin might write it. */
export const cadenceInput = ({ steps, ...cadence }: CadenceInput): z.input<typeof cadenceSchema> => ({
  id: 'qualify',
  title: 'Qualify',
  lifeCycle: 'qualify',
  aim: 'Find out whether it deserves time',
  outcome: 'Both agree on the problem',
  start: { on: 'byHand' },
  ...cadence,
  steps: steps.map(stepInput),
});

export const cadence = (input: CadenceInput): Cadence => cadenceSchema.parse(cadenceInput(input));
