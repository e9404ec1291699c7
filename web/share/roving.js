// The numbers of a paragraph are one stop of Tab, and so are the marks of a chart and what its table or a map's list links to:
// arrows lead from one to the next. Otherwise whoever walks the page with Tab would pass seven of them in every paragraph.

const GROUPS = `.${CLASS.step} > p, figure :is(tbody, ol, ul), .${CLASS.scene}`;
/** @type {Record<string, number>} */
const WAYS = { ArrowLeft: -1, ArrowRight: 1 };

/** @type {(group: Element | null) => (HTMLAnchorElement | SVGAElement)[]} */
const linksOf = (group) => [...(group?.querySelectorAll("a") ?? [])];

/**
 * All that can be reached by arrows from what has the focus, in the order of the page.
 * @param {Event} event
 */
export const groupOf = ({ target }) => linksOf(target instanceof Element && target.matches("a") ? target.closest(GROUPS) : null);

/** @type {(group: (HTMLAnchorElement | SVGAElement)[], stop: EventTarget | null | undefined) => void} */
const stopAt = (group, stop) => group.forEach((one) => (one.tabIndex = one === stop ? 0 : -1));

export const walkGroups = () => {
  document.querySelectorAll(GROUPS).forEach((group) => stopAt(linksOf(group), linksOf(group)[0]));
  addEventListener("focusin", (event) => stopAt(groupOf(event), event.target));
  addEventListener("keydown", (event) => {
    const group = groupOf(event);
    const next = group[group.findIndex((one) => one === event.target) + WAYS[event.key]];
    if (!next || event.altKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });
};
