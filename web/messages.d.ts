// What frames and the pages around them say to each other: the type checker holds both to it, and docs/embedding.md prints it.

interface Message<Type extends string, Data> {
  source: string;                // the story's own name, `handle` in data/chapters.json, or one that it had
  v: 1;
  type: Type;
  data: Data;
}

/** From the story to the page around it. */
type FromStory =
  | Message<"ready", {
      embed: string;             // "story", "map" or the id of a figure
      lang: "zh-Hans" | "en";
      viewport: boolean;         // whether it wants to be sent "viewport"
    }>
  | Message<"height", { height: number }>            // whole CSS pixels, more than 0
  | Message<"scroll-to", { top: number }>            // please scroll to this many CSS pixels below the frame's upper edge
  | Message<"step", { id: string | null; chapter: string | null }>   // null: at no step
  | Message<"select", { place: string | null }>      // a region or place, by its id in data/places.json
  | Message<"view-change", { url: string }>          // address of the story as the reader sees it now, without what was typed
  | Message<"share-meta", { title: string; summary: string; image: string; url: string }>
  | Message<"source-open", { fact: string }>         // a fact, by its id in data/facts.json
  | Message<"download", { url: string; name: string }>   // of a picture as its reader has it: that of the figure as it was built
  | Message<"error", { code: "no-behaviour"; fallback: "page" }>;    // the finished page stays, without behaviour

/** From the page around it to the story. */
type ToStory =
  | Message<"theme", { theme: "light" | "dark" | "auto" }>
  | Message<"lang", { lang: "zh-Hans" | "en" }>
  | Message<"goto", { id: string }>                  // a chapter, figure or step
  | Message<"viewport", {
      top: number;               // how far below the frame's upper edge the window begins, CSS pixels; negative: above it
      height: number;            // of the window, CSS pixels, more than 0; both less what the page covers
    }>
  | Message<"request-height", {}>;                   // answered with "ready", "share-meta" and "height"

type MessageData<All extends { type: string; data: unknown }, Type extends All["type"]> = Extract<All, { type: Type }>["data"];
/** Says something to the page around. */
type SayToHost = <Type extends FromStory["type"]>(type: Type, data: MessageData<FromStory, Type>) => void;
/** Asks a frame for something. */
type AskFrame = <Type extends ToStory["type"]>(frame: HTMLIFrameElement, type: Type, data: MessageData<ToStory, Type>) => void;
/** What a side does at each message that it hears; of others' data nothing is known. */
type Hearing<All extends { type: string }, Done> = { [Type in All["type"]]?: Done };
