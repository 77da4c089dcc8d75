/** Sixths of a booth as people say booths: 75 is '12 3/6', −2 is '−2/6'. */
export function boothsIn(sixths: number): string {
  const whole = Math.floor(Math.abs(sixths) / 6);
  const rest = Math.abs(sixths) % 6;
  const said = [whole > 0 || rest === 0 ? `${whole}` : '', rest > 0 ? `${rest}/6` : '']
    .filter(Boolean)
    .join(' ');
  return sixths < 0 ? `−${said}` : said;
}
