import { isEmpty } from './drawing.rules';
import type { Step } from './drawing.rules';

const nameOf = (fairId: string) => `phien.plan-draft.${fairId}`;

/**
 * What was drawn and is not saved yet, kept on this device until the server has it: a closed lid or a
 * lost network costs nothing.
 */
export function keepStep(fairId: string, step: Step): void {
  try {
    if (isEmpty(step)) localStorage.removeItem(nameOf(fairId));
    else localStorage.setItem(nameOf(fairId), JSON.stringify(step));
  } catch {
    /* A full or forbidden store: the drawing is still on the screen, and goes on being saved. */
  }
}

export function keptStep(fairId: string): Step | null {
  try {
    const text = localStorage.getItem(nameOf(fairId));
    if (text === null) return null;
    const step = JSON.parse(text) as Step;
    return Array.isArray(step.changes) ? step : null;
  } catch {
    return null;
  }
}
