/** What a person may type for one login: blanks around it and capitals do not count. */
export function foldLogin(typed: string): string {
  return typed.trim().toLowerCase();
}

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** Length in characters is the whole rule (NIST SP 800-63B, 5.1.1.2: no composition rules). */
export function isPasswordLongEnough(password: string): boolean {
  const length = [...password].length;
  return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD;
}
