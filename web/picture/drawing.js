// A drawing of the page as an image that stands alone: with the rules and the definitions that it needs of the page, and within
// the same ancestors, so that the same rules hold.

const SVG = "http://www.w3.org/2000/svg";

/** The rules of all style sheets of the page. */
const rules = () =>
  [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .join("\n");

/** @param {Element} to @param {Element} from @param {RegExp} which */
const attributes = (to, from, which) => {
  for (const { name, value } of from.attributes) if (which.test(name)) to.setAttribute(name, value);
};

/**
 * What a drawing refers to, with what that refers to.
 * @param {Element} drawing
 */
const referred = (drawing) => {
  /** @type {Map<string, Element>} */
  const found = new Map();
  /** @param {Element} within */
  const look = (within) => {
    const text = new XMLSerializer().serializeToString(within);
    for (const [, ...ids] of text.matchAll(/href="#([^"]+)"|url\(&quot;#([^&]+)&quot;\)|url\(#([^)]+)\)/g)) {
      const id = ids.find(Boolean) ?? "";
      const element = id && !found.has(id) && !drawing.querySelector(`[id="${id}"]`) && document.getElementById(id);
      if (!(element instanceof SVGElement)) continue;
      found.set(id, element);
      look(element);
    }
  };
  look(drawing);
  return [...found.values()].map((one) => one.cloneNode(true));
};

/**
 * How large a drawing stands in the page, in CSS pixels; what is folded away has the size that it asks for.
 * @param {SVGSVGElement} drawing
 */
const sizeOf = (drawing) => {
  const { width, height } = drawing.getBoundingClientRect();
  return width ? [width, height] : [drawing.width.baseVal.value, drawing.height.baseVal.value];
};

/**
 * The image, and how large the drawing is in its corner, in CSS pixels. It ends with an error where the browser cannot make one.
 * @param {SVGSVGElement} drawing
 * @param {Element | null} parent What it stands in, as far as rules are concerned.
 * @returns {Promise<{ image: HTMLImageElement, width: number, height: number }>}
 */
export const imageOf = async (drawing, parent) => {
  const [width, height] = sizeOf(drawing);
  const root = document.createElementNS(SVG, "svg");
  attributes(root, document.documentElement, /^(data-|class$|lang$)/);
  // As large as the window, so that the rules of its width hold; the drawing is in its corner.
  root.setAttribute("width", `${Math.max(innerWidth, width)}`);
  root.setAttribute("height", `${Math.max(innerHeight, height)}`);
  const style = document.createElementNS(SVG, "style");
  style.textContent = rules();
  const definitions = document.createElementNS(SVG, "defs");
  definitions.append(...referred(drawing));
  root.append(style, definitions);
  /** @type {Element[]} */
  const ancestors = [];
  for (let one = parent; one && one !== document.documentElement; one = one.parentElement) ancestors.unshift(one);
  const within = ancestors.reduce((/** @type {Element} */ outer, one) => {
    const group = document.createElementNS(SVG, "g");
    attributes(group, one, /^(data-|class$|id$)/);
    // Nothing is the last of its siblings: some of the page waits for what follows it (style/opening.css).
    outer.append(group, document.createElementNS(SVG, "g"));
    return group;
  }, root);
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height}`);
  within.append(copy);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
  await image.decode();
  return { image, width, height };
};
