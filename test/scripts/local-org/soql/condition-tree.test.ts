import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conditionTree, type Tree } from '../../../../scripts/local-org/soql/condition-tree.ts';
import { parseSoql } from '../../../../scripts/local-org/soql/parse.ts';

/** A tree whose conditions are told by the name of their field. */
type Named = Tree<string>;

const leaf = fc.constantFrom('A', 'B', 'C', 'D').map((condition): Named => ({ kind: 'leaf', condition }));
const trees = fc.letrec<{ tree: Named }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('tree').map((part): Named => ({ kind: 'not', part })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, parts]): Named => ({ kind, parts })),
  ),
})).tree;

/** The tree as SOQL, with parentheses around everything that is not a comparison. */
function written(tree: Named): string {
  if (tree.kind === 'leaf') return `${tree.condition} = 1`;
  const inside = (part: Named): string => (part.kind === 'leaf' ? written(part) : `(${written(part)})`);
  return tree.kind === 'not'
    ? `NOT ${inside(tree.part)}`
    : tree.parts.map(inside).join(` ${tree.kind.toUpperCase()} `);
}

function named(tree: ReturnType<typeof conditionTree>): Named {
  if (tree.kind === 'not') return { kind: 'not', part: named(tree.part) };
  if (tree.kind !== 'leaf') return { kind: tree.kind, parts: tree.parts.map(named) };
  return { kind: 'leaf', condition: 'field' in tree.condition ? tree.condition.field : '' };
}

test('the precedence that a query writes is the precedence that it gets', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const text = written(tree);
      fc.pre(!/NOT \(+NOT \(+NOT/.test(text));
      const { where } = parseSoql(`SELECT Id FROM Account WHERE ${text}`);
      expect(where && named(conditionTree(where))).toEqual(tree);
    }),
  );
});

test('three negations inside each other are refused, since the parser would lose one', () => {
  expect(() => parseSoql('SELECT Id FROM Account WHERE NOT (NOT (NOT A = 1))')).toThrow('negations');
  expect(() => parseSoql("SELECT Id FROM Account WHERE (NOT A = 'NOT (NOT') AND B NOT IN (1)")).not.toThrow();
});
