import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type AnnotationContext,
  ApexParserBaseListener,
  ApexParserFactory,
  ApexParseTreeWalker,
  type ClassDeclarationContext,
  type ConstructorDeclarationContext,
  type CreatorContext,
  type DotMethodCallContext,
  type MethodCallContext,
  type MethodDeclarationContext,
} from '@apexdevtools/apex-parser';
import { sourceFiles } from './metadata-files.ts';

/** A call in a method, in the order in which Apex runs them: arguments before the call that takes them. */
export interface Call {
  /** What stands before the dot; empty for a call without one. */
  target: string;
  /** Name of the method; `new X` for a constructor, `insert`, `update` … for a DML statement (target `DML`). */
  name: string;
  line: number;
}

export interface ApexMethod {
  className: string;
  name: string;
  /** `@AuraEnabled(cacheable=true)`, without white space. */
  annotations: string[];
  calls: Call[];
  file: string;
}

export interface ApexSource {
  file: string;
  className: string;
  text: string;
  /** Annotations of everything in the file, its fields included. */
  annotations: string[];
  methods: ApexMethod[];
}

/** Collects methods and what they call. */
class Collector extends ApexParserBaseListener {
  readonly methods: ApexMethod[] = [];
  readonly annotations: string[] = [];
  readonly #file: string;
  readonly #classes: string[] = [];
  #pending: string[] = [];
  #method: ApexMethod | undefined;
  #loops: number[] = [];

  constructor(file: string) {
    super();
    this.#file = file;
  }

  enterClassDeclaration = (context: ClassDeclarationContext): void => {
    this.#classes.push(context.id().getText());
  };
  exitClassDeclaration = (): void => {
    this.#classes.pop();
  };
  enterClassBodyDeclaration = (): void => {
    this.#pending = [];
  };
  enterAnnotation = (context: AnnotationContext): void => {
    this.#pending.push(context.getText());
    this.annotations.push(context.getText());
  };
  enterMethodDeclaration = (context: MethodDeclarationContext): void => this.#begin(context.id().getText());
  exitMethodDeclaration = (): void => this.#end();
  enterConstructorDeclaration = (context: ConstructorDeclarationContext): void =>
    this.#begin(`new ${context.qualifiedName().getText()}`);
  exitConstructorDeclaration = (): void => this.#end();

  exitDotMethodCall = (context: DotMethodCallContext): void => {
    const call = context.getText();
    const whole = context.parentCtx?.getText() ?? '';
    const target = whole.slice(0, whole.length - call.length).replace(/\??\.$/, '');
    this.#call(target, context.anyId().getText(), context.start.line);
  };
  exitMethodCall = (context: MethodCallContext): void =>
    this.#call('', context.getText().split('(')[0] ?? '', context.start.line);
  exitCreator = (context: CreatorContext): void =>
    this.#call('', `new ${context.createdName().getText()}`, context.start.line);

  exitInsertStatement = this.#dml('insert');
  exitUpdateStatement = this.#dml('update');
  exitUpsertStatement = this.#dml('upsert');
  exitDeleteStatement = this.#dml('delete');
  exitUndeleteStatement = this.#dml('undelete');
  exitMergeStatement = this.#dml('merge');

  // What a loop does, it may do again: its calls count twice, so that an order across two rounds is seen.
  enterForStatement = (): void => this.#enterLoop();
  exitForStatement = (): void => this.#exitLoop();
  enterWhileStatement = (): void => this.#enterLoop();
  exitWhileStatement = (): void => this.#exitLoop();
  enterDoWhileStatement = (): void => this.#enterLoop();
  exitDoWhileStatement = (): void => this.#exitLoop();

  #begin(name: string): void {
    const className = this.#classes.join('.');
    this.#method = { className, name, annotations: this.#pending, calls: [], file: this.#file };
    this.methods.push(this.#method);
  }
  #end(): void {
    this.#method = undefined;
  }
  #call(target: string, name: string, line: number): void {
    this.#method?.calls.push({ target, name, line });
  }
  #dml(name: string): (context: { start: { line: number } }) => void {
    return (context) => this.#call('DML', name, context.start.line);
  }
  #enterLoop(): void {
    this.#loops.push(this.#method?.calls.length ?? 0);
  }
  #exitLoop(): void {
    const from = this.#loops.pop() ?? 0;
    this.#method?.calls.push(...this.#method.calls.slice(from));
  }
}

function readSource(root: string, file: string): ApexSource {
  const text = readFileSync(path.join(root, file), 'utf8');
  const collector = new Collector(file);
  ApexParseTreeWalker.DEFAULT.walk(collector, ApexParserFactory.createParser(text).compilationUnit());
  const { methods, annotations } = collector;
  return { file, className: path.basename(file, '.cls'), text, annotations, methods };
}

/** The classes of the package, without tests. */
export const apexSources = (root: string): ApexSource[] =>
  sourceFiles(root, 'main/**/*.cls').map((file) => readSource(root, file));
