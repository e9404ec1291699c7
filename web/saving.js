// Saving a file as a link to it would.

/**
 * @param {string} address
 * @param {string} [name] That of the file; without it, as its address says.
 */
export const saveFile = (address, name = "") =>
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
