import type { AcceptPartProps } from './suggest-parts';

export function AcceptPart(_: AcceptPartProps) {
  return null;
}
