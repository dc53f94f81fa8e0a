/** Is the rep at the panel right now? Then what would move waits, unless they asked for it. */
export class Hands {
  pointer = false;
  focus = false;
  interacted = false;
  /** They want whatever comes next. */
  asked = false;

  get areOn(): boolean {
    return !this.asked && (this.pointer || this.focus || this.interacted);
  }

  note(type: string): void {
    if (type.startsWith('pointer')) this.pointer = type === 'pointerenter';
    else if (type.startsWith('focus')) this.focus = type === 'focusin';
    else this.interacted = true;
  }

  /** Something new was put before them. */
  rest(): void {
    this.interacted = false;
    this.asked = false;
  }
}
