import {
  docsName,
  docsPictures,
  everyPicture,
  pictureName,
  pictureWish,
  picturesShownIn,
} from './picture-wish.rules';
import type { Shot } from './shot';
import { shots } from './shots';

const nothing = { arrange: () => Promise.resolve() };
const plan: Shot = { name: 'plan-give', ...nothing };
const wall: Shot = { name: 'board-wall', sizes: ['wall'], ...nothing };

it('takes every shot at phone and desktop size, in light and dark, unless a shot wants others', () => {
  const names = everyPicture([plan, wall], pictureWish([])).map(pictureName);
  expect(names).toEqual([
    'plan-give-phone-light',
    'plan-give-phone-dark',
    'plan-give-desktop-light',
    'plan-give-desktop-dark',
    'board-wall-wall-light',
    'board-wall-wall-dark',
  ]);
});

it('takes some, and in English, when asked', () => {
  const wish = pictureWish(['--only', 'board', '--language', 'en']);
  expect(everyPicture([plan, wall], wish).map(pictureName)).toEqual([
    'board-wall-wall-light-en',
    'board-wall-wall-dark-en',
  ]);
  expect(() => pictureWish(['--language', 'fr'])).toThrow('must be vi or en');
});

it('takes for the docs what their texts show, and says which picture nothing makes', () => {
  const text =
    '![Giao gian](../pictures/plan-give-desktop.webp)\n![x](../pictures/plan-give-phone.en.webp)';
  const files = picturesShownIn(text);
  expect(docsPictures([plan, wall], files).map(pictureName)).toEqual([
    'plan-give-phone-light-en',
    'plan-give-desktop-light',
  ]);
  const inOrderOfShots = ['plan-give-phone.webp', 'board-wall-wall.webp'];
  expect(docsPictures([plan, wall], [...inOrderOfShots].reverse()).map(docsName)).toEqual(
    inOrderOfShots,
  );
  expect(() => docsPictures([wall], files)).toThrow('plan-give-desktop.webp, and no shot makes it');
});

it('never takes two shots for one file', () => {
  expect(() => everyPicture([plan, plan], pictureWish([]))).toThrow(
    'Two shots are named plan-give',
  );
  expect(everyPicture(shots, pictureWish([])).length).toBeGreaterThan(0);
});
