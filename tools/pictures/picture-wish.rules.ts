import { parseArgs } from 'node:util';
import type { Shot } from './shot';

export const sizes = {
  phone: { width: 360, height: 800, isPhone: true },
  desktop: { width: 1280, height: 800, isPhone: false },
  wall: { width: 1920, height: 1080, isPhone: false },
  /** The 4:3 of an older hall. */
  projector: { width: 1024, height: 768, isPhone: false },
} as const;

export type Size = keyof typeof sizes;
export type Scheme = 'light' | 'dark';
export type Language = 'vi' | 'en';

/** One picture to take. */
export interface Picture {
  shot: Shot;
  size: Size;
  scheme: Scheme;
  language: Language;
}

export interface PictureWish {
  asksForHelp: boolean;
  /** Shots whose name begins so; null: every one. */
  only: string | null;
  language: Language;
  /** Take what the guides and the README show, and put it into docs/pictures. */
  isForDocs: boolean;
}

export class PictureRefusal extends Error {}

export const help = `
Usage: npm run pictures -- [options]

Opens a demo fair in the middle of a busy day and takes a picture of every screen and state, at
phone and desktop size, in light and in dark, into .phien/pictures (look at its index.html).

  --only plan      shots whose name begins with plan
  --language en    the screens in English; Vietnamese unless told
  --docs           take what README.md and docs/guides show, and put it into docs/pictures

  CHROMIUM_PATH       a Chromium of your own
  TEST_DATABASE_URL   a superuser of a PostgreSQL to make the demo's database in
`;

export function pictureWish(args: string[]): PictureWish {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string' },
        language: { type: 'string', default: 'vi' },
        docs: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { language } = values;
    if (language !== 'vi' && language !== 'en') {
      throw new PictureRefusal(`--language must be vi or en, and is: ${language}`);
    }
    return {
      asksForHelp: values.help,
      only: values.only ?? null,
      language,
      isForDocs: values.docs,
    };
  } catch (failure) {
    throw new PictureRefusal(`${(failure as Error).message}\n${help}`);
  }
}

/** A shot at every size it wants, in light and in dark. */
export function everyPicture(
  shots: readonly Shot[],
  { only, language }: Pick<PictureWish, 'only' | 'language'>,
): Picture[] {
  refuseTwins(shots);
  return shots
    .filter(({ name }) => only === null || name.startsWith(only))
    .flatMap((shot) =>
      (shot.sizes ?? ['phone', 'desktop']).flatMap((size) =>
        (shot.schemes ?? (['light', 'dark'] as const)).map((scheme) => ({
          shot,
          size,
          scheme,
          language,
        })),
      ),
    );
}

function refuseTwins(shots: readonly Shot[]): void {
  const names = shots.map(({ name }) => name);
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined) throw new PictureRefusal(`Two shots are named ${twin}.`);
}

/** `board-live-phone-dark`; a screen in English says so. */
export function pictureName({ shot, size, scheme, language }: Picture): string {
  return `${shot.name}-${size}-${scheme}${language === 'vi' ? '' : `-${language}`}`;
}

/** In `docs/pictures`, always light: `board-live-phone.webp`, in English `board-live-phone.en.webp`. */
export function docsName({ shot, size, language }: Picture): string {
  return `${shot.name}-${size}${language === 'vi' ? '' : `.${language}`}.webp`;
}

const SHOWN = /!\[[^\]]*\]\((?:\.\.\/|docs\/)pictures\/([\w.-]+\.webp)\)/g;

/** The pictures that a text shows, as files in `docs/pictures`. */
export const picturesShownIn = (text: string): string[] =>
  [...text.matchAll(SHOWN)].map(([, file = '']) => file);

/**
 * What has to be taken for the texts that show these files, in the order of the shots: some of them
 * change the fair for those that follow. Throws when no shot makes one of them.
 */
export function docsPictures(shots: readonly Shot[], files: readonly string[]): Picture[] {
  refuseTwins(shots);
  const all = shots.flatMap((shot) =>
    (Object.keys(sizes) as Size[]).flatMap((size) =>
      (['vi', 'en'] as const).map((language): Picture => ({
        shot,
        size,
        scheme: 'light',
        language,
      })),
    ),
  );
  const wanted = new Set(files);
  const unmade = files.find((file) => !all.some((each) => docsName(each) === file));
  if (unmade !== undefined) {
    throw new PictureRefusal(`A text shows ${unmade}, and no shot makes it.`);
  }
  return all.filter((each) => wanted.has(docsName(each)));
}
