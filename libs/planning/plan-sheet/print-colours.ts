/** Colours of a printed plan: the light palette of the screens, on white. */
export const print = {
  text: '#14211D',
  muted: '#52635D',
  line: '#CBD5D1',
  edge: '#5F6F6A',
  hall: '#EEF2F0',
  aisle: '#FFFFFF',
  brand: '#0B5A4A',
  accent: '#B4470B',
  free: '#FFFFFF',
  given: '#DDEFE7',
  warn: { text: '#6B3E00', ground: '#FFE9B8' },
  water: { text: '#123E73', ground: '#CFE3FA' },
} as const;
