import { z } from 'zod/mini';

const toastSchema = z.object({
  title: z.string(),
  message: z.optional(z.string()),
  variant: z.optional(z.string()),
  mode: z.optional(z.string()),
});

type Toast = z.infer<typeof toastSchema>;

export const toastEvent = 'lightning__showtoast';

/** Asks the page for a toast. */
export class ShowToastEvent extends CustomEvent<Toast> {
  constructor(toast: Toast) {
    super(toastEvent, { detail: toast, bubbles: true, composed: true, cancelable: true });
  }
}

/** What an event asks for. Synthetic shadow makes plain `CustomEvent`s of every subclass: only the detail tells. */
export const toastOf = (event: Event): Toast | undefined =>
  event instanceof CustomEvent ? toastSchema.safeParse(event.detail).data : undefined;
