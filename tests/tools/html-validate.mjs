// The rules that follow from the HTML standard, for every page as a browser gets it.
export default {
  root: true,
  extends: ["html-validate:standard"],
  // "edit" is a registered extension of the standard's link types, which html-validate does not know.
  elements: ["html5", { a: { attributes: { rel: { omit: true } } } }],
}
