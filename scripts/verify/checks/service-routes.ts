import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A route of the service, as its definition names it; a property that is no literal is empty. */
export interface ServiceRoute {
  path: string;
  operation: string;
  mode: string;
  permission: string;
}

/** The object that a name stands for in the same file: `const admin = { permission: 'Inspire_Admin' } as const`. */
function objectNamed(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression | undefined {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations]);
  const value = declarations.find((each) => each.name.getText() === name)?.initializer;
  const plain = value && ts.isAsExpression(value) ? value.expression : value;
  return plain && ts.isObjectLiteralExpression(plain) ? plain : undefined;
}

/** Own properties, and those of objects that are spread in. */
const propertiesOf = (definition: ts.ObjectLiteralExpression): ts.ObjectLiteralElementLike[] =>
  definition.properties.flatMap((property) => {
    if (!ts.isSpreadAssignment(property)) return [property];
    const spread = objectNamed(property.getSourceFile(), property.expression.getText());
    return spread ? propertiesOf(spread) : [];
  });

const literalOf = (definition: ts.ObjectLiteralExpression, name: string): string => {
  const property = propertiesOf(definition).find((each) => each.name?.getText() === name);
  const value = property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return value && ts.isStringLiteralLike(value) ? value.text : '';
};

function routesIn(source: ts.SourceFile): ServiceRoute[] {
  const found: ServiceRoute[] = [];
  const visit = (node: ts.Node): void => {
    const [definition] = ts.isCallExpression(node) ? node.arguments : [];
    const isRoute = ts.isCallExpression(node) && node.expression.getText() === 'defineRoute';
    if (isRoute && definition && ts.isObjectLiteralExpression(definition)) {
      const literal = (name: string): string => literalOf(definition, name);
      found.push({
        path: literal('path'),
        operation: literal('operation'),
        mode: literal('mode'),
        permission: literal('permission'),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every `defineRoute({…})` in the service. */
export const serviceRoutes = (root: string): ServiceRoute[] =>
  globSync('server/**/*.ts', { cwd: root }).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    if (!text.includes('defineRoute(')) return [];
    return routesIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  });
