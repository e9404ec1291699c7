// For pages that embed the story; optional. Gives each frame of the story the height of its content, tells it what of it is
// in the window if it asks, hands on what it says as events, and defines the element that is called like the story. Of
// several copies on a page, of one story or of its versions, the first does the work for all, and the others only say where
// theirs is. The messages are listed in docs/embedding.md.

import { FORMER, SOURCE } from "./envelope.js";
import { StoryElement } from "./host/element.js";
import { ask, frames, stories } from "./host/frames.js";
import { hearFrames } from "./host/hearing.js";
import { followWindow } from "./host/window.js";

const start = () => {
  followWindow();
  hearFrames();
  customElements.define(SOURCE, StoryElement);
  // A class has one name.
  for (const name of FORMER) if (!customElements.get(name)) customElements.define(name, class extends StoryElement {});
  // Frames that were there first have spoken to nobody.
  for (const frame of frames()) ask(frame, "request-height", {});
};

if (window.customElements) {
  /** @type {any} The class that another copy has defined, perhaps one of another version. */
  const first = customElements.get(SOURCE);
  if (first) first.join?.(stories[0]);
  else start();
}
