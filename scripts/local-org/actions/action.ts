/** A variable that goes into an action or comes out of it. */
export interface ActionVariable {
  name: string;
  label: string;
  description: string;
  type: 'STRING' | 'BOOLEAN' | 'DATE';
}

/** Values of one request or one result, by name. */
export type ActionValues = Readonly<Record<string, unknown>>;

/** An Apex class with an invocable method, as Flow and the REST API see it. */
export interface InvocableAction {
  /** Of the class. */
  name: string;
  label: string;
  description: string;
  inputs: readonly ActionVariable[];
  outputs: readonly ActionVariable[];
  /**
   * Runs the method as the user.
   * @returns one result for each request, in the same order
   * @throws ActionFault as Apex throws an exception
   */
  invoke(userId: string, requests: readonly ActionValues[]): Promise<readonly ActionValues[]>;
}

/** An exception that left the method; `message` is what a Flow shows on its fault path. */
export class ActionFault extends Error {
  override readonly name = 'ActionFault';
}
