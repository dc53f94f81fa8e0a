import type { Want } from 'c/inspireGateway';

/** Something done with a touchpoint or a cadence of the record. */
export const acts = (input: Want['input']): Want => ({ operation: 'actOnTouchpoint', input });

/** What a want is about. Two wants about the same thing at once are a slip of the hand. */
export const subjectOf = ({ operation, input }: Want): string => {
  const { touchpointId, enrollmentId, cadenceId, absenceId } = input;
  return JSON.stringify([operation, touchpointId ?? enrollmentId ?? cadenceId ?? absenceId]);
};
