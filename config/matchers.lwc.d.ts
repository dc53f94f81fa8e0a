import 'expect';

declare module 'expect' {
  interface Matchers<R> {
    /** axe, as far as it sees without layout (@sa11y/jest). */
    toBeAccessible(): Promise<R>;
  }
}
