// Signs of the map's categories, in a square of 16 around the origin.

export const SHAPES = {
  square: "M-6-6H6V6H-6Z",
  triangle: "M0-7 7 6H-7Z",
  diamond: "M0-8 8 0 0 8-8 0Z",
  circle: "M7 0A7 7 0 1 1-7 0 7 7 0 1 1 7 0Z",
  cross: "M-2.5-7H2.5V-2.5H7V2.5H2.5V7H-2.5V2.5H-7V-2.5H-2.5Z",
  house: "M0-8 7-2 5 7H-5L-7-2Z",
};

export const CATEGORIES = {
  industry: { shape: "square", colour: "#4d3f20" },
  island: { shape: "triangle", colour: "#1d6146" },
  heritage: { shape: "diamond", colour: "#9d5708" },
  works: { shape: "circle", colour: "#1769ab" },
  medical: { shape: "cross", colour: "#ae0c3a" },
  homes: { shape: "house", colour: "#6b3a75" },
};

/// The colours that a canvas must be told too.
export const COLOURS = {
  paper: "#f7f3e8", ink: "#231f1a", soft: "#635b50", land: "#fefdf9", line: "#9b8f7c", edge: "#1c1917",
  river: "#347bb3", water: "#b9d5e4", shades: ["#fefdf9", "#e9efe6", "#cfdfd2", "#a8c6b1"], chosen: "#e2b13c",
};
