import type {
  Condition,
  ConditionWithValueQuery,
  HavingClause,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { malformed } from './parse.ts';

/** A condition with the precedence that its parentheses give it. */
export type Tree<Leaf> =
  | { kind: 'leaf'; condition: Leaf }
  | { kind: 'not'; part: Tree<Leaf> }
  | { kind: 'and' | 'or'; parts: Tree<Leaf>[] };

type Token<Leaf> = '(' | ')' | 'AND' | 'OR' | 'NOT' | { condition: Leaf };
type Clause = WhereClause | HavingClause;

/**
 * The parser gives a right-linked list with parenthesis counters; this rebuilds the tree.
 * @throws SalesforceError MALFORMED_QUERY where AND and OR meet without parentheses, or NOT stands beside them: Salesforce
 * refuses both
 */
export function conditionTree(clause: Clause): Tree<ConditionWithValueQuery> {
  const tokens = tokensOf(clause);
  const { tree, next } = expression(tokens, 0);
  if (next < tokens.length) throw malformed(`unexpected token: '${textOf(tokens[next])}'`);
  return tree;
}

function tokensOf(clause: Clause): Token<ConditionWithValueQuery>[] {
  const tokens: Token<ConditionWithValueQuery>[] = [];
  let current: Clause | undefined = clause;
  while (current) {
    const left: Condition | ConditionWithValueQuery | null = current.left;
    const operator = 'operator' in current ? current.operator : undefined;
    if (left) tokens.push(...parentheses('(', left.openParen));
    if (operator === 'NOT') tokens.push('NOT');
    else if (left)
      tokens.push({ condition: left }, ...parentheses(')', 'closeParen' in left ? left.closeParen : 0));
    if (operator === 'AND' || operator === 'OR') tokens.push(operator);
    current = 'right' in current ? current.right : undefined;
  }
  return tokens;
}

const parentheses = (token: '(' | ')', count = 0): ('(' | ')')[] =>
  Array.from({ length: count }, () => token);
const textOf = (token: Token<unknown> | undefined): string =>
  typeof token === 'string' ? token : '<condition>';

interface Read<Leaf> {
  tree: Tree<Leaf>;
  next: number;
}

/** `NOT x` is an expression of its own: beside AND or OR it takes parentheses. */
function expression<Leaf>(tokens: readonly Token<Leaf>[], start: number): Read<Leaf> {
  if (tokens[start] === 'NOT') {
    const { tree, next } = term(tokens, start + 1);
    return { tree: { kind: 'not', part: tree }, next };
  }
  const first = term(tokens, start);
  const operator = tokens[first.next];
  if (operator !== 'AND' && operator !== 'OR') return first;
  const parts = [first.tree];
  let { next } = first;
  while (tokens[next] === operator) {
    const part = term(tokens, next + 1);
    parts.push(part.tree);
    next = part.next;
  }
  const follower = tokens[next];
  if (follower === 'AND' || follower === 'OR') throw malformed(`unexpected token: '${follower}'`);
  return { tree: { kind: operator === 'AND' ? 'and' : 'or', parts }, next };
}

function term<Leaf>(tokens: readonly Token<Leaf>[], start: number): Read<Leaf> {
  const token = tokens[start];
  if (token === '(') {
    const { tree, next } = expression(tokens, start + 1);
    if (tokens[next] !== ')')
      throw malformed(`expecting a right parenthesis, found '${textOf(tokens[next])}'`);
    return { tree, next: next + 1 };
  }
  if (typeof token === 'object')
    return { tree: { kind: 'leaf', condition: token.condition }, next: start + 1 };
  throw malformed(`unexpected token: '${textOf(token)}'`);
}

/** Every comparison of a tree, in its order. */
export const leavesOf = <Leaf>(tree: Tree<Leaf>): Leaf[] => {
  if (tree.kind === 'leaf') return [tree.condition];
  return tree.kind === 'not' ? leavesOf(tree.part) : tree.parts.flatMap(leavesOf);
};
