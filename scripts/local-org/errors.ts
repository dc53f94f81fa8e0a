/** One fault of one record, in the shape of a save result. */
export interface RecordError {
  statusCode: string;
  message: string;
  fields: string[];
}

/** HTTP status of an error code; everything that is not listed is 400. */
const STATUS: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INVALID_AUTH_HEADER: 401,
  REQUEST_LIMIT_EXCEEDED: 403,
  INSUFFICIENT_ACCESS: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  API_DISABLED_FOR_ORG: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
  PRECONDITION_FAILED: 412,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNKNOWN_EXCEPTION: 500,
};

/** A request that fails as Salesforce fails it: body `[{message, errorCode, fields?}]` with the status of the code. */
export class SalesforceError extends Error {
  readonly errorCode: string;
  readonly fields: readonly string[];

  constructor(errorCode: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'SalesforceError';
    this.errorCode = errorCode;
    this.fields = fields;
  }

  get status(): number {
    return STATUS[this.errorCode] ?? 400;
  }
}

/** A user-mode query that names what its user may not read; fails whole, as Apex fails it. */
export class InaccessibleFieldsError extends SalesforceError {
  /** `Opportunity.Amount`, in the order of the query. */
  readonly inaccessible: readonly string[];

  constructor(inaccessible: readonly string[]) {
    super('INVALID_FIELD', `No such column or no access: ${inaccessible.join(', ')}`, inaccessible);
    this.name = 'InaccessibleFieldsError';
    this.inaccessible = inaccessible;
  }
}

const HINT = 'Please reference your WSDL or the describe call for the appropriate names.';

export const noSuchObject = (name: string): SalesforceError =>
  new SalesforceError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${HINT}`,
  );

/** Words of the fault that a query gets for an unknown (or invisible) column. */
export const noSuchColumn = (field: string, object: string): string =>
  `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${HINT}`;

/** Words of the fault that a save gets for an unknown (or invisible) field. */
export const noSuchColumnOn = (field: string, object: string): string =>
  `No such column '${field}' on sobject of type ${object}`;

export const noSuchRelationship = (name: string, place: 'field path' | 'FROM part of query call'): string =>
  `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${HINT}`;

export const notFound = (message = 'The requested resource does not exist'): SalesforceError =>
  new SalesforceError('NOT_FOUND', message);
