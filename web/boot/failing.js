// What readers have when the program fails, before it answers or in the middle: the finished page, told in full, with the line
// that they read where it was. In the middle one sentence says so, for what they were about to do will not happen.

import { hold } from "./place.js";

const page = document.documentElement;

/** The drawings and what each showed of its land before the program turned to a part of it. @type {[Element, string][]} */
let drawings = [];

/** Keeps what drawings show before the program comes to them. */
export const keepDrawings = () => {
  drawings = [...document.querySelectorAll("svg[viewBox]")].map((drawing) => [drawing, `${drawing.getAttribute("viewBox")}`]);
};

/** Whether the program has failed: then nobody calls into it any more, for it may be in any state. */
export const hasFailed = () => DATA.failed in page.dataset;

const change = () => {
  const said = /** @type {HTMLElement | null} */ (DATA.alive in page.dataset ? document.getElementById(ID.announcer) : null);
  // All is laid out at once: what comes above later would move what is read.
  for (const name of [DATA.alive, DATA.mode, DATA.later, DATA.off, DATA.shade, DATA.sheet]) delete page.dataset[name];
  page.dataset[DATA.failed] = "";
  for (const open of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`.${CLASS.panelFrame}, .${CLASS.cardFrame}`))) open.hidden = true;
  for (const [drawing, box] of drawings) {
    drawing.classList.remove(CLASS.moving);
    // What is zoomed has its names where they belong at that scale.
    if (!drawing.closest(`.${CLASS.zoomed}`)) drawing.setAttribute("viewBox", box);
  }
  if (said) {
    said.className = CLASS.pointed;
    said.style.bottom = "0";
    said.textContent = `${said.dataset[DATA.failed]}`;
  }
};

/** Lets go of all that only the program could answer for. */
export const letGo = () => hold(change);
