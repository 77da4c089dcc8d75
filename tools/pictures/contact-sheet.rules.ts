import { pictureName, sizes, type Picture } from './picture-wish.rules';

/** A page that shows every picture, shot by shot, so that a person can look at them one by one. */
export function contactSheet(pictures: readonly Picture[], faults: ReadonlyMap<string, string>) {
  const names = [...new Set(pictures.map(({ shot }) => shot.name))];
  const shot = (name: string) => {
    const own = pictures.filter((picture) => picture.shot.name === name);
    return `<section><h2 id="${name}">${name}</h2><div>${own.map((picture) => figure(picture, faults)).join('')}</div></section>`;
  };
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Phiên: ${pictures.length} pictures</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 16px; background: #e9edeb; color: #14211d }
  nav { columns: 14em; margin-bottom: 24px }
  nav a { display: block; color: inherit }
  section > div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
  figure { margin: 0 }
  figcaption { font-size: 12px }
  img { display: block; height: auto; box-shadow: 0 1px 6px #0004 }
  .fault { color: #b3261e; max-width: 40em; white-space: pre-wrap }
</style>
<h1>${pictures.length} pictures, ${faults.size} faults</h1>
<nav>${names.map((name) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${names.map(shot).join('\n')}
</html>
`;
}

function figure(picture: Picture, faults: ReadonlyMap<string, string>): string {
  const name = pictureName(picture);
  const fault = faults.get(name);
  const width = picture.size === 'phone' ? 240 : Math.round(sizes[picture.size].width / 2);
  const image = `<a href="${name}.png"><img src="${name}.png" width="${width}" alt="" loading="lazy"></a>`;
  const words = fault === undefined ? '' : `<p class="fault">${escaped(fault)}</p>`;
  return `<figure><figcaption>${picture.size}, ${picture.scheme}</figcaption>${image}${words}</figure>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
