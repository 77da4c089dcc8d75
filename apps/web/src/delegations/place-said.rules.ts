import { foldText } from '@phien/kernel';

/** Whether the name of a delegation says its place already: "Đoàn xã Tiên Yên" says "Xã Tiên Yên". */
export const isSaidIn = (name: string, place: string): boolean =>
  foldText(name).includes(foldText(place));
