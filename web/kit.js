// The page for editors: shows the chosen part of the story as readers get it, and writes the snippets for it. The
// addresses are those of the folder that this very page is served from.
(() => {
  "use strict";
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".kit-choices"));
  const stand = /** @type {HTMLElement} */ (document.querySelector(".stand"));
  /** @typedef {{ title: string, alt: string, src: string, link: string, picture?: string }} Figure */
  /** @type {{ id: string, height: number, in: Record<string, Figure> }[]} */
  const embeds = JSON.parse(`${document.getElementById("kit-data")?.textContent}`);
  const base = new URL(`${form.dataset.root}`, location.href).href;
  const codes = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("code[data-form]"))];
  const STORY = "story";
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  /** @type {ResizeObserver | undefined} */
  let sizes;

  /** @param {unknown} text */
  const attribute = (text) => `${text}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const chosen = () => {
    /** @type {Record<string, any>} */
    const { figure, lang, theme, width } = Object.fromEntries(new FormData(form));
    const embed = embeds.find((one) => one.id === figure) ?? embeds[0];
    const own = embed.in[lang];
    const src = new URL(own.src, base);
    if (theme !== "auto") src.searchParams.set("theme", theme);
    return { embed, own, src: src.href, width };
  };

  /**
   * Writes the snippets; the height is that of the preview, once a figure has said it.
   * @param {number} [height]
   */
  const write = (height) => {
    const { embed, own, src } = chosen();
    /** @type {Record<string, unknown>} */
    const values = {
      title: own.title,
      alt: own.alt,
      src,
      height: embed.id === STORY ? embed.height : height || embed.height,
      root: base,
      link: new URL(own.link, base).href,
      picture: own.picture ? new URL(own.picture, base).href : "",
    };
    for (const code of codes)
      code.textContent = `${code.dataset.form}`.replace(/\{(\w+)\}/g, (_, name) => attribute(values[name]));
  };

  const show = () => {
    const { embed, own, src, width } = chosen();
    sizes?.disconnect();
    frame?.remove();
    const made = document.createElement("iframe");
    frame = made;
    frame.title = own.title;
    frame.src = src;
    frame.width = width;
    frame.height = `${embed.height}`;
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.allow = "clipboard-write";
    stand.append(frame);
    write();
    // host.js gives the frame the height that its page says.
    sizes = new ResizeObserver(() => made.style.height && write(Math.round(made.offsetHeight)));
    sizes.observe(frame);
  };

  // Who comes from a figure sees that one.
  const asked = new URLSearchParams(location.search).get("figure");
  const figures = /** @type {HTMLSelectElement} */ (form.elements.namedItem("figure"));
  if (asked && embeds.some((one) => one.id === asked)) figures.value = asked;
  form.inert = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
