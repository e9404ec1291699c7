// Which data tables are open stands in the address, beside what the story itself writes there: `table=a.b` names those
// that are not as the page has them at first.

import { writeAddress } from "../asking.js";

const TABLE = "table";

/** @type {Map<string, { details: HTMLDetailsElement, atFirst: boolean }>} */
const tables = new Map();

const opened = () => {
  // What is unfolded for paper folds again.
  const changed = [...tables].filter(([, { details, atFirst }]) => details.open !== atFirst && !(DATA.kept in details.dataset));
  return changed.map(([id]) => id).join(".");
};

/**
 * An address with the open tables, and without an empty list of them.
 * @param {string} address
 */
const withTables = (address) => {
  const url = new URL(address, location.href);
  const pairs = url.search.slice(1).split("&").filter((pair) => pair && !pair.startsWith(`${TABLE}=`));
  const open = opened();
  if (open) pairs.push(`${TABLE}=${open}`);
  // Colours from an earlier visit are part of what the reader sees now.
  const { [DATA.theme]: theme, [DATA.embed]: embed } = document.documentElement.dataset;
  if (theme && !embed && !url.searchParams.has(QUERY.theme)) pairs.push(`${QUERY.theme}=${theme}`);
  url.search = pairs.join("&");
  return url.href;
};

const write = () => {
  if (withTables(location.href) !== location.href) writeAddress(location.href);
};

/** Opens the tables that the address names, and follows the reader. */
export const followTables = () => {
  for (const one of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(`details.${CLASS.dataTable}`))) {
    const id = one.closest("[id]")?.id;
    if (id) tables.set(id, { details: one, atFirst: one.open });
  }
  const asked = new URLSearchParams(location.search).get(TABLE) ?? "";
  for (const id of asked.split(".")) {
    const table = tables.get(id);
    if (table) table.details.open = !table.atFirst;
  }
  // At the window, before the document, so that whoever else hears of an address hears of the whole.
  addEventListener("story-address", ({ detail }) => (detail.address = withTables(detail.address)), true);
  // A box that scrolls sideways is a stop of Tab, for nothing in a table may be one. Observed, because to ask for the width of
  // what is not laid out yet would have it laid out at once, table by table.
  const sized = new ResizeObserver((entries) => {
    const boxes = new Set(entries.map(({ target }) => target.closest(`.${CLASS.scroll}`)));
    const scrolls = [...boxes].map((box) => /** @type {const} */ ([box, box && box.scrollWidth > box.clientWidth]));
    for (const [box, is] of scrolls) {
      if (is) box?.setAttribute("tabindex", "0");
      else box?.removeAttribute("tabindex");
    }
  });
  for (const box of document.querySelectorAll(`.${CLASS.scroll}`))
    for (const one of [box, ...box.children]) sized.observe(one);
  /** @param {Event} event */
  const toggled = ({ target }) => {
    if (target instanceof Element && target.matches(`details.${CLASS.dataTable}`)) write();
  };
  document.addEventListener("toggle", toggled, true);
  write();
  // The other language's page opens with the same tables; the story has written the rest of its address by then.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest(`a[${ATTRIBUTE.language}]`) : null;
    if (link instanceof HTMLAnchorElement) link.href = withTables(link.href);
  });
};
