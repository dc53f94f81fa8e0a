import type { Gateway } from '../gateway/index.ts';
import type { ActionValues, ActionVariable, InvocableAction } from './action.ts';
import { idIn, keyIn, resultsOf } from './flow-call.ts';

const text = (name: string, label: string, description = ''): ActionVariable => ({
  ...{ name, label, description, type: 'STRING' },
});

/** Every output, null where the answer is silent. */
const filled = ({ outputs }: Pick<InvocableAction, 'outputs'>, answer: ActionValues): ActionValues =>
  Object.fromEntries(outputs.map(({ name }) => [name, answer[name] ?? null]));

const enroll: Omit<InvocableAction, 'invoke'> = {
  name: 'InspireFlowEnroll',
  label: 'Begin a Cadence',
  description:
    'Begins a cadence on each record. What is wrong with one record is said of that one; the others begin.',
  inputs: [
    text('recordId', 'Record ID', 'An opportunity or account that the user of the Flow may edit.'),
    text('cadenceId', 'Cadence', 'Key of a live cadence, such as qualify.'),
  ],
  outputs: [
    {
      ...{ name: 'isEnrolled', label: 'Enrolled', type: 'BOOLEAN' },
      description: 'True if the cadence runs on the record now, whoever began it.',
    },
    text('code', 'Code', 'What happened, to decide by: enrolled, alreadyRunning, recordUnknown and others.'),
    text('message', 'Message', 'The same in words.'),
  ],
};

const next: Omit<InvocableAction, 'invoke'> = {
  name: 'InspireFlowNext',
  label: 'Get the Next Touchpoint',
  description: 'Tells for each record what to do next, as its panel does.',
  inputs: [text('recordId', 'Record ID', 'An opportunity or account that the user of the Flow may see.')],
  outputs: [
    {
      ...{ name: 'hasNext', label: 'Has Next', type: 'BOOLEAN' },
      description: 'True if something is to be done on the record.',
    },
    text('code', 'Code', 'To decide by: current, planned, held, nothingNext, recordUnknown and others.'),
    text('message', 'Message', 'Why there is none, or for what it waits.'),
    text('touchpointId', 'Touchpoint ID'),
    text('name', 'Name'),
    text('channel', 'Channel', 'call, email, meeting and others.'),
    { name: 'dueOn', label: 'Due On', description: '', type: 'DATE' },
    text(
      'state',
      'State',
      'current: to be done now. planned: later. held: waits, the message says for what.',
    ),
  ],
};

/** The actions of Flow over a gateway: labels and variables are those of the Apex classes, a test keeps them together. */
export const flowActions = (gateway: Gateway): InvocableAction[] => [
  {
    ...enroll,
    invoke: async (userId, requests) => {
      const asked = requests.map(({ recordId, cadenceId }) => ({
        ...{ recordId: idIn(recordId), cadenceId: keyIn(cadenceId) },
      }));
      const call = { gateway, userId, operation: 'flowEnroll', mode: 'write' } as const;
      return (await resultsOf(call, asked)).map((answer) => filled(enroll, answer));
    },
  },
  {
    ...next,
    invoke: async (userId, requests) => {
      const asked = requests.map(({ recordId }) => ({ recordId: idIn(recordId) }));
      const call = { gateway, userId, operation: 'flowNext', mode: 'read' } as const;
      return (await resultsOf(call, asked)).map((answer) => filled(next, answer));
    },
  },
];
