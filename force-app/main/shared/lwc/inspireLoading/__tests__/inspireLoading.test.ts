import { describe, expect, it } from '@jest/globals';
import Loading from 'c/inspireLoading';
import { part, place } from 'support/page';

describe('the stencil', () => {
  it('tells a screen reader that suggestions are under way, and nothing else', () => {
    const stencil = place('c-inspire-loading', Loading);
    expect(part(stencil, '[role="status"]').textContent).toBe('Loading suggestions');
  });

  it('is accessible', async () => {
    await expect(place('c-inspire-loading', Loading)).toBeAccessible();
  });
});
