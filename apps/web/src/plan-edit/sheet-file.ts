import { answered, client, present } from '../api/client';
import type { paths } from '../api/schema.generated';

type Wanted = paths['/api/fairs/{fairId}/plan/sheet']['get']['parameters']['query'];
export type SheetFile = Wanted['file'] | 'png';
export type SheetWish = Omit<Wanted, 'file'> & { file: SheetFile };

/** Dots of a picture a point of the paper: A1 stays just under what a phone's browser draws. */
const DOTS_A_POINT = 2;
const LONG_SIDE = { a3: 1190.55, a1: 2381.1 } as const;
const SHORT_SIDE = { a3: 841.89, a1: 1683.78 } as const;

/** The sides of a picture of a paper, the longer one first. */
export const dotsOf = (paper: Wanted['paper']) => ({
  width: Math.round(LONG_SIDE[paper] * DOTS_A_POINT),
  height: Math.round(SHORT_SIDE[paper] * DOTS_A_POINT),
});

/** The picture is too large for this browser. */
export class NoPicture extends Error {}

/** A plan on paper, under its name; a picture is made here, of the drawing. */
export async function sheetFile(
  fairId: string,
  wish: SheetWish,
): Promise<{ name: string; bytes: Blob }> {
  const file = wish.file === 'png' ? 'svg' : wish.file;
  const asked = client.GET('/api/fairs/{fairId}/plan/sheet', {
    params: { path: { fairId }, query: { ...wish, file } },
    parseAs: 'blob',
  });
  const bytes: Blob = present(await answered(asked));
  const { response } = await asked;
  const told = response.headers.get('Content-Disposition') ?? '';
  const name = /filename="([^"]+)"/.exec(told)?.[1] ?? `plan.${file}`;
  return wish.file === 'png'
    ? { name: name.replace(/svg$/, 'png'), bytes: await pictureOf(bytes) }
    : { name, bytes };
}

async function pictureOf(drawing: Blob): Promise<Blob> {
  const address = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    /* The drawing says its size in millimetres, which is read as 96 dots an inch. */
    const times = (DOTS_A_POINT * 72) / 96;
    canvas.width = Math.round(image.naturalWidth * times);
    canvas.height = Math.round(image.naturalHeight * times);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    if (!picture) throw new NoPicture();
    return picture;
  } finally {
    URL.revokeObjectURL(address);
  }
}
