import { describe, expect, it } from '@jest/globals';
import { panelBytes } from '../../../scripts/verify/panel-size.ts';

describe('the size of a panel', () => {
  it('counts a component with what it imports of ours', async () => {
    const alone = await panelBytes('c/inspireSuggestionTile');
    const withImports = await panelBytes('c/inspireSuggestionList');
    expect(alone).toBeGreaterThan(500);
    expect(withImports).toBeGreaterThan(alone);
  });
});
