import { jest } from '@jest/globals';

const focus = jest.spyOn(HTMLElement.prototype, 'focus');

/** What the focus was put on last; the stand-ins of base components can not keep it. */
export const focused = (): unknown => focus.mock.contexts.at(-1);
