import { boundedSides } from './backdrop.rules';

/* What draws, and nothing that runs, loads, moves or holds pages. */
const DRAWING = new Set(
  `svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan
   textPath image linearGradient radialGradient stop pattern clipPath mask marker style`.split(
    /\s+/,
  ),
);
const SVG = 'http://www.w3.org/2000/svg';
const PAGE = 'http://www.w3.org/1999/xhtml';
/* Even to parse them breaks the policy of the page, so they go before. */
const HANDLER = /\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi;
const OWN_PICTURE = /^data:image\/(?:png|jpeg|webp|gif);base64,/i;
const OUTSIDE = /url\(\s*['"]?\s*(?!['"]?\s*#)|@import|expression\s*\(|javascript:/i;

export interface SafeSvg {
  drawing: Blob;
  /** Scripts, pages and addresses that were left out. */
  leftOut: number;
}

/**
 * An SVG with nothing in it but its drawing, as large as `bounds` allow; null when it is none. It is
 * only ever made into dots, as a picture, in which a browser runs and loads nothing: what is left out
 * here is left out so that it can be told.
 */
export function safeSvg(text: string, bounds: { sidePx: number; dots: number }): SafeSvg | null {
  /* Entities that name each other unpack without end. */
  if (/<!(?:ENTITY|ELEMENT|ATTLIST)/i.test(text)) return null;
  let leftOut = 0;
  const quiet = text.replace(HANDLER, () => {
    leftOut += 1;
    return '';
  });
  const page = new DOMParser().parseFromString(quiet, 'image/svg+xml');
  const root = page.documentElement;
  const isSvg = root.localName === 'svg' && root.namespaceURI === SVG;
  if (!isSvg || page.querySelector('parsererror')) return null;
  const size = sizeOf(root);
  if (!size) return null;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!root.contains(element)) continue;
    const { localName: what, namespaceURI: of } = element;
    const isStyled = what === 'style' && OUTSIDE.test(element.textContent ?? '');
    if (of !== SVG || !DRAWING.has(what) || isStyled) {
      /* Notes of drawing programs are nothing that anyone misses. */
      if ((of === SVG || of === PAGE) && what !== 'metadata') leftOut += 1;
      element.remove();
      continue;
    }
    for (const { name, localName, value } of [...element.attributes]) {
      const isAddress = localName === 'href' && !value.startsWith('#') && !OWN_PICTURE.test(value);
      if (!isAddress && !OUTSIDE.test(value) && !/^on/i.test(localName)) continue;
      element.removeAttribute(name);
      leftOut += 1;
    }
  }
  if (!root.hasAttribute('viewBox'))
    root.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  /* As large as it may be, whatever its own units are. */
  const times = 1_000_000 / Math.max(size.width, size.height);
  const large = boundedSides(size.width * times, size.height * times, bounds);
  root.setAttribute('width', String(large.width));
  root.setAttribute('height', String(large.height));
  const drawing = new XMLSerializer().serializeToString(root);
  return { drawing: new Blob([drawing], { type: 'image/svg+xml' }), leftOut };
}

function sizeOf(root: Element): { width: number; height: number } | null {
  const [, , width = NaN, height = NaN] = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (isSize(width) && isSize(height)) return { width, height };
  const told = (name: string) => Number.parseFloat(root.getAttribute(name) ?? '');
  const [wide, high] = [told('width'), told('height')];
  return isSize(wide) && isSize(high) ? { width: wide, height: high } : null;
}

const isSize = (length: number) => length > 0 && length < 1e9;
