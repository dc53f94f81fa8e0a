/** The field types of a describe call that this org knows (names as Salesforce spells them). */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'email'
  | 'phone'
  | 'url'
  | 'base64'
  | 'address';

export interface PicklistValue {
  value: string;
  label: string;
  isDefault: boolean;
  active: boolean;
}

/** What happens to a row when the row it refers to is deleted. */
type OnParentDelete = 'clear' | 'cascade' | 'restrict';

/** One field of an SObject: what describe tells, and what create and update enforce. */
export interface FieldDefinition {
  name: string;
  label: string;
  type: FieldType;
  /** Characters for text, 0 for other types. */
  length: number;
  precision: number;
  scale: number;
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
  /** The value a create takes when none is given; picklists have theirs in `values`. */
  defaultValue: string | number | boolean | null;
  defaultedOnCreate: boolean;
  values: readonly PicklistValue[];
  restricted: boolean;
  referenceTo: readonly string[];
  /** How SOQL reaches the parent (`Account` for `AccountId`). */
  relationshipName: string | null;
  /** How SOQL reaches these rows from the parent (`Opportunities`). */
  childRelationship: string | null;
  onParentDelete: OnParentDelete;
  externalId: boolean;
  unique: boolean;
  caseSensitive: boolean;
  nameField: boolean;
  /** Written by the org alone, from other fields. */
  calculated: boolean;
  /** Whether profiles and permission sets decide about it; required and system fields are always readable. */
  permissionable: boolean;
  custom: boolean;
  /** Fields that an address is put together from, by its key in the address (`street` → `BillingStreet`). */
  components: Readonly<Record<string, string>>;
  /** The address or name that the field is a part of; permissions of an address are those of all its parts. */
  compound: string | null;
  /** Pattern of a number that the org counts up, such as `INV-{0000}`; null for other fields. */
  autoNumber: string | null;
  helpText: string | null;
}

/** The part of a definition that a catalogue writes down; the rest follows from the type. */
export type FieldSpec = Pick<FieldDefinition, 'type'> & Partial<Omit<FieldDefinition, 'name' | 'type'>>;
type Options = Partial<Omit<FieldDefinition, 'name' | 'type'>>;

/** Must be given on create: not nillable and without a default. */
export const required: Options = { nillable: false };
/** Only the org writes it. */
export const readOnly: Options = { createable: false, updateable: false };
export const createOnly: Options = { updateable: false };
export const nameField: Options = { nameField: true };

const spec =
  (type: FieldType, base: Options = {}) =>
  (...options: readonly Options[]): FieldSpec => ({
    type,
    ...options.reduce<Options>((all, each) => ({ ...all, ...each }), base),
  });

export const boolean = (defaultValue = false, ...options: readonly Options[]): FieldSpec =>
  spec('boolean', { nillable: false, defaultValue, defaultedOnCreate: true })(...options);
export const date = spec('date');
export const datetime = spec('datetime');
export const time = spec('time');
export const int = spec('int', { precision: 9 });
export const double = (precision: number, scale: number, ...options: readonly Options[]): FieldSpec =>
  spec('double', { precision, scale })(...options);
export const currency = spec('currency', { precision: 18, scale: 2 });
export const percent = (scale: number, ...options: readonly Options[]): FieldSpec =>
  spec('percent', { precision: 3 + scale, scale })(...options);
export const email = spec('email', { length: 80 });
export const phone = spec('phone', { length: 40 });
export const url = spec('url', { length: 255 });
export const blob = spec('base64');
export const text = (length: number, ...options: readonly Options[]): FieldSpec =>
  spec('string', { length })(...options);
export const textarea = (length: number, ...options: readonly Options[]): FieldSpec =>
  spec('textarea', { length })(...options);

/** Values of a picklist, the default one marked by a leading `*`. */
export function picklist(values: readonly string[], ...options: readonly Options[]): FieldSpec {
  const defined = values.map((text): PicklistValue => {
    const isDefault = text.startsWith('*');
    const value = isDefault ? text.slice(1) : text;
    return { value, label: value, isDefault, active: true };
  });
  const defaulted = defined.some((each) => each.isDefault);
  return spec('picklist', {
    length: 255,
    values: defined,
    ...(defaulted ? { defaultedOnCreate: true } : {}),
  })(...options);
}

/** A text that suggests values, as Task.Subject does. */
export const combobox = (
  length: number,
  values: readonly string[],
  ...options: readonly Options[]
): FieldSpec => ({
  ...picklist(values, { length }, ...options),
  type: 'combobox',
});

/** A lookup to one object, or to several: then the relationship is polymorphic. */
export function reference(
  to: string | readonly string[],
  childRelationship: string | null = null,
  ...options: readonly Options[]
): FieldSpec {
  const referenceTo = typeof to === 'string' ? [to] : to;
  return spec('reference', { length: 18, referenceTo, childRelationship })(...options);
}

/** The six columns of an address and the compound that reads them together. */
export function address(prefix: string): Record<string, FieldSpec> {
  const name = (part: string): string => `${prefix}${part}`;
  const compound: Options = { compound: name('Address') };
  return {
    [name('Street')]: textarea(255, compound),
    [name('City')]: text(40, compound),
    [name('State')]: text(80, compound),
    [name('PostalCode')]: text(20, compound),
    [name('Country')]: text(80, compound),
    [name('Latitude')]: double(18, 15, compound),
    [name('Longitude')]: double(18, 15, compound),
    [name('GeocodeAccuracy')]: picklist(
      ['Address', 'NearAddress', 'Block', 'Street', 'Zip', 'City', 'State', 'Unknown'],
      {
        ...compound,
        restricted: true,
        length: 40,
      },
    ),
    [name('Address')]: spec('address', {
      ...readOnly,
      components: {
        city: name('City'),
        country: name('Country'),
        geocodeAccuracy: name('GeocodeAccuracy'),
        latitude: name('Latitude'),
        longitude: name('Longitude'),
        postalCode: name('PostalCode'),
        state: name('State'),
        street: name('Street'),
      },
    })(),
  };
}
