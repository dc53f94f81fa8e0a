import { announceChanges, onChange } from '../../org/changes.ts';
import { readFields, type RecordFields } from '../../org/record-fields.ts';
import { RecordMissing } from '../../org/rest.ts';

export { createRecord, updateRecord } from '../../org/write-record.ts';

type Fields = { fields?: FieldNames; optionalFields?: FieldNames };
type Configuration = Fields & { recordId?: string };
type FieldNames = string | { fieldApiName: string; objectApiName: string } | readonly FieldNames[];
type Provisioned<Data> = { data: Data | undefined; error: unknown };

/** Reads what a wire asks for, again whenever the page learns that one of its records has changed. */
abstract class RecordWire<Asked, Data> {
  readonly #emit: (value: Provisioned<Data>) => void;
  #asked: Asked | undefined;
  #connected = false;
  #stops: (() => void)[] = [];

  constructor(emit: (value: Provisioned<Data>) => void) {
    this.#emit = emit;
    emit({ data: undefined, error: undefined });
  }

  /** Undefined while there is nothing to read. */
  protected abstract idsIn(asked: Asked): string[] | undefined;
  protected abstract read(asked: Asked): Promise<Data>;

  connect(): void {
    this.#connected = true;
    this.follow();
  }

  disconnect(): void {
    this.#connected = false;
    this.unfollow();
  }

  update(asked: Asked): void {
    this.#asked = asked;
    this.follow();
  }

  private unfollow(): void {
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
  }

  private follow(): void {
    const asked = this.#asked;
    this.unfollow();
    const ids = asked && this.idsIn(asked);
    if (!this.#connected || asked === undefined || ids === undefined) return;
    this.#stops = ids.map((id) => onChange(id, () => this.load(asked)));
    void this.load(asked);
  }

  private async load(asked: Asked): Promise<void> {
    const value = await this.read(asked).then(
      (data): Provisioned<Data> => ({ data, error: undefined }),
      (error: unknown): Provisioned<Data> => ({ data: undefined, error }),
    );
    if (this.#connected && asked === this.#asked) this.#emit(value);
  }
}

/** Fields of one record. */
export class getRecord extends RecordWire<Configuration, RecordFields> {
  protected idsIn({ recordId, ...fields }: Configuration): string[] | undefined {
    return recordId === undefined || namesIn(fields).length === 0 ? undefined : [recordId];
  }

  protected read({ recordId = '', ...fields }: Configuration): Promise<RecordFields> {
    return readFields(recordId, namesIn(fields));
  }
}

type Several = { records?: readonly (Fields & { recordIds: readonly string[] })[] };
type Result = { statusCode: number; result: RecordFields | object };

/** Fields of several records; those that this user may not read have a result that says so. */
export class getRecords extends RecordWire<Several, { hasErrors: boolean; results: Result[] }> {
  protected idsIn({ records }: Several): string[] | undefined {
    return records?.flatMap(({ recordIds }) => recordIds);
  }

  protected async read({ records = [] }: Several) {
    const results = await Promise.all(
      records.flatMap(({ recordIds, ...fields }) => recordIds.map((id) => resultOf(id, namesIn(fields)))),
    );
    return { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results };
  }
}

async function resultOf(recordId: string, names: readonly string[]): Promise<Result> {
  try {
    return { statusCode: 200, result: await readFields(recordId, names) };
  } catch (error) {
    if (error instanceof RecordMissing) return { statusCode: error.status, result: error.body };
    throw error;
  }
}

const namesIn = ({ fields, optionalFields }: Fields): string[] => [
  ...namesOf(fields),
  ...namesOf(optionalFields),
];

function namesOf(fields: FieldNames | undefined): string[] {
  if (fields === undefined) return [];
  if (typeof fields === 'string') return [fields];
  return 'fieldApiName' in fields
    ? [`${fields.objectApiName}.${fields.fieldApiName}`]
    : fields.flatMap(namesOf);
}

export const notifyRecordUpdateAvailable = (records: readonly { recordId: string }[]): Promise<void> =>
  announceChanges(records.map(({ recordId }) => recordId));
