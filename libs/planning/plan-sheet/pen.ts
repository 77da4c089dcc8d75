import type { Weight } from './print-letters';

/** In points of the sheet, from its top left corner. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Letters {
  size: number;
  weight?: Weight;
  colour?: string;
  align?: 'left' | 'center' | 'right';
  /** Clockwise, about the place of the line. */
  turnedDegrees?: number;
  /** 0 to 1. */
  opacity?: number;
}

export interface Look {
  fill?: string;
  stroke?: string;
  thickness?: number;
  dash?: number;
}

/** What a part of a sheet is to a reader aloud; a figure has its own words. */
export type Part = 'H1' | 'P' | { figure: string };

/** What a sheet is drawn with, whatever it is drawn on. */
export interface Pen {
  widthOf(text: string, letters: Letters): number;
  box(place: Place, look: Look): void;
  /** A line through points, closed when it is filled. */
  line(points: readonly (readonly [number, number])[], look: Look): void;
  /** One line with its capitals centred on `at`. */
  write(text: string, at: { x: number; y: number }, letters: Letters): void;
  /** All that `draw` draws is this part of the document; what stands in no part only adorns it. */
  part(part: Part, draw: () => void): void;
}
