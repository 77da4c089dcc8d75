import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';

const web = join(projectFolder, 'apps/web');

/* Every message is said by its own name, `m.its_name(…)`: a name that is put together hides which. */
const saidIn = (source: string) =>
  [...source.matchAll(/\bm\s*\.\s*(\w+)/g)].map(([, name]) => name);

function saidOnScreens(): Set<string | undefined> {
  const files = readdirSync(join(web, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('paraglide'),
  );
  return new Set(files.flatMap((file) => saidIn(readFileSync(join(web, 'src', file), 'utf8'))));
}

const written = () =>
  readdirSync(join(web, 'messages/vi'))
    .flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(join(web, 'messages/vi', file), 'utf8')) as object),
    )
    .filter((name) => name !== '$schema');

it('keeps no message that no screen says: delete it, or say it', () => {
  const said = saidOnScreens();
  const unsaid = (names: string[]) => names.filter((name) => !said.has(name));
  expect(unsaid(written())).toEqual([]);
  const gone = 'a_word_of_a_screen_that_went';
  expect(unsaid([...written().slice(0, 3), gone])).toEqual([gone]);
});
