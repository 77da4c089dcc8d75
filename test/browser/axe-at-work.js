/*
 * Runs in a page, behind axe: `graveFaults(rules)` answers what axe calls serious or critical there,
 * as rule and element; of these rules, or of all.
 *
 * What costs axe most by far is the contrast of each text, and most texts of a page look like another:
 * the rows of a table, the page at another size. So a text is measured unless one that looks the same
 * in all that its contrast is made of was measured on this page before, and was well.
 */
(() => {
  const axe = globalThis.axe;
  const contrast = axe._audit.checks['color-contrast'];
  const measure = contrast.evaluate;
  const measured = new Set();
  let painted = null;

  contrast.evaluate = function (element, ...given) {
    const looks = looksOf(element);
    if (measured.has(looks)) return true;
    let ratio;
    const tell = this.data;
    this.data = (said) => {
      ratio = said?.contrastRatio;
      tell.call(this, said);
    };
    const isWell = measure.call(this, element, ...given);
    /* One that is hidden or too short to tell says nothing of others. */
    if (isWell === true && ratio > 0) measured.add(looks);
    return isWell;
  };

  /* Its own letters, where it stands in the page's styles, and all that is painted where its text is. */
  function looksOf(element) {
    painted ??= everythingPainted();
    const { color, fontSize, fontWeight, textShadow, webkitTextStroke } = getComputedStyle(element);
    const around = new Set(withAncestors(element));
    const at = placeOfText(element);
    const behind = painted
      .filter((each) => meets(each.at, at) || around.has(each.element))
      .map((each) => `${each.paint} ${around.has(each.element)} ${covers(each.at, at)}`);
    const place = Array.from(around, nameInStyles);
    return [color, fontSize, fontWeight, textShadow, webkitTextStroke, ...place, ...behind].join(
      '|',
    );
  }

  const nameInStyles = ({ tagName, className }) => `${tagName}.${className.baseVal ?? className}`;

  function everythingPainted() {
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const paint = [
        style.backgroundColor,
        style.backgroundImage,
        style.opacity,
        style.mixBlendMode,
        style.filter,
      ].join(' ');
      const isBare = paint === 'rgba(0, 0, 0, 0) none 1 normal none' && !isPicture(element);
      if (isBare || style.display === 'none') return [];
      const { position, zIndex, visibility } = style;
      return {
        element,
        at: element.getBoundingClientRect(),
        paint: [element.tagName, paint, position, zIndex, visibility].join(' '),
      };
    });
  }

  const isPicture = ({ tagName }) => /^(img|canvas|svg|video|object|iframe)$/i.test(tagName);

  function* withAncestors(element) {
    for (let each = element; each !== null; each = each.parentElement) yield each;
  }

  /* Text may reach beyond the element that it is in. */
  function placeOfText(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [a, b] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
    if (b.width === 0) return a;
    return {
      left: Math.min(a.left, b.left),
      right: Math.max(a.right, b.right),
      top: Math.min(a.top, b.top),
      bottom: Math.max(a.bottom, b.bottom),
    };
  }

  const meets = (a, b) =>
    a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
  const covers = (a, b) =>
    a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom;

  /* Axe gives each rule one weight; what it calls moderate or minor is not judged here. */
  const isGrave = ({ impact }) => impact === 'serious' || impact === 'critical';
  const ofNoWeight = Object.fromEntries(
    axe._audit.rules.filter((rule) => !isGrave(rule)).map(({ id }) => [id, { enabled: false }]),
  );

  globalThis.graveFaults = async (rules) => {
    painted = null;
    const { violations } = await axe.run(document, {
      /* It does not list what it found right, which takes it long. */
      resultTypes: ['violations'],
      ...(rules ? { runOnly: rules } : { rules: ofNoWeight }),
    });
    return violations
      .filter(isGrave)
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };
})();
