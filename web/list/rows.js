// The list of all that a map lets its reader select: made from the links of its drawings, whose names say what the list says.

/** Between a name and what is said of it, in either language. */
const BETWEEN = /：|: /;

/**
 * A row for what a link of a drawing leads to.
 * @param {HTMLElement | SVGElement} link
 */
const rowOf = (link) => {
  const { [DATA.place]: place = "", [DATA.layer]: layer } = link.dataset;
  // On a canvas, links say it as their text.
  const [name, ...said] = (link.getAttribute("aria-label") ?? link.textContent).split(BETWEEN);
  const way = document.createElement("a");
  way.href = `#${ID.ofPlace}${place}`;
  way.className = CLASS.place;
  way.classList.toggle(CLASS.selected, link.classList.contains(CLASS.selected));
  way.dataset[DATA.place] = place;
  way.textContent = name;
  const row = document.createElement("li");
  if (layer) row.dataset[DATA.layer] = layer;
  const more = document.createElement("small");
  more.textContent = said.join(" ");
  row.append(way, " ", more);
  return row;
};

/**
 * Fills a list that is not filled yet: places first, then divisions, before the way to all of them.
 * @param {Element} details
 */
export const fill = (details) => {
  if (details.querySelector("ul")) return;
  const drawn = /** @type {NodeListOf<HTMLElement | SVGElement>} */ (
    details.closest("figure")?.querySelectorAll(`.${CLASS.drawings} a[${ATTRIBUTE.place}]`) ?? []
  );
  // Drawings for other widths, and those of steps, repeat most of them.
  const links = new Map([...drawn].reverse().map((link) => [link.dataset[DATA.place], link]));
  const [places, regions] = [document.createElement("ul"), document.createElement("ul")];
  for (const link of [...links.values()].reverse()) (link.classList.contains(CLASS.region) ? regions : places).append(rowOf(link));
  details.querySelector("summary")?.after(places, regions);
};
