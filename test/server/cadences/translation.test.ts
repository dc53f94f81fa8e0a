import { expect, test } from '@jest/globals';
import {
  cadenceIn,
  cadenceSchema,
  cadenceSettingsSchema,
  settingsIn,
  stepIn,
} from '../../../server/cadences/index.ts';
import { cadence, cadenceInput } from '../../support/cadences.ts';

const words = (name: string) => ({
  ...{ name, objective: `Objective of ${name}`, purpose: `Purpose of ${name}` },
  ...{ talkingPoints: [`Ask in ${name}`, `Offer in ${name}`] as [string, string], dontSay: `Not in ${name}` },
});

const translations = { de: words('Erstes Gespräch'), 'pt-BR': words('Primeira conversa') };

test.each([
  ['de_AT', 'Erstes Gespräch'],
  ['pt_PT', 'Primeira conversa'],
  ['en_GB', 'Do call'],
  ['fr_FR', 'Do call'],
  [undefined, 'Do call'],
])('a person of locale %s reads a step as “%s”', (locale, name) => {
  const given = cadence({ steps: [{ id: 'call', translations }] });
  const [step] = given.steps;
  expect(step && stepIn(given, step, locale).name).toBe(name);
});

test('whoever reads neither the own language nor a translation is served in English', () => {
  const given = cadence({
    language: 'de',
    steps: [{ id: 'call', translations: { en: words('First call') } }],
  });
  expect(cadenceIn(given, 'fr_FR').steps[0]?.name).toBe('First call');
});

test('everything that is said to people changes, and nothing else', () => {
  const title = { title: 'Klären', aim: 'Ziel', outcome: 'Ergebnis' };
  const given = cadence({
    translations: { de: title },
    steps: [{ id: 'call', translations }, { id: 'mail' }],
  });
  const [call, mail] = given.steps;
  expect(cadenceIn(given, 'de_DE')).toEqual({
    ...given,
    ...title,
    steps: [{ ...call, ...translations.de }, mail],
  });
});

test('subjects of Tasks are those of the language', () => {
  const german = { arrange: 'Vereinbaren: {0}', cancelled: 'Entfällt: {0}' };
  const settings = cadenceSettingsSchema.parse({ taskSubject: { translations: { de: german } } });
  expect(settingsIn(settings, 'de_DE').taskSubject).toMatchObject(german);
  expect(settingsIn(settings, 'en_US').taskSubject.arrange).toBe('Arrange: {0}');
});

test.each([
  ['that lacks words', { de: { name: 'Erstes Gespräch' } }, 'steps.0.translations.de.objective'],
  ['of no language', { German: words('Erstes Gespräch') }, 'steps.0.translations.German'],
])('a translation %s is named with its place', (_what, faulty, place) => {
  const [step] = cadenceInput({ steps: [{ id: 'call' }] }).steps;
  const withFault = { ...cadenceInput({ steps: [] }), steps: [{ ...step, translations: faulty }] };
  const places = cadenceSchema.safeParse(withFault).error?.issues.map(({ path }) => path.join('.'));
  expect(places).toContain(place);
});
