/** "Android 14, Chrome" of a user agent: enough for an organizer to tell two phones apart. */
export function deviceName(userAgent: string): string {
  const android = /Android ([\d.]+)(?:; ([^);]+))?/.exec(userAgent);
  const system = android
    ? `Android ${android[1]}${android[2] && android[2] !== 'K' ? ` ${android[2].trim()}` : ''}`
    : /iPhone|iPad/.test(userAgent)
      ? 'iOS'
      : (/Windows|Macintosh|Linux/.exec(userAgent)?.[0] ?? '?');
  const browser = /Edg|OPR|SamsungBrowser|Firefox|Chrome|Safari/.exec(userAgent)?.[0] ?? '?';
  return `${system}, ${browser}`.slice(0, 100);
}

/** The enrolment code in an address such as `/till/#code=K7PM-2QXT`; null without one. */
export function codeInAddress(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('code');
  return code !== null && /^[\p{L}\d -]{4,40}$/u.test(code) ? code : null;
}
