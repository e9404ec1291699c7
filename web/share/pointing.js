// Resting on a mark says at once what it is: its name and its figure, as those hear it who do not see the mark. So does the
// focus. Nothing is said here alone: a click, a tap and the list beside say it too.

import { groupOf } from "./roving.js";

/** What is drawn and leads somewhere; its name is its own or that of the drawing in it. */
const MARKS = `:is(svg a, .${CLASS.cell})`;
const NAMED = "[aria-label]";
/** Room between the mark or the pointer and what is said of it, in CSS pixels. */
const GAP = 10;

const said = Object.assign(document.createElement("p"), { className: CLASS.pointed, hidden: true, ariaHidden: "true" });

/** What has the focus and is said: the page may scroll to bring it into view. @type {(() => void) | undefined} */
let follow;

const hide = () => {
  said.hidden = true;
  follow = undefined;
};

/** @param {Element} mark */
const nameOf = (mark) => (mark.matches(NAMED) ? mark : mark.querySelector(NAMED))?.ariaLabel ?? "";

/**
 * Says it above a point of the window.
 * @param {string} words
 * @param {number} x
 * @param {number} y
 */
const say = (words, x, y) => {
  said.textContent = words;
  said.hidden = !said.textContent;
  document.body.append(said);
  const { width, height } = said.getBoundingClientRect();
  said.style.left = `${Math.max(0, Math.min(x - width / 2, document.documentElement.clientWidth - width))}px`;
  said.style.top = `${y - height - GAP < 0 ? y + 2 * GAP : y - height - GAP}px`;
};

/** @param {Event} event */
const markOf = ({ target }) => (target instanceof Element ? target.closest(MARKS) : null);

export const sayWhatIsPointedAt = () => {
  addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "touch" ? null : markOf(event);
    // A page that scrolls below a resting pointer takes nothing from who walks it by keys.
    if (mark || !follow) hide();
    if (mark) say(nameOf(mark), event.clientX, event.clientY);
  });
  addEventListener("focusin", (event) => {
    const { target } = event;
    const mark = markOf(event);
    // What arrows reach nobody sees.
    const words = mark ? nameOf(mark) : groupOf(event)[1] ? "← →" : "";
    hide();
    if (!words || !(target instanceof Element) || !target.matches(":focus-visible")) return;
    follow = () => {
      const { left, width, top } = (mark ?? target).getBoundingClientRect();
      say(words, left + width / 2, top);
    };
    follow();
  });
  addEventListener("focusout", hide);
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  addEventListener("scroll", () => (follow ?? hide)(), { capture: true, passive: true });
};
