/** "A12-1-57": register, epoch, number. */
export const printedNumber = (register: string, epoch: number, sequence: number) =>
  `${register}-${epoch}-${sequence}`;
