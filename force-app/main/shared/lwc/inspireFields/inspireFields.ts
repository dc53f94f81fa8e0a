import type { LightningElement } from 'lwc';

/** What stands in the fields of a form; undefined where one is faulty, which then says so and has the focus. */
export function valuesIn(component: LightningElement, selector: string): string[] | undefined {
  const fields = [...(component.template?.querySelectorAll<HTMLInputElement>(selector) ?? [])];
  const [faulty] = fields.filter((field) => !field.reportValidity());
  faulty?.focus();
  return faulty ? undefined : fields.map(({ value }) => value);
}
