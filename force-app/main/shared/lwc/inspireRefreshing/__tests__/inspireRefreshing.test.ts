import { describe, expect, it, jest } from '@jest/globals';
import type { Problem } from 'c/inspireProblem';
import { createRefreshing } from 'c/inspireRefreshing';
import { aFailure } from 'support/answers';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { refreshed } from 'support/gateway';

describe('asking again', () => {
  it('is one call for several reasons at once, about what was handed over last', async () => {
    const refreshing = createRefreshing(jest.fn());
    refreshing.note({ data: 'x' });
    await Promise.all([refreshing.now(), refreshing.now()]);
    expect(refreshed.mock.calls).toEqual([[{ data: 'x' }]]);
    await refreshing.now();
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('says when it could not be done, and can be done again', async () => {
    const failed = jest.fn<(problem: Problem) => void>();
    const refreshing = createRefreshing(failed);
    refreshed.mockRejectedValueOnce(aFailure());
    await refreshing.now();
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ requestId: 'r-42' }));
    await refreshing.now();
    expect(failed).toHaveBeenCalledTimes(1);
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('can be done again after it threw at once', async () => {
    const refreshing = createRefreshing(jest.fn());
    refreshed.mockImplementationOnce(() => {
      throw new Error('not provisioned');
    });
    await refreshing.now();
    await refreshing.now();
    expect(refreshed).toHaveBeenCalledTimes(2);
  });
});

describe('telling the page', () => {
  it('says when it could not be done', async () => {
    const failed = jest.fn<(problem: Problem) => void>();
    const telling = jest.mocked(notifyRecordUpdateAvailable);
    telling.mockRejectedValueOnce(aFailure());
    const refreshing = createRefreshing(failed);
    await refreshing.tell('006000000000001AAA');
    expect(telling).toHaveBeenCalledWith([{ recordId: '006000000000001AAA' }]);
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ requestId: 'r-42' }));
  });
});
