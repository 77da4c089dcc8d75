import { shots as frame } from './frame.shots';
import type { Shot } from './shot';

/** Every picture of the product, screen by screen. */
export const shots: readonly Shot[] = [...frame];
