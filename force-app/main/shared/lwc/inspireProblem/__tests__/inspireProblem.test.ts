import { describe, expect, it, jest } from '@jest/globals';
import { readProblem } from 'c/inspireProblem';

const document = {
  type: 'about:blank',
  title: 'Stage is not mapped',
  status: 400,
  code: 'stageUnknown',
  detail: 'Stage "Foo" is not mapped.',
  remedy: 'Map it.',
  requestId: 'r-1',
};

describe('readProblem', () => {
  it('reads the problem document that the gateway puts into the message', () => {
    expect(readProblem({ body: { message: JSON.stringify(document) }, status: 500 })).toEqual({
      code: 'stageUnknown',
      message: 'Stage "Foo" is not mapped.',
      remedy: 'Map it.',
      requestId: 'r-1',
    });
  });

  it('falls back to the title where a document has no detail', () => {
    const untold = JSON.stringify({ ...document, detail: undefined });
    expect(readProblem({ body: { message: untold } }).message).toBe('Stage is not mapped');
  });

  it('says how to get access when the session has ended', () => {
    const problem = readProblem({ body: { message: 'Session expired or invalid' }, status: 401 });
    expect(problem.code).toBe('noAccess');
    expect(problem.remedy).toContain('permission set');
  });

  it('says that Salesforce cannot be reached when the browser is offline', () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(readProblem(new TypeError('Failed to fetch')).code).toBe('offline');
    online.mockRestore();
  });

  it('shows what the UI API says, which answers with a list', () => {
    expect(readProblem({ body: [{ message: 'Field is hidden' }] }).message).toBe('Field is hidden');
  });

  it('gives a remedy for a failure it knows nothing about', () => {
    expect(readProblem(undefined)).toEqual({
      code: 'unknown',
      message: 'Something went wrong.',
      remedy: 'Try again. If this stays, tell your Salesforce administrator.',
    });
  });
});
