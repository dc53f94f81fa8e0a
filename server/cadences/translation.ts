import { z } from 'zod';
import { languageRanks } from '../languages.ts';

/** BCP 47. */
export const languageSchema = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as de or pt-BR');

/** The same words in other languages, all of them or none. */
export const translationsOf = <Words extends z.ZodType>(words: Words) =>
  z.partialRecord(languageSchema, words).default({});

type Translations<Words> = Readonly<Partial<Record<string, Words>>>;

/**
 * Something with its words in the language that serves a reader best: their own, English, else the one that it was written
 * in.
 * @param written BCP 47, of its own words
 * @param wanted BCP 47 or a Salesforce locale such as `de_AT`
 */
export const translated = <Words extends object, Value extends Words & { translations: Translations<Words> }>(
  value: Value,
  written: string,
  wanted: string,
): Value => {
  const others = Object.keys(value.translations);
  if (others.length === 0) return value;
  const ranks = languageRanks([written, ...others], wanted);
  const best = ranks.indexOf(Math.min(...ranks));
  const words = value.translations[others[best - 1] ?? ''];
  return words ? { ...value, ...words } : value;
};
