import { announceChanges, onChange } from '../../org/changes.ts';
import { readFields, type RecordFields } from '../../org/record-fields.ts';

type Configuration = { recordId?: string; fields?: FieldNames; optionalFields?: FieldNames };
type FieldNames = string | { fieldApiName: string; objectApiName: string } | readonly FieldNames[];
type Provisioned = { data: RecordFields | undefined; error: unknown };

/** Fields of one record, read again whenever the page learns that the record has changed. */
export class getRecord {
  readonly #emit: (value: Provisioned) => void;
  #configuration: Configuration = {};
  #connected = false;
  #stop: (() => void) | undefined;

  constructor(emit: (value: Provisioned) => void) {
    this.#emit = emit;
    emit({ data: undefined, error: undefined });
  }

  connect(): void {
    this.#connected = true;
    this.follow();
  }

  disconnect(): void {
    this.#connected = false;
    this.#stop?.();
  }

  update(configuration: Configuration): void {
    this.#configuration = configuration;
    this.follow();
  }

  private follow(): void {
    const { recordId } = this.#configuration;
    this.#stop?.();
    if (!this.#connected || recordId === undefined) return;
    const load = () => this.load(recordId);
    this.#stop = onChange(recordId, load);
    void load();
  }

  private async load(recordId: string): Promise<void> {
    const { fields, optionalFields } = this.#configuration;
    const names = [...namesOf(fields), ...namesOf(optionalFields)];
    if (names.length === 0) return;
    const value = await readFields(recordId, names).then(
      (data): Provisioned => ({ data, error: undefined }),
      (error: unknown): Provisioned => ({ data: undefined, error }),
    );
    if (this.#connected && recordId === this.#configuration.recordId) this.#emit(value);
  }
}

function namesOf(fields: FieldNames | undefined): string[] {
  if (fields === undefined) return [];
  if (typeof fields === 'string') return [fields];
  return 'fieldApiName' in fields
    ? [`${fields.objectApiName}.${fields.fieldApiName}`]
    : fields.flatMap(namesOf);
}

export const notifyRecordUpdateAvailable = (records: readonly { recordId: string }[]): Promise<void> =>
  announceChanges(records.map(({ recordId }) => recordId));
