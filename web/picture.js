// The picture of a figure as its reader sees it: layers, part of the map, chosen place, chosen measure. Asked for with the first
// such picture (`share/needed.js`); a figure as it was built has its picture among the files. Title, legend, source and the
// address of this view are set below each other around the drawings.

import { imageOf } from "./picture/drawing.js";
import { isDrawn, wordsOf } from "./reading.js";
import { saveFile } from "./saving.js";

/** Room at the edges and between parts, and between a swatch and its words, in CSS pixels. */
const EDGE = 24;
const GAP = 8;
/** No picture is narrower, so that words have room. */
const NARROWEST = 480;
/** Pixels of the file for a CSS pixel. */
const DENSITY = 2;
/** Sizes of words, and of a line as a multiple of that. */
const TITLE = 20;
const NOTE = 13;
const LINE = 1.5;
/** A swatch that is no drawing, in CSS pixels. */
const SWATCH = [26, 16];

/** @typedef {{ width: number, height: number, draw: (x: number, y: number) => void }} Part */

/** @param {string} name */
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A part for each line of a text. */
/** @type {(brush: CanvasRenderingContext2D, text: string, size: number, weight: number, width: number) => Part[]} */
const linesOf = (brush, text, size, weight, width) => {
  const font = `${weight} ${size}px ${token(weight > 400 ? "--serif" : "--sans")}`;
  const colour = token(weight > 400 ? "--ink" : "--ink2");
  brush.font = font;
  /** @type {string[]} */
  const lines = [];
  // Between Han characters and at spaces; a sign stays with what stands before it.
  for (const word of text.match(/[\p{Script=Han}“（][^\p{Script=Han}\p{L}\p{N}\s“（]*|[^\s\p{Script=Han}“（]+\s*|\s+/gu) ?? []) {
    const last = lines.length - 1;
    if (last >= 0 && brush.measureText((lines[last] + word).trimEnd()).width <= width) lines[last] += word;
    else lines.push(word);
  }
  return lines.map((line) => ({
    width: brush.measureText(line).width,
    height: size * LINE,
    draw: (x, y) => {
      brush.font = font;
      brush.fillStyle = colour;
      brush.textBaseline = "middle";
      brush.fillText(line.trimEnd(), x, y + (size * LINE) / 2);
    },
  }));
};

/** @type {(brush: CanvasRenderingContext2D, drawing: SVGSVGElement, parent?: Element | null) => Promise<Part>} */
const drawn = async (brush, drawing, parent = drawing.parentElement) => {
  const { image, width, height } = await imageOf(drawing, parent);
  return { width, height, draw: (x, y) => brush.drawImage(image, 0, 0, width, height, x, y, width, height) };
};

/** @type {(brush: CanvasRenderingContext2D, swatch: Element) => Part} */
const painted = (brush, swatch) => {
  const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(swatch);
  const [width, height] = SWATCH;
  return {
    width,
    height,
    draw: (x, y) => {
      brush.fillStyle = backgroundColor;
      brush.fillRect(x, y, width, height);
      if (!parseFloat(borderTopWidth)) return;
      brush.setLineDash(borderTopStyle === "dashed" ? [3, 2] : []);
      brush.strokeStyle = borderTopColor;
      brush.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
      brush.setLineDash([]);
    },
  };
};

/**
 * An entry of a legend: its sign, and its words beside it.
 * @type {(brush: CanvasRenderingContext2D, entry: Element, width: number) => Promise<Part>}
 */
const entryOf = async (brush, entry, width) => {
  const icon = entry.querySelector("svg");
  const swatch = icon ? null : entry.querySelector("[aria-hidden]");
  // A legend may be folded away: its signs look as they do in the figure.
  const sign = icon ? await drawn(brush, icon, entry.closest("figure")) : swatch ? painted(brush, swatch) : undefined;
  const shift = sign ? sign.width + GAP : 0;
  const [line] = linesOf(brush, wordsOf(entry), NOTE, 400, 1e4);
  return {
    width: Math.min(width, shift + line.width) + EDGE,
    height: line.height + GAP / 2,
    draw: (x, y) => {
      sign?.draw(x, y + (line.height - sign.height) / 2);
      line.draw(x + shift, y);
    },
  };
};

/**
 * Parts beside each other, in as many rows as the width asks for.
 * @type {(parts: Part[], width: number) => Part[]}
 */
const rowsOf = (parts, width) => {
  /** @type {Part[][]} */
  const rows = [];
  let free = 0;
  for (const part of parts) {
    if (part.width > free) {
      rows.push([]);
      free = width;
    }
    rows[rows.length - 1].push(part);
    free -= part.width;
  }
  return rows.map((row) => ({
    width,
    height: Math.max(...row.map(({ height }) => height)),
    draw: (x, y) => row.reduce((left, part) => (part.draw(left, y), left + part.width), x),
  }));
};

/** @type {(height: number) => Part} */
const room = (height) => ({ width: 0, height, draw: () => {} });

/** The entries of a map's legend whose layers are shown, and the names of the numbers that stand on it. */
/** @type {(figure: Element, maps: Element[]) => Element[]} */
const entries = (figure, maps) => {
  const own = [...figure.querySelectorAll(`.${CLASS.mapNotes} .${CLASS.legend} > li`)];
  const shown = own.filter((one) => getComputedStyle(one).display !== "none" && !one.querySelector("[aria-pressed=false]"));
  const numbered = maps.some((map) => [...map.querySelectorAll(`.${CLASS.label}.${CLASS.number}`)].some(isDrawn));
  return numbered ? [...shown, ...figure.querySelectorAll(`.${CLASS.mapNotes} ol > li`)] : shown;
};

/**
 * What a numbered entry is called: its list says its number by its place alone.
 * @param {Element} entry
 */
const numbered = (entry) => {
  if (!(entry.parentElement instanceof HTMLOListElement)) return entry;
  const copy = document.createElement("li");
  copy.textContent = `${[...entry.parentElement.children].indexOf(entry) + 1} ${wordsOf(entry)}`;
  return copy;
};

/** @param {HTMLElement} figure */
const paint = async (figure) => {
  const all = /** @type {SVGSVGElement[]} */ ([...figure.querySelectorAll("svg[viewBox][role]")]);
  const drawings = all.filter((one) => isDrawn(one) && !one.parentElement?.closest("svg"));
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d");
  if (!brush || !drawings.length || figure.querySelector("canvas")) throw new Error("this browser cannot draw it");
  const width = Math.max(NARROWEST, ...drawings.map((one) => one.getBoundingClientRect().width));
  const caption = figure.querySelector("figcaption");
  const source =
    figure.querySelector(`.${CLASS.mapNotes} p[${ATTRIBUTE.furniture}]`) ?? figure.querySelector(`div[${ATTRIBUTE.furniture}] > span`);
  const legend = await Promise.all(entries(figure, drawings).map((one) => entryOf(brush, numbered(one), width)));
  const { [DATA.title]: title, [DATA.story]: story } = document.documentElement.dataset;
  const address = new URL(story ?? location.pathname, location.href);
  address.search = location.search;
  address.hash = figure.id;
  /** @type {(text: string) => Part[]} */
  const note = (text) => linesOf(brush, text, NOTE, 400, width);
  const parts = [
    ...linesOf(brush, wordsOf(caption?.querySelector("h2, h3") ?? null), TITLE, 700, width),
    ...note(wordsOf(caption?.querySelector("p") ?? null)),
    room(GAP),
    ...(await Promise.all(drawings.map((one) => drawn(brush, one)))),
    room(GAP),
    ...rowsOf(legend, width),
    room(GAP),
    ...note(wordsOf(source)),
    ...note([title, decodeURI(address.href)].filter(Boolean).join(" ")),
  ];
  const height = parts.reduce((sum, part) => sum + part.height, 2 * EDGE);
  canvas.width = Math.ceil((width + 2 * EDGE) * DENSITY);
  canvas.height = Math.ceil(height * DENSITY);
  brush.scale(DENSITY, DENSITY);
  brush.fillStyle = token("--paper");
  brush.fillRect(0, 0, width + 2 * EDGE, height);
  parts.reduce((y, part) => (part.draw(EDGE, y), y + part.height), EDGE);
  return canvas;
};

/**
 * Saves the picture of a figure under a name. It ends with an error where this browser cannot make one.
 * @type {(figure: HTMLElement, name: string) => Promise<void>}
 */
const save = async (figure, name) => {
  const canvas = await paint(figure);
  /** @type {Blob | null} */
  const file = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!file) throw new Error("no picture");
  const address = URL.createObjectURL(file);
  saveFile(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

document.addEventListener("story-picture", ({ detail: { link, figure } }) => {
  save(figure, `${link.href.split("/").pop()}`).catch(() => saveFile(link.href));
});
