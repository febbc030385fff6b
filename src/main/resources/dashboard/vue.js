// The one place that names Vue's version. Runtime only: render functions need no compiler, so the CSP needs no unsafe-eval.
export * from '/webjars/vue/3.5.13/dist/vue.runtime.esm-browser.prod.js';
