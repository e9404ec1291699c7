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
 * Puts an address into the address bar without adding to the history. Where history is forbidden, as in some sandboxed
 * frames, the address stays as it is.
 * @param {string} address
 */
export const writeAddress = (address) => {
  const asked = { address };
  ask("address", asked);
  try {
    history.replaceState(history.state, "", asked.address);
  } catch {
    // Forbidden.
  }
};
