import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { watchCallers } from '../machine/callers';
import { projectFolder } from '../machine/project-folder';
import { complain, say, step } from '../start/screen';
import { chromiumProgram } from '../test/system-programs';
import { contactSheet } from './contact-sheet.rules';
import { Photographer } from './photographer';
import { PictureHouse } from './picture-house';
import {
  docsName,
  docsPictures,
  everyPicture,
  help,
  pictureName,
  PictureRefusal,
  picturesShownIn,
  pictureWish,
  type Picture,
  type PictureWish,
} from './picture-wish.rules';
import { shots } from './shots';

const sheetFolder = join(projectFolder, '.phien', 'pictures');
const docsFolder = join(projectFolder, 'docs');

/** The files in `docs/pictures` that some text shows. */
function shownInDocs(): string[] {
  const guides = readdirSync(docsFolder, { recursive: true, encoding: 'utf8' });
  const texts = guides.filter((file) => file.endsWith('.md')).map((file) => join(docsFolder, file));
  return [...texts, join(projectFolder, 'README.md')].flatMap((file) =>
    picturesShownIn(readFileSync(file, 'utf8')),
  );
}

const chosen = (wish: PictureWish): Picture[] =>
  wish.isForDocs
    ? docsPictures(shots, shownInDocs()).filter(
        ({ shot }) => wish.only === null || shot.name.startsWith(wish.only),
      )
    : everyPicture(shots, wish);

const fileOf = (picture: Picture, { isForDocs }: PictureWish) =>
  isForDocs
    ? join(docsFolder, 'pictures', docsName(picture))
    : join(sheetFolder, `${pictureName(picture)}.png`);

/** Answers what went wrong, by picture. */
async function takeAll(
  pictures: readonly Picture[],
  photographer: Photographer,
  wish: PictureWish,
): Promise<Map<string, string>> {
  const faults = new Map<string, string>();
  for (const picture of pictures) {
    const name = pictureName(picture);
    const fault = await photographer.take(picture, fileOf(picture, wish));
    if (fault === null) continue;
    faults.set(name, fault);
    complain(`  ✗ ${name}\n    ${fault.split('\n').slice(0, 4).join('\n    ')}`);
  }
  return faults;
}

async function main(): Promise<number> {
  const wish = pictureWish(process.argv.slice(2));
  if (wish.asksForHelp) {
    say(help);
    return 0;
  }
  const pictures = chosen(wish);
  const house = new PictureHouse();
  const photographer = new Photographer(house);
  const leave = () => void house.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, leave);
  watchCallers(leave);
  try {
    const program = await chromiumProgram();
    await step('A demo fair in the middle of a busy day', () => house.open());
    await photographer.open(program);
    const faults = await step(`${pictures.length} pictures`, () =>
      takeAll(pictures, photographer, wish),
    );
    if (!wish.isForDocs) {
      const sheet = join(sheetFolder, 'index.html');
      mkdirSync(sheetFolder, { recursive: true });
      writeFileSync(sheet, contactSheet(pictures, faults));
      say(`  ${relative(projectFolder, sheet)}`);
    }
    if (faults.size > 0) complain(`  ✗ ${faults.size} of ${pictures.length} went wrong`);
    return faults.size === 0 ? 0 : 1;
  } finally {
    await photographer.close();
    await house.close();
  }
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    const isPlain = failure instanceof PictureRefusal;
    complain(`  ✗ ${isPlain ? failure.message : (failure as Error).stack}`);
    process.exit(1);
  },
);
