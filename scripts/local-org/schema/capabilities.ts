import type { FieldDefinition } from './field.ts';

const isLongText = (field: FieldDefinition): boolean => field.type === 'textarea' && field.length > 255;

/** Whether WHERE takes the field: long texts and files cannot be compared. */
export const isFilterable = (field: FieldDefinition): boolean =>
  !isLongText(field) && !['base64', 'address'].includes(field.type);

/** Whether ORDER BY takes the field. */
export const isSortable = (field: FieldDefinition): boolean =>
  isFilterable(field) && field.type !== 'multipicklist';

/** Whether GROUP BY takes the field: amounts and moments are summed up, not grouped. */
export const isGroupable = (field: FieldDefinition): boolean =>
  isSortable(field) && !['double', 'currency', 'percent', 'datetime', 'time'].includes(field.type);
