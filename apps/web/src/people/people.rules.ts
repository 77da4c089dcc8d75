import { foldText } from '@phien/kernel';

/** The secret behind the `#` of a one-time link; null when the address has none. */
export function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') || null;
}

/** A fair's code from its name: no marks, small letters, digits and single hyphens, at most 60. */
export function codeFrom(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** Whether a typed code can be one. */
export const isCode = (code: string) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) && code.length >= 3 && code.length <= 60;

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

/** "Chrome · Android" of what a browser says of itself; null when it says nothing we know. */
export function deviceIn(userAgent: string): string | null {
  const find = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([sign]) => sign.test(userAgent))?.[1];
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(' · ') || null;
}

/** Whether a name holds what was typed, marks and case aside. */
export const holds = (name: string, typed: string) =>
  foldText(name).includes(foldText(typed.trim()));
