import { z } from 'zod';
import { notFound, SalesforceError } from '../errors.ts';
import { bodyAs } from '../rest/body.ts';
import { type Call, type Reply, rootOf, type Route } from '../rest/call.ts';
import { ActionFault, type ActionValues, type ActionVariable, type InvocableAction } from './action.ts';

const invocation = z.object({ inputs: z.array(z.record(z.string(), z.unknown())).min(1) });

const outlet = ({ name, label, description, type }: ActionVariable) => ({
  ...{ name, label, description: description || null, type },
  ...{ maxOccurs: 1, picklistValues: null, sobjectType: null },
});

const describe = ({ name, label, description, inputs, outputs }: InvocableAction): ActionValues => ({
  ...{ name, label, description, standard: false, type: 'APEX', targetEntityName: null },
  inputs: inputs.map((each) => ({ ...outlet(each), byteLength: 0, required: false })),
  outputs: outputs.map(outlet),
});

const found = (actions: readonly InvocableAction[], name = ''): InvocableAction => {
  const action = actions.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (action) return action;
  throw notFound();
};

/** All inputs of the actions here are texts. */
function requireKnown({ inputs }: InvocableAction, values: ActionValues): void {
  for (const [name, value] of Object.entries(values)) {
    const isText = value === null || typeof value === 'string';
    if (isText && inputs.some((each) => each.name === name)) continue;
    throw new SalesforceError('INVALID_API_INPUT', `The input parameter ${name} is unknown, or is no text.`);
  }
}

const result = (actionName: string, outputValues: ActionValues): ActionValues => ({
  ...{ actionName, errors: null, isSuccess: true, outputValues, sortOrder: -1, version: 1 },
});

const fault = (actionName: string, { message }: ActionFault): ActionValues => ({
  ...{ actionName, isSuccess: false, outputValues: null, sortOrder: -1, version: 1 },
  errors: [
    {
      statusCode: 'UNKNOWN_EXCEPTION',
      message: `An Apex error occurred: InspireException: ${message}`,
      fields: [],
    },
  ],
});

/** An exception fails all requests of a call alike. */
async function invoke(action: InvocableAction, { access, body }: Call): Promise<Reply> {
  const { inputs } = bodyAs(invocation, body);
  for (const values of inputs) requireKnown(action, values);
  try {
    const outputs = await action.invoke(access.userId, inputs);
    return { status: 200, body: outputs.map((values) => result(action.name, values)) };
  } catch (thrown) {
    if (!(thrown instanceof ActionFault)) throw thrown;
    return { status: 400, body: inputs.map(() => fault(action.name, thrown)) };
  }
}

const address = (call: Call, ...names: string[]): string => [rootOf(call), 'actions', ...names].join('/');

const list = (call: Call, actions: readonly InvocableAction[]) =>
  actions.map(({ name, label }) => ({
    ...{ name, label, type: 'APEX', url: address(call, 'custom', 'apex', name) },
  }));

/** Invocable actions: those of Apex, which whoever runs the gateway adds to the org. */
export const actionRoutes = (actions: readonly InvocableAction[]): readonly Route[] => [
  {
    method: 'GET',
    pattern: 'actions/custom',
    handle: (call) => ({ status: 200, body: { apex: address(call, 'custom', 'apex') } }),
  },
  {
    method: 'GET',
    pattern: 'actions/custom/apex',
    handle: (call) => ({ status: 200, body: { actions: list(call, actions) } }),
  },
  {
    method: 'GET',
    pattern: 'actions/custom/apex/:name',
    handle: (_, { name }) => ({ status: 200, body: describe(found(actions, name)) }),
  },
  {
    method: 'POST',
    pattern: 'actions/custom/apex/:name',
    handle: (call, { name }) => invoke(found(actions, name), call),
  },
];
