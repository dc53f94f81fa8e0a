import { z } from 'zod';
import { keySchema, salesforceIdSchema } from '../identifiers.ts';
import { windowSchema } from './step.ts';
import { languageSchema, translationsOf } from './translation.ts';

const civilDate = z.iso.date();

/**
 * When people work. The first that fits counts: one that names the user, then one that names the user's role, then
 * `default`. Weekdays are ISO numbers, 1 is Monday.
 */
export const workingCalendarSchema = z.strictObject({
  id: keySchema,
  userIds: z.array(salesforceIdSchema).max(500).default([]),
  userRoleIds: z.array(salesforceIdSchema).max(200).default([]),
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).default([1, 2, 3, 4, 5]),
  hours: windowSchema.default({ from: '09:00', to: '17:00' }),
  /** ISO 3166-1 code whose public holidays are free, with a region where the country has them: `DE`, `BY`. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use two capital letters')
    .optional(),
  region: z.string().min(1).max(10).optional(),
  /** Free besides: days between Christmas and New Year, a company outing. */
  closed: z
    .array(z.strictObject({ from: civilDate, to: civilDate, name: z.string().max(80).default('') }))
    .max(200)
    .default([]),
  /** Worked although they would be free. */
  open: z.array(civilDate).max(100).default([]),
  /** Does the org's own list of holidays count? */
  orgHolidays: z.boolean().default(true),
});

export type WorkingCalendar = z.infer<typeof workingCalendarSchema>;

const subject = z.string().max(60).includes('{0}');

/** What every cadence of an org goes by. */
export const cadenceSettingsSchema = z.strictObject({
  /** There is one. */
  id: z.literal('default').default('default'),
  /** How many times somebody may hear from us in so many working days, across deals and reps. */
  contactBudget: z
    .array(z.strictObject({ outbound: z.int().min(1).max(100), businessDays: z.int().min(1).max(260) }))
    .max(5)
    .default([
      { outbound: 2, businessDays: 5 },
      { outbound: 6, businessDays: 20 },
    ]),
  /** A touchpoint becomes a Task so many working days before it is due. */
  taskBusinessDays: z.int().min(0).max(20).default(2),
  /** API values of `Task.Status`. */
  taskStatus: z
    .strictObject({
      open: z.string().min(1).max(255).default('Not Started'),
      done: z.string().min(1).max(255).default('Completed'),
      waiting: z.string().min(1).max(255).default('Deferred'),
      cancelled: z.string().min(1).max(255).default('Completed'),
    })
    .prefault({}),
  /** Subjects of Tasks; `{0}` is the name of the step. */
  taskSubject: z
    .strictObject({
      language: languageSchema.default('en'),
      /** Of a meeting that nobody has agreed to yet. */
      arrange: subject.default('Arrange: {0}'),
      cancelled: subject.default('Not needed: {0}'),
      translations: translationsOf(z.strictObject({ arrange: subject, cancelled: subject })),
    })
    .prefault({}),
  /** After a reply a cadence goes on by itself so many working days later, unless somebody says so before. */
  replyBusinessDays: z.int().min(1).max(60).default(5),
});

export type CadenceSettings = z.infer<typeof cadenceSettingsSchema>;
