import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createPolling } from 'c/inspirePolling';

let seen: DocumentVisibilityState = 'visible';

const look = (state: DocumentVisibilityState) => {
  seen = state;
  document.dispatchEvent(new CustomEvent('visibilitychange'));
};

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
  seen = 'visible';
});

afterEach(() => {
  jest.useRealTimers();
});

describe('asking again', () => {
  it('goes on for as long as it is wanted, once a turn', () => {
    const ask = jest.fn();
    const polling = createPolling(ask, 5_000);
    polling.want(true);
    polling.want(true);
    jest.advanceTimersByTime(15_000);
    expect(ask).toHaveBeenCalledTimes(3);
    polling.want(false);
    look('visible');
    jest.advanceTimersByTime(15_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('rests while nobody looks, and happens at once when somebody looks again', () => {
    const ask = jest.fn();
    const polling = createPolling(ask, 5_000);
    polling.want(true);
    look('hidden');
    jest.advanceTimersByTime(60_000);
    expect(ask).not.toHaveBeenCalled();
    look('visible');
    expect(ask).toHaveBeenCalledTimes(1);
    polling.want(false);
  });

  it('begins again after it ended', () => {
    const ask = jest.fn();
    const polling = createPolling(ask, 5_000);
    polling.want(true);
    polling.want(false);
    polling.want(true);
    jest.advanceTimersByTime(5_000);
    expect(ask).toHaveBeenCalledTimes(1);
    polling.want(false);
  });
});
