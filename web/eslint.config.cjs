// How the scripts are looked over: what is recommended, and what this project asks of itself. `cargo xtask test` runs it.

const js = require("@eslint/js");

/** What is the browser's own. It is asked, and never replaced: another script, or the browser, may count on it. */
const OWN =
  "/^(window|globalThis|self|document|history|location|navigator|screen|performance|customElements|localStorage|sessionStorage|console|Element|Node|HTMLElement|Event|EventTarget|Array|Object|Promise)$/";
/** What the page sets for the program or for itself, and the browser has for that. */
const SETTABLE = "/^(storyPage|scrollRestoration|title|hash|href)$/";
const replaces = (left) => ({
  selector: `AssignmentExpression[left.type="MemberExpression"]${left}`,
  message: "This is the browser's own. Dispatch or hear an event instead (asking.js).",
});

module.exports = [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    rules: {
      // The type checker knows every name.
      "no-undef": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-eval": "error",
      "no-extend-native": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": ["error", { props: false }],
      "no-restricted-syntax": [
        "error",
        replaces(`[left.object.name=${OWN}]:not([left.property.name=${SETTABLE}])`),
        replaces('[left.object.property.name="prototype"]'),
        {
          selector: 'CallExpression[callee.object.name="Object"][callee.property.name=/^defineProperty/]',
          message: "What is there stays as it is.",
        },
        {
          selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
          message: "Pages ask for trusted types: nothing is read as markup.",
        },
      ],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["**/*.cjs"], languageOptions: { sourceType: "commonjs" } },
];
