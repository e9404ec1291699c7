// The page for editors: shows the chosen part of the story as readers get it, and writes the snippets for it. The
// addresses are those of the folder that this very page is served from; the choices are in its own address.
(() => {
  "use strict";
  const form = /** @type {HTMLFormElement} */ (document.querySelector(`.${CLASS.kitChoices}`));
  const stand = /** @type {HTMLElement} */ (document.querySelector(`.${CLASS.stand}`));
  /** @typedef {{ title: string, alt: string, credit: string, src: string, link: string, picture?: string }} Figure */
  /** @type {{ id: string, height: number, in: Record<string, Figure> }[]} */
  const embeds = JSON.parse(`${document.getElementById(ID.kitData)?.textContent}`);
  const base = new URL(`${form.dataset[DATA.root]}`, location.href).href;
  const codes = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`code[${ATTRIBUTE.form}]`))];
  /** What is too long for any frame has the height that is proposed. */
  const STORY = "story";
  const height = /** @type {HTMLInputElement} */ (form.elements.namedItem("height"));
  const phone = `${form.dataset[DATA.phone]}`;
  /** A window with no room for a preview beside another has one: that of a phone, at first. */
  const isNarrow = stand.clientWidth < 2 * Number(phone);
  /** Names in the address of a view that the controls say already. */
  const OWN = [QUERY.theme, QUERY.mode, QUERY.lang];

  /** @type {HTMLIFrameElement | undefined} The preview as wide as the chosen column. */
  let frame;
  /** @type {ResizeObserver | undefined} */
  let sizes;
  /** What has been opened or switched in the preview, as the address of the view has it. */
  let view = new URLSearchParams();
  /** Half of the picture's pixels: how large it stands in a page. */
  let pictured = [0, 0];

  /** @param {unknown} text */
  const attribute = (text) => `${text}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const chosen = () => {
    /** @type {Record<string, any>} */
    const { figure, lang, theme, mode, width, form: kind } = Object.fromEntries(new FormData(form));
    const embed = embeds.find((one) => one.id === figure) ?? embeds[0];
    const own = embed.in[lang];
    const page = new URL(own.src, base);
    const src = new URL(page);
    if (theme !== "auto") src.searchParams.set(QUERY.theme, theme);
    if (mode === MODE.flat) src.searchParams.set(QUERY.mode, mode);
    const shown = src.href;
    for (const [name, value] of view) if (!OWN.includes(name)) src.searchParams.set(name, value);
    return { embed, own, page: page.href, src: src.href, shown, kind, lang, theme, width };
  };

  /** The height of a frame alone: as typed, or else that of the preview, once its page has said it. */
  const framed = () => {
    const { embed } = chosen();
    const said = frame?.style.height && embed.id !== STORY ? Math.round(frame.offsetHeight) : 0;
    return Number(height.value) || said || embed.height;
  };

  const write = () => {
    const { embed, own, page, src, lang, theme } = chosen();
    height.placeholder = `${framed()}`;
    /** @type {Record<string, unknown>} */
    const values = {
      title: own.title,
      alt: own.alt,
      credit: own.credit,
      src,
      page,
      height: framed(),
      root: base,
      link: new URL(own.link, base).href,
      picture: own.picture ? new URL(own.picture, base).href : "",
      width: pictured[0],
      tall: pictured[1],
      figure: embed.id === STORY ? "" : embed.id,
      lang,
      theme,
    };
    for (const code of codes)
      code.textContent = `${code.dataset[DATA.form]}`.replace(/\{(\w+)\}/g, (_, name) => attribute(values[name]));
  };

  /**
   * A frame as readers get it; host.js gives it the height that its page says.
   * @param {string} width
   */
  const framedAt = (width) => {
    const { embed, own, shown } = chosen();
    const made = document.createElement("iframe");
    made.title = own.title;
    made.src = shown;
    made.width = width;
    // On a phone the window is one: nothing is cut off.
    if (width === phone) made.style.maxWidth = "calc(100% - 12px)";
    made.height = `${embed.height}`;
    made.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    made.allow = "clipboard-write";
    stand.append(made);
    return made;
  };

  /** A frame alone stays as high as the snippet says. */
  const hold = () => {
    if (!frame || chosen().kind !== "frame") return;
    const own = framed();
    const fixed = height.value || chosen().embed.id === STORY;
    if (!fixed) return;
    frame.dataset[DATA.fixed] = "";
    frame.style.height = `${own}px`;
  };

  const measurePicture = () => {
    const { own } = chosen();
    const image = new Image();
    image.alt = own.alt;
    image.addEventListener("load", () => {
      pictured = [image.naturalWidth, image.naturalHeight].map((side) => Math.round(side / 2));
      write();
    });
    if (own.picture) image.src = new URL(own.picture, base).href;
    return image;
  };

  const show = () => {
    const { kind, width } = chosen();
    sizes?.disconnect();
    stand.replaceChildren();
    frame = undefined;
    const image = measurePicture();
    if (kind === "picture") {
      image.className = CLASS.pictured;
      stand.append(image);
    } else {
      if (width !== phone && !isNarrow) framedAt(phone);
      const made = framedAt(width);
      frame = made;
      hold();
      made.addEventListener("view-change", (event) => {
        view = new URL(/** @type {CustomEvent} */ (event).detail.url).searchParams;
        write();
      });
      sizes = new ResizeObserver(() => write());
      sizes.observe(made);
    }
    write();
  };

  /** The choices that are none of the first ones, in the page's own address. */
  const remember = () => {
    const url = new URL(location.href);
    for (const [name, value] of new FormData(form)) {
      const control = /** @type {HTMLSelectElement | HTMLInputElement} */ (form.elements.namedItem(name));
      const first = control instanceof HTMLSelectElement ? control.dataset[DATA.first] : "";
      if (value === first) url.searchParams.delete(name);
      else url.searchParams.set(name, `${value}`);
    }
    history.replaceState(null, "", url);
  };

  const recall = () => {
    const width = form.elements.namedItem("width");
    if (isNarrow && width instanceof HTMLSelectElement) width.value = phone;
    for (const select of form.querySelectorAll("select")) select.dataset[DATA.first] = select.value;
    for (const [name, value] of new URLSearchParams(location.search)) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement) control.value = value;
      else if (control instanceof HTMLSelectElement && [...control.options].some((one) => one.value === value))
        control.value = value;
    }
  };

  recall();
  form.inert = false;
  form.addEventListener("change", ({ target }) => {
    remember();
    if (target === height) {
      hold();
      return write();
    }
    view = new URLSearchParams();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
