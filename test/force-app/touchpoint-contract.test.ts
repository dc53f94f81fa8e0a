import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  aPlan,
  aPreview,
  aToday,
  anAnswer,
} from '../../force-app/main/touchpoints/lwc/inspireTouchpointAnswer/__tests__/answers.ts';
import type * as Panel from '../../force-app/main/touchpoints/lwc/inspireTouchpointAnswer/answer.ts';
import {
  type PreviewAnswer,
  previewAnswerSchema,
  type TodayAnswer,
  todayAnswerSchema,
  type TouchpointsAnswer,
  touchpointsAnswerSchema,
} from '../../server/touchpoints/answer.ts';
import { pauseReasons, skipReasons, stopReasons } from '../../server/touchpoints/inputs.ts';
import { type AccountPlan, accountPlanSchema } from '../../server/touchpoints/showing/account-plan.ts';
import { importComponentModule } from '../support/component-module.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('the answers that the panels read are the answers that the service gives', () => {
  it('in every property, which the type check proves', () => {
    const same: [
      Same<Panel.TouchpointsAnswer, TouchpointsAnswer>,
      Same<Panel.PreviewAnswer, PreviewAnswer>,
      Same<Panel.TodayAnswer, TodayAnswer>,
      Same<Panel.AccountPlan, AccountPlan>,
    ] = [true, true, true, true];
    expect(same).toEqual([true, true, true, true]);
  });

  it('and so are the answers that the panels are tested with', () => {
    expect(() => touchpointsAnswerSchema.parse(anAnswer())).not.toThrow();
    expect(previewAnswerSchema.parse(aPreview())).toEqual(aPreview());
    expect(todayAnswerSchema.parse(aToday())).toEqual(aToday());
    expect(accountPlanSchema.parse(aPlan())).toEqual(aPlan());
  });
});

const texts = z.record(z.string(), z.string());

/** The choices that the forms offer, read from the panel itself. */
const readChoices = () =>
  importComponentModule(
    'touchpoints/lwc/inspireTouchpointClauses/why.ts',
    z.object({ skips: texts, pauses: texts, stops: texts }),
  );

describe('a person can choose from exactly the reasons that the service takes', () => {
  it.each<['skips' | 'pauses' | 'stops', readonly string[]]>([
    ['skips', skipReasons],
    ['pauses', pauseReasons],
    ['stops', stopReasons],
  ])('%s', async (kind, reasons) => {
    const choices = (await readChoices())[kind];
    expect(Object.keys(choices).toSorted()).toEqual([...reasons].toSorted());
    expect(Object.values(choices).every((label) => /\w/.test(label))).toBe(true);
  });
});
