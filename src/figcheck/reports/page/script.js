"use strict";
(() => {
  const body = document.body;
  const card = document.querySelector(".card");
  const content = card.querySelector(".content");
  const lit = [];

  const unlight = () => { while (lit.length) lit.pop().classList.remove("lit"); };
  const light = (nodes) => { unlight(); nodes.forEach((node) => { node.classList.add("lit"); lit.push(node); }); };
  const marked = (finding) => [...document.querySelectorAll("[data-findings]")]
    .filter((node) => node.dataset.findings.split(" ").includes(finding));
  const pieces = (figure) => [...document.querySelectorAll(`[data-figure="${CSS.escape(figure)}"]`)];

  const copy = (node) => {
    const made = node.cloneNode(true);
    made.removeAttribute("id");
    made.removeAttribute("tabindex");
    made.querySelectorAll("[id]").forEach((inner) => inner.removeAttribute("id"));
    return made;
  };

  const show = (piece) => {
    const parts = (piece.dataset.findings || "").split(" ").filter(Boolean)
      .map((mark) => document.getElementById(mark));
    if (piece.dataset.figure) parts.push(document.getElementById(piece.dataset.figure));
    if (!parts.some(Boolean)) return;
    content.replaceChildren(...parts.filter(Boolean).map(copy));
    card.hidden = false;
    light(piece.dataset.figure ? pieces(piece.dataset.figure) : [piece]);
  };

  const lead = (finding) => {
    const places = marked(finding.id);
    if (!places.length) return;
    light([finding, ...places]);
    places[0].scrollIntoView({ block: "center" });
  };

  const close = () => { card.hidden = true; unlight(); };

  document.addEventListener("click", (event) => {
    if (event.target.closest(".close")) return close();
    if (event.target.closest("a[href], summary, input, select")) return undefined;
    const piece = event.target.closest("article [data-figure], article [data-findings]");
    if (piece) return show(piece);
    const finding = event.target.closest("aside .finding");
    if (finding) return lead(finding);
    return undefined;
  });

  const visible = () => [...document.querySelectorAll("aside .finding")].filter((node) => node.offsetParent);
  let current = -1;
  const step = (by) => {
    const found = visible();
    if (!found.length) return;
    current = (current + by + found.length) % found.length;
    found[current].focus({ preventScroll: true });
    lead(found[current]);
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") close();
    else if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Enter" || event.key === " ") {
      const piece = event.target.closest("article [data-figure], article [data-findings]");
      const finding = event.target.closest("aside .finding");
      if (!piece && !finding) return;
      event.preventDefault();
      if (piece) show(piece); else lead(finding);
    }
  });

  document.querySelectorAll("[data-filter]").forEach((box) => box.addEventListener("change", () => {
    body.classList.toggle(`off-${box.dataset.filter}`, !box.checked);
    current = -1;
  }));

  const chooser = document.querySelector("[data-rule]:is(select)");
  if (chooser) chooser.addEventListener("change", () => {
    document.querySelectorAll("aside .finding").forEach((node) =>
      node.classList.toggle("other-rule", chooser.value !== "" && node.dataset.rule !== chooser.value));
    current = -1;
  });
})();
