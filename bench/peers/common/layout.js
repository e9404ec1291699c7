// Where the parts of the map stand.

/// The map as it is laid out, wide and narrow: all of it, the main part and the inset, each from the left, from the top,
/// width and height.
export const LAYOUTS = {
  wide: { size: [900, 640], main: [10, 10, 560, 620], inset: [566, 386, 326, 246] },
  narrow: { size: [390, 690], main: [8, 10, 374, 400], inset: [8, 424, 374, 258] },
};

export const isNarrow = matchMedia("(max-width: 799px)");
