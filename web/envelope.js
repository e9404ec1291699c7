// What every message between a frame of the story and the page around it is put into, said and read by both alike.

// Names that the build writes: of the story, and those it had, which are still heard.
export const SOURCE = "STORY_HANDLE";
/** @type {string[]} */
export const FORMER = ["FORMER_HANDLES"];
export const NAMES = [SOURCE, ...FORMER];
const VERSION = 1;

/** @type {(type: (FromStory | ToStory)["type"], data: object) => string} */
export const enveloped = (type, data) => JSON.stringify({ source: SOURCE, v: VERSION, type, data });
/**
 * Whether this stands on a message of the story's.
 * @type {(source: unknown, version: unknown) => boolean}
 */
export const isOnOurs = (source, version) => NAMES.some((name) => name === source) && version === VERSION;
