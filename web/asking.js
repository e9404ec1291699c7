// What the story's program and scripts ask of the page, and whichever script knows better answers: one in a frame
// (embed/), or one that adds to addresses (share.js). Each is an event of the document.

/**
 * Asks whoever listens, who may write into what is asked; false if somebody does it in the asker's stead.
 * @param {string} what
 * @param {object} detail
 */
export const ask = (what, detail) =>
  document.dispatchEvent(new CustomEvent(`story-${what}`, { detail, bubbles: true, cancelable: true }));

/**
 * In the place of the address before.
 * @param {string} address
 */
export const replace = (address) => history.replaceState(history.state, "", address);

/**
 * Puts an address into the address bar. Where that is forbidden, as in some sandboxed frames or too often in a short time, the
 * address stays as it is.
 * @param {string} address
 * @param {(address: string) => void} [put] How; without adding to the history, unless another way is given.
 */
export const writeAddress = (address, put = replace) => {
  const asked = { address };
  ask("address", asked);
  try {
    put(asked.address);
  } catch {
    // Forbidden.
  }
};
