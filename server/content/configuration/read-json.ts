import type { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { placeOf } from './place.ts';
import { refuse } from './publish.ts';

/**
 * What a JSON text holds, or the fault that it is none.
 * @param place the name of its file
 */
export function parseJson(text: string, place: string): { value: unknown; faults: Fault[] } {
  try {
    return { value: JSON.parse(text), faults: [] };
  } catch (error) {
    return {
      value: undefined,
      faults: [{ place, message: error instanceof Error ? error.message : String(error) }],
    };
  }
}

/**
 * What a JSON file holds.
 * @param place its name
 * @throws AppError `configurationInvalid` naming every place that is not as it should be
 */
export function readJson<Value>(schema: z.ZodType<Value>, text: string, place: string): Value {
  const { value, faults } = parseJson(text, place);
  refuse(faults);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  refuse(result.error.issues.map((issue) => ({ place: placeOf(place, issue.path), message: issue.message })));
  throw result.error;
}
