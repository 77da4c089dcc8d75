/** "28/10/2025" */
export const dayInFigures = (day: string): string => day.split('-').reverse().join('/');
