// What the host asks, in whichever words.

import { asked, root, turnTo } from "./address.js";
import { greet } from "./greeting.js";
import { tellHeight } from "./height.js";
import { named, reveal } from "./reveal.js";
import { sight } from "./sight.js";
import { SOURCE, isOnOurs } from "../envelope.js";
import { childId, dialect, heard, host, post, speaks } from "./speech.js";
import { TELLER, see } from "./steps.js";

/** @param {unknown} theme */
const colour = (theme) => {
  if (theme !== THEME.light && theme !== THEME.dark && theme !== "auto") return;
  asked.set(QUERY.theme, theme);
  if (theme === "auto") delete root.dataset[DATA.theme];
  else root.dataset[DATA.theme] = theme;
  dispatchEvent(new Event(EVENT.shown));
};

/**
 * What may be asked in the story's own words, or through pym.
 * @type {Hearing<ToStory, (data: Record<string, unknown>) => unknown>}
 */
const ANSWERS = {
  theme: (data) => colour(data.theme),
  lang: (data) => turnTo(data.lang),
  goto: (data) => {
    const target = named(data.id);
    if (target) reveal(target, { block: "start" });
  },
  viewport: (data) => see(TELLER.ours, data.top, data.height),
  "request-height": () => {
    greet();
    tellHeight(true);
  },
};
/** By the word itself and nothing that every object has. */
const answers = new Map(Object.entries(ANSWERS));

/**
 * The host has shown what it is, or once more.
 * @param {string} name
 */
export const settle = (name) => {
  if (dialect || heard.has(name)) return;
  heard.add(name);
  if (name !== "resizer") tellHeight(true);
};

/** @type {(type: string, value: string) => void} */
const hearPym = (type, value) => {
  const number = value.split(" ").map(Number);
  if (type === "viewport-iframe-position" && number.length >= 6) see(TELLER.others, -number[2], number[1]);
  // Everything that our own words can ask can be asked through pym too.
  else answers.get(type)?.(data(value));
};

/**
 * What a text says in JSON; nothing for all else.
 * @param {string} text
 * @returns {Record<string, any>}
 */
const data = (text) => {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
};

let isMonitored = false;
/** By this name Guardian's script knows the frame that asks. */
export const probe = `${SOURCE}-${Math.random().toString(36).slice(2)}`;
/** @param {any} message */
const hear = (message) => {
  if (typeof message === "object" && message?.sentinel === "amp") return settle("newswire");
  if (["iframe-child-init", "iframe-get-child-dimensions"].includes(message?.type)) {
    if (speaks("openResizer")) return tellHeight(true);
    return settle("openResizer");
  }
  if (typeof message !== "string") return;
  if (message.startsWith("pymxPYMx")) {
    const [, id, type, ...rest] = message.split("xPYMx");
    if (childId && id === childId) hearPym(type ?? "", rest.join("xPYMx"));
    return;
  }
  if (message.startsWith("[iFrameSizer]")) {
    const known = host.resizerId;
    host.resizerId = known || message.slice(13).split(":")[0];
    settle("resizer");
    if (speaks("resizer") && !known) tellHeight(true);
    return;
  }
  const { source, v, type, id, data: own, ...rest } = data(message);
  if (isOnOurs(source, v) && answers.has(type)) {
    settle("own");
    return answers.get(type)?.(Object(own));
  }
  if (id !== probe) return;
  settle("guardian");
  // Once is enough, however often it has been asked who it is.
  if (type === "get-location" && !isMonitored && document.querySelector(`.${CLASS.step}`)) {
    isMonitored = true;
    return post(JSON.stringify({ id: probe, type: "monitor-position" }));
  }
  if (type !== "monitor-position") return;
  see(TELLER.others, -rest.iframeTop, rest.innerHeight);
  sight.page = rest.pageYOffset + rest.iframeTop;
};

export const hearHost = () =>
  addEventListener("message", (event) => {
    if (event.source !== window.parent) return;
    try {
      hear(event.data);
    } catch {
      // Whatever was meant, it was not for us.
    }
  });
