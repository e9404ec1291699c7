// What the scripts know of each other and of what the build writes into them; for the type checker only.

/**
 * The names of the contract (`crates/contract`), which the build fills in (`names.rs` in `src/bin/prerender`) and refuses if it
 * has none: attributes as `dataset` calls them and by their whole names, classes, events, ids, names in the address, ways of telling
 * and colours.
 */
interface Names {
  readonly [name: string]: string;
}
declare const DATA: Names;
declare const ATTRIBUTE: Names;
declare const CLASS: Names;
declare const EVENT: Names;
declare const ID: Names;
declare const QUERY: Names;
declare const MODE: Names;
declare const THEME: Names;

/** What sees elements come and go, as the program uses it. */
interface Watcher {
  observe(element: Element): void;
}

/** The program as wasm-bindgen wraps it: what makes it ready, and what makes the page answer. */
interface Program {
  default(from: { module_or_path: Promise<Response> | ArrayBuffer }): Promise<unknown>;
  answer(): void;
}

/** What the program asks of the page (`boot/page.js`), as `src/browser/asking.rs` has it. */
declare var storyPage: {
  enter(call: (...args: unknown[]) => unknown, ...args: unknown[]): unknown;
  writeAddress(address: string): boolean;
  reveal(step: Element, smoothly: boolean): void;
  watch(call: IntersectionObserverCallback, rootMargin: string): Watcher;
};

interface DocumentEventMap {
  "story-address": CustomEvent<{ address: string }>;
  "story-reveal": CustomEvent<{ step: Element }>;
  "story-picture": CustomEvent<{ link: HTMLAnchorElement; figure: HTMLElement }>;
  "story-watch": CustomEvent<{ call: IntersectionObserverCallback; rootMargin: string; observer?: Watcher }>;
}
interface WindowEventMap extends Pick<DocumentEventMap, "story-address"> {}

interface Document {
  permissionsPolicy?: { allowsFeature(feature: string): boolean };
  featurePolicy?: { allowsFeature(feature: string): boolean };
}
