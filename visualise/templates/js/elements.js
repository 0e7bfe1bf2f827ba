// Elements with text only: nothing from a document is ever read as markup.
function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  for (const piece of inside) if (piece !== null && piece !== undefined && piece !== "") element.append(piece);
  return element;
}
// Names may run right to left, or hold marks that turn what follows: each stands in an element of its own direction.
const named = (text, tag = "bdi") => { const element = make(tag, { dir: "auto" }); element.textContent = text; return element; };
// A document by name, leading to where it was published, if that is known: the page was made with no other addresses.
const published = (title, address) => (address ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, named(title)) : named(title));
const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes = {}, ...inside) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}
function icon(kind) {
  const picture = svg("svg", { viewBox: "-1.3 -1.3 2.6 2.6", class: "icon kind-" + kind, "aria-hidden": "true", focusable: "false" });
  picture.append(svg("path", { d: looks.nodes[kind].path, "fill-rule": "evenodd", fill: "currentColor" }));
  picture.style.color = looks.nodes[kind][theme()];
  return picture;
}
function stroke(dash, colour, width = 2, arrow = false) {
  const picture = svg("svg", { viewBox: "0 0 34 10", class: "stroke", "aria-hidden": "true", focusable: "false" });
  picture.append(svg("line", { x1: 1, y1: 5, x2: arrow ? 27 : 33, y2: 5, stroke: "currentColor", "stroke-width": width, "stroke-dasharray": dash.join(" ") || "none" }));
  if (arrow) picture.append(svg("path", { d: "M26,1L34,5L26,9Z", fill: "currentColor" }));
  if (colour) picture.style.color = colour;
  return picture;
}
dark.addEventListener("change", () => {
  document.querySelectorAll(".icon").forEach((picture) => {
    const kind = [...picture.classList].find((c) => c.startsWith("kind-")).slice(5);
    picture.style.color = looks.nodes[kind][theme()];
  });
  document.querySelectorAll(".stroke[data-edge]").forEach((picture) => { picture.style.color = looks.edges[picture.dataset.edge][theme()]; });
});
