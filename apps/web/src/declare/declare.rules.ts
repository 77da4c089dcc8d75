/** What somebody is about to declare, as it was typed. */
export interface Typed {
  /** Of this declaration: sent again it is the same one. Other words have another. */
  id: string;
  /** Digits alone; empty before anything was typed. */
  amount: string;
  /** Digits alone; how many sales that was, if it is known. */
  count: string;
}

/** Ten billion đồng, as the server has it. */
const MOST_VND = 10_000_000_000;
const MOST_SALES = 100_000;

export const digitsOf = (text: string, atMost: number) =>
  text
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, atMost);

/** The typed words after one of them was changed: then they are another declaration. */
export function retyped(typed: Typed, change: Partial<Typed>, newId: () => string): Typed {
  const next = { ...typed, ...change };
  const isSame = next.amount === typed.amount && next.count === typed.count;
  return isSame ? typed : { ...next, id: newId() };
}

/** What is typed as numbers, or why it cannot be sent. */
export function readTyped({
  amount,
  count,
}: Typed): { amountVnd: number; salesCount: number | null } | 'missing' | 'too_much' {
  if (amount === '') return 'missing';
  const amountVnd = Number(amount);
  if (amountVnd > MOST_VND) return 'too_much';
  return { amountVnd, salesCount: count === '' ? null : Math.min(Number(count), MOST_SALES) };
}

/** Whether the same should be sent again by itself: nobody answered, or the server was in trouble. */
export const isWorthAnotherTry = ({ status }: { status: number }) => status === 0 || status >= 500;

/** The secret behind the `#` of a booth's link; null when the address has none. */
export const secretIn = (hash: string) => hash.replace(/^#/, '') || null;
