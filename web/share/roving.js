// The numbers of a paragraph are one stop of Tab, and so are those of a chart's table or a map's list: arrows lead from one
// to the next.
// Otherwise whoever walks the page with Tab would pass seven of them in every paragraph.

const GROUPS = `.${CLASS.step} > p, figure :is(tbody, ol)`;
const KEYS = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1 });

/**
 * All that can be reached from a link by arrows, in the order of the page.
 * @param {EventTarget | null} target
 */
export const groupOf = (target) => {
  const group = target instanceof HTMLAnchorElement ? target.closest(GROUPS) : null;
  return group ? [...group.querySelectorAll("a")] : [];
};

/**
 * Makes one link the group's stop.
 * @param {HTMLElement[]} group
 * @param {EventTarget | null | undefined} stop
 */
const stopAt = (group, stop) => {
  for (const one of group) one.tabIndex = one === stop ? 0 : -1;
};

export const walkGroups = () => {
  for (const group of document.querySelectorAll(GROUPS)) {
    const all = groupOf(group.querySelector("a"));
    stopAt(all, all[0]);
  }
  addEventListener("focusin", ({ target }) => stopAt(groupOf(target), target));
  addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const group = altKey || ctrlKey || metaKey || shiftKey ? [] : groupOf(target);
    const next = group[group.findIndex((one) => one === target) + KEYS[key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
};
