import type { Cadence } from './cadence.ts';
import type { CadenceStep } from './step.ts';
import { translated } from './translation.ts';
import type { CadenceSettings } from './working-calendar.ts';

/**
 * A step as a person reads it: in their language, where it is translated.
 * @param locale of the person, `de_AT`; without one it stays as it was written
 */
export const stepIn = (
  { language }: Pick<Cadence, 'language'>,
  step: CadenceStep,
  locale: string | null | undefined,
): CadenceStep => (locale ? translated(step, language, locale) : step);

/** A cadence as a person reads it. */
export const cadenceIn = (cadence: Cadence, locale: string): Cadence => ({
  ...translated(cadence, cadence.language, locale),
  steps: cadence.steps.map((step) => stepIn(cadence, step, locale)),
});

/** Settings with the subjects of Tasks as a person reads them. */
export const settingsIn = (
  { taskSubject, ...settings }: CadenceSettings,
  locale: string | null | undefined,
): CadenceSettings => ({
  ...settings,
  taskSubject: locale ? translated(taskSubject, taskSubject.language, locale) : taskSubject,
});
