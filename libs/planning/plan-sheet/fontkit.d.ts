/* What the plan sheet asks of fontkit, which brings no types of its own. */
declare module 'fontkit' {
  export interface Glyph {
    id: number;
    path: { toSVG(): string };
  }
  export interface GlyphRun {
    glyphs: Glyph[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
    /** In units of the em. */
    advanceWidth: number;
  }
  export interface Font {
    unitsPerEm: number;
    layout(text: string, features?: Record<string, boolean>): GlyphRun;
  }
  export function create(bytes: Uint8Array): Font;
}
