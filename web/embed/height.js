// The height of the content, and whether the frame is as high.

import { root } from "./address.js";
import { look } from "./sight.js";
import { sayHeight } from "./speech.js";

/** How long a host may take to give the frame the height that was asked for, in milliseconds. */
const GRACE = 500;

export const wrapper = document.querySelector(`.${CLASS.embed}`) ?? document.body;
/** The height that was said last; 0 before. */
export const last = { said: 0 };
/** @type {number | undefined} */
let grace;

/** The content's height in whole CSS pixels; a card that hangs below the end counts too. */
const measured = () => {
  const top = wrapper.getBoundingClientRect().top;
  const card = document.querySelector(`#${ID.sourceCard} .${CLASS.cardFrame}:not([hidden])`);
  const ends = [wrapper, card].map((one) => one?.getBoundingClientRect().bottom ?? 0);
  return Math.ceil(Math.max(...ends) - top - 0.01);
};

/** Notes whether the frame is as high as the content: only then there is nothing to scroll in it. */
export const fit = () => {
  clearTimeout(grace);
  if (innerHeight >= measured() - 1) {
    root.dataset[DATA.fits] = "";
    delete root.dataset[DATA.scrolls];
  } else {
    grace = setTimeout(() => {
      delete root.dataset[DATA.fits];
      root.dataset[DATA.scrolls] = "";
      look();
    }, GRACE);
  }
};

/**
 * Says the height if it has changed, or once more.
 * @param {boolean} [again]
 */
export const tellHeight = (again) => {
  const height = measured();
  // A frame that is not drawn has no height, and that is not its height.
  if (height > 0 && (again || height !== last.said)) {
    last.said = height;
    sayHeight(height);
  }
  fit();
};
