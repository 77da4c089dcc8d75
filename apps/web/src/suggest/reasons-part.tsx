import type { ReasonsPartProps } from './suggest-parts';

export function ReasonsPart(_: ReasonsPartProps) {
  return null;
}
