import { foldText } from '@phien/kernel';

/** What a name begins or is padded with, and which tells nobody from another. */
const FORMS =
  /\b(cong ty|trach nhiem huu han|tnhh|co phan|cp|ctcp|mtv|mot thanh vien|doanh nghiep tu nhan|dntn|hop tac xa|htx|to hop tac|tht|ho kinh doanh|hkd|ho san xuat|co so san xuat|co so|va|joint stock company|company|cooperative|co|ltd|jsc)\b/g;

const words = (name: string) =>
  foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A name without marks, case and signs. */
export const sameName = words;

/** What tells a name from another: without its legal form; the whole name where that is all. */
export function coreOf(name: string): string {
  const whole = words(name);
  const core = whole.replace(FORMS, ' ').replace(/\s+/g, ' ').trim();
  return core.length >= 3 ? core : whole;
}

/* Too short for a letter to be a slip. */
const SHORTEST_WITH_A_SLIP = 8;

/** A core, and each that is left when one letter is taken out. A digit is no slip: it is another name. */
function slipsOf(core: string): string[] {
  if (core.length < SHORTEST_WITH_A_SLIP) return [core];
  const slips = [core];
  for (let at = 0; at < core.length; at += 1) {
    if (!isDigit(core.charCodeAt(at))) slips.push(core.slice(0, at) + core.slice(at + 1));
  }
  return slips;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

const numbersOf = (core: string) => core.replace(/[^0-9]+/g, ' ').trim();

/** Finds who is called nearly the same: alike but for the legal form, or for one letter. */
export class Likenesses<Named extends { name: string }> {
  private readonly bySlip = new Map<string, { core: string; named: Named }>();

  constructor(all: readonly Named[]) {
    for (const named of all) {
      const core = coreOf(named.name);
      for (const slip of slipsOf(core)) {
        if (!this.bySlip.has(slip)) this.bySlip.set(slip, { core, named });
      }
    }
  }

  find(name: string): Named | null {
    const core = coreOf(name);
    for (const slip of slipsOf(core)) {
      const like = this.bySlip.get(slip);
      if (like && numbersOf(like.core) === numbersOf(core)) return like.named;
    }
    return null;
  }
}
