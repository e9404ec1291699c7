// Walking the page with Tab as the eye walks it, where the page alone would lead astray: a map is seen whole before anything in it
// has the focus, and what waits below a chapter's steps comes after them.

/** What the focus can be on, Tab or not. */
const STOPS = "a[href], button, input, select, summary, [tabindex]";
const STAGE = `[${ATTRIBUTE.mode}=steps] .${CLASS.stage}`;

/** @typedef {HTMLElement | SVGElement} Stop */

/** @param {Stop} one */
const isStop = (one) => one.tabIndex >= 0 && !one.closest("[inert]") && one.checkVisibility?.({ visibilityProperty: true }) !== false;

/**
 * What the focus can be on, in the order of the eye: on a wide window a map's notes wait below the steps of its chapter.
 * @param {Stop[]} all
 * @param {(Stop | undefined)[]} near Where the focus is and would come to: no other chapter is looked at.
 */
const byEye = (all, near) => {
  const order = [...all];
  for (const stage of new Set(near.map((one) => one?.closest(STAGE)))) {
    if (!stage) continue;
    const notes = stage.querySelector(`.${CLASS.mapNotes}`);
    const steps = stage.querySelector(`.${CLASS.step}`)?.parentElement;
    if (!notes || !steps || notes.getBoundingClientRect().top < steps.getBoundingClientRect().bottom - 1) continue;
    const late = order.filter((one) => notes.contains(one));
    const last = order.filter((one) => steps.contains(one)).pop();
    if (!last || !late.length) continue;
    // They stand together, before the steps.
    order.splice(order.indexOf(late[0]), late.length);
    order.splice(order.indexOf(last) + 1, 0, ...late);
  }
  return order;
};

/** @param {KeyboardEvent} event */
const onTab = (event) => {
  if (event.key !== "Tab" || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  const all = [.../** @type {NodeListOf<Stop>} */ (document.querySelectorAll(STOPS))];
  const here = all.find((one) => one === document.activeElement);
  // Whoever has clicked on words goes on from there, which the browser alone knows.
  if (!here || !isStop(here)) return;
  // Only what comes next is asked whether Tab stops there: to ask all takes as long as the page is large.
  /** @param {Stop[]} order */
  const next = (order) => (event.shiftKey ? order.slice(0, order.indexOf(here)).reverse() : order.slice(order.indexOf(here) + 1)).find(isStop);
  const following = next(all);
  const there = next(byEye(all, [here, following]));
  const map = there?.closest(`.${CLASS.pinned}`);
  const isEntered = map && !map.contains(here);
  if (!there || (there === following && !isEntered)) return;
  event.preventDefault();
  // Else the browser would bring the mark to the window's middle, and the story could pass a step.
  if (isEntered) map.scrollIntoView({ block: "nearest", behavior: "instant" });
  there.focus();
};

export const walkByEye = () => addEventListener("keydown", onTab);
