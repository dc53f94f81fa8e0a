/** `lightning/navigation` that records where a component goes. */
export const navigate = jest.fn();

const Navigate = Symbol('Navigate');

export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](page) {
      navigate(page);
    }
  };
NavigationMixin.Navigate = Navigate;
