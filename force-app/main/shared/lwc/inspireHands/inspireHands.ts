/** Is the rep at the panel right now? Then what would move waits. */
export class Hands {
  pointer = false;
  focus = false;
  interacted = false;

  get areOn(): boolean {
    return this.pointer || this.focus || this.interacted;
  }

  note(type: string): void {
    if (type.startsWith('pointer')) this.pointer = type === 'pointerenter';
    else if (type.startsWith('focus')) this.focus = type === 'focusin';
    else this.interacted = true;
  }
}
