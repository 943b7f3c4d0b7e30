"use strict";
// The graph view: positions come from the server; the address always says what is shown.
(() => {
  const box = document.getElementById("graph"), canvas = document.getElementById("canvas"), panel = document.getElementById("panel");
  const form = document.getElementById("filters");
  if (!box || typeof cytoscape === "undefined" || !box.dataset.graph) { if (canvas) canvas.hidden = true; return; }
  form.hidden = false;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const ink = dark ? "#e9e8e4" : "#1b1d21", paper = dark ? "#14161a" : "#fbfaf7", line = dark ? "#4a515e" : "#c3c5cb", faint = dark ? "#9aa0ac" : "#5c6270";
  const colours = dark
    ? { person: "#7f9fd8", organization: "#63b8b2", program: "#f0876c", event: "#c58ac1", region: "#9aa0ac" }
    : { person: "#2f4b7c", organization: "#3f8f8a", program: "#b3391f", event: "#a05a9c", region: "#7b818d" };
  const font = '"Noto Sans KR","Noto Sans CJK KR","Apple SD Gothic Neo","Malgun Gothic",sans-serif';
  const words = () => new URL(location.href).searchParams;
  let cy = null;

  const go = (change) => {
    const url = new URL(location.href);
    change(url.searchParams);
    history.replaceState(null, "", url);
  };
  const load = async () => {
    if (window.graphHere) return window.graphHere(words().get("center"), words().getAll("open"));
    const url = new URL(box.dataset.graph, location.href);
    for (const name of ["center", "open"]) {
      url.searchParams.delete(name);
      for (const value of words().getAll(name)) url.searchParams.append(name, value);
    }
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const elements = (told) => [
    ...told.nodes.map((n) => ({ group: "nodes", data: { ...n, size: n.centre ? 34 : 14 + Math.min(12, Math.sqrt(n.documents) * 3), text: n.named ? n.label : "" }, position: { x: n.x, y: n.y } })),
    ...told.edges.map((e) => ({ group: "edges", data: { ...e, text: e.named ? e.label : "", width: e.amount ? Math.min(4.5, 1 + 0.7 * Math.log10(e.amount / 1e8 + 1)) : 1.2 } })),
  ];
  const style = [
    { selector: "node", style: { width: "data(size)", height: "data(size)", "background-color": (n) => colours[n.data("kind")] || faint, label: "data(text)", color: ink, "font-family": font, "font-size": 12.5, "text-valign": "bottom", "text-margin-y": 5, "text-wrap": "wrap", "text-max-width": 220, "min-zoomed-font-size": 6, "text-background-color": paper, "text-background-opacity": 0.85, "text-background-padding": 1 } },
    { selector: "node[?centre]", style: { "border-width": 4, "border-color": paper, "outline-width": 2, "outline-color": ink, "font-weight": "bold", "font-size": 15, label: "data(label)" } },
    { selector: "node[?opened]", style: { "border-width": 3, "border-color": ink } },
    { selector: "node.over", style: { label: "data(label)", "z-index": 9, "font-weight": "bold" } },
    { selector: "edge", style: { width: "data(width)", "line-color": line, "curve-style": (e) => e.cy().nodes().length > 200 ? "haystack" : "bezier", "control-point-step-size": 16, label: "data(text)", color: faint, "font-family": font, "font-size": 11, "min-zoomed-font-size": 7, "text-background-color": paper, "text-background-opacity": 0.85 } },
    { selector: 'edge[kind = "allocation"]', style: { "line-color": dark ? "#8a5143" : "#e0a595" } },
    { selector: "edge[sure < 0.9]", style: { "line-style": "dashed" } },
    { selector: "edge.over, edge:selected", style: { label: "data(label)", "line-color": colours.program, color: ink, "z-index": 9 } },
    { selector: ":selected", style: { "outline-width": 3, "outline-color": colours.program, label: "data(label)" } },
    { selector: ".off", style: { display: "none" } },
  ];

  const add = (parent, tag, text, more = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    Object.assign(made, more);
    parent.append(made);
    return made;
  };
  const showNode = (node) => {
    const d = node.data();
    panel.replaceChildren();
    add(panel, "p", [d.kind_name, d.region !== d.label ? d.region : ""].filter(Boolean).join(" · "), { className: "eyebrow" });
    add(panel, "h2", d.label);
    add(panel, "p", `문서 ${d.documents}건 · 이 그림에서 관계 ${node.connectedEdges(":visible").length}개`, { className: "small" });
    const row = add(panel, "p", "");
    if (!d.opened && !d.centre) {
      const open = add(row, "button", "이웃 펼치기", { type: "button" });
      open.addEventListener("click", () => expand(d.id));
      row.append(" ");
    }
    add(row, "a", "페이지", { href: d.address, className: "button" });
    const list = add(panel, "ul", "", { className: "plain" });
    node.connectedEdges(":visible").slice(0, 30).forEach((edge) => {
      const other = edge.source().id() === d.id ? edge.target() : edge.source();
      const item = add(list, "li", "");
      add(item, "button", `${edge.data("label")} — ${other.data("label")}`, { type: "button", className: "link" }).addEventListener("click", () => { cy.$(":selected").unselect(); edge.select(); });
    });
  };
  const showEdge = (edge) => {
    const d = edge.data();
    panel.replaceChildren();
    add(panel, "p", `${edge.source().data("label")} → ${edge.target().data("label")}`, { className: "eyebrow" });
    add(panel, "h2", d.label);
    add(panel, "p", d.sure >= 0.9 ? "확인됨" : "확인 필요", { className: `sure ${d.sure >= 0.9 ? "yes" : "no"}` });
    if (d.sentence) add(add(panel, "blockquote", ""), "span", d.sentence);
    if (d.told_by) add(panel, "p", d.told_by, { className: "small" });
    if (d.address) add(add(panel, "p", ""), "a", "근거 모두 보기", { href: d.address });
  };
  const expand = async (id) => {
    go((w) => { if (!w.getAll("open").includes(id)) w.append("open", id); });
    await draw(id);
  };

  const filter = () => {
    const told = new FormData(form), hidden = new Set([...form.querySelectorAll('[name="kind"]:not(:checked)')].map((c) => c.value));
    const from = Number(told.get("from")) || 0, to = Number(told.get("to")) || 9999, region = told.get("region"), sure = told.get("sure");
    cy.batch(() => {
      cy.elements().removeClass("off");
      cy.edges().forEach((e) => { const y = Number(e.data("year")) || 0; if ((sure && e.data("sure") < 0.9) || ((from || to < 9999) && (!y || y < from || y > to))) e.addClass("off"); });
      cy.nodes().forEach((n) => { if (!n.data("centre") && (hidden.has(n.data("kind")) || (region && n.data("region") && n.data("region") !== region))) n.addClass("off"); });
      cy.nodes().forEach((n) => { if (!n.data("centre") && !n.hasClass("off") && !n.connectedEdges().some((e) => !e.hasClass("off") && !e.source().hasClass("off") && !e.target().hasClass("off"))) n.addClass("off"); });
    });
    document.getElementById("n-nodes").textContent = cy.nodes().not(".off").length.toLocaleString();
    document.getElementById("n-edges").textContent = cy.edges().filter((e) => !e.hasClass("off") && !e.source().hasClass("off") && !e.target().hasClass("off")).length.toLocaleString();
    go((w) => {
      for (const name of ["hide", "from", "to", "region", "sure"]) w.delete(name);
      form.querySelectorAll('[name="kind"]:not(:checked)').forEach((c) => w.append("hide", c.value));
      if (from) w.set("from", String(from));
      if (to < 9999) w.set("to", String(to));
      if (region) w.set("region", region);
      if (sure) w.set("sure", "1");
    });
  };
  const remember = () => {
    const w = words();
    form.querySelectorAll('[name="kind"]').forEach((c) => { c.checked = !w.getAll("hide").includes(c.value); });
    form.querySelectorAll('[name="kind"]').forEach((c) => {
      const number = cy.nodes(`[kind = "${c.value}"]`).length;
      c.closest("label").querySelector(".n").textContent = number;
      c.closest("label").hidden = !number;
    });
    form.elements.from.value = w.get("from") || "";
    form.elements.to.value = w.get("to") || "";
    form.elements.sure.checked = w.get("sure") === "1";
    const regions = [...new Set(cy.nodes().map((n) => n.data("region")).filter(Boolean))].sort();
    form.elements.region.replaceChildren(new Option("모두", ""), ...regions.map((r) => new Option(r, r)));
    form.elements.region.value = w.get("region") || "";
  };

  const fit = () => {
    cy.resize();
    cy.fit(cy.elements().not(".off"), 40);
    if (cy.zoom() > 1.25) { cy.zoom(1.25); cy.center(cy.elements().not(".off")); }
  };
  const draw = async (selected) => {
    const told = await load();
    if (!cy) {
      const styled = document.createElement("template"); // cytoscape would write a style sheet of its own; ours has it
      styled.id = "__________cytoscape_stylesheet";
      document.head.append(styled);
      cy = cytoscape({ container: canvas, elements: elements(told), style, layout: { name: "preset", fit: true, padding: 40 }, minZoom: 0.05, maxZoom: 4, textureOnViewport: told.nodes.length > 300, hideEdgesOnViewport: told.nodes.length > 600, pixelRatio: told.nodes.length > 300 ? 1 : "auto" });
      cy.on("select", "node", (e) => showNode(e.target));
      cy.on("select", "edge", (e) => showEdge(e.target));
      cy.on("dbltap", "node", (e) => expand(e.target.id()));
      cy.on("mouseover", "node, edge", (e) => e.target.addClass("over"));
      cy.on("mouseout", "node, edge", (e) => e.target.removeClass("over"));
      window.graphView = cy;
      new ResizeObserver(() => cy.resize()).observe(canvas);
    } else {
      cy.batch(() => { cy.elements().remove(); cy.add(elements(told)); });
      cy.fit(cy.elements(), 40);
    }
    remember();
    filter();
    if (selected) cy.getElementById(selected).select();
    requestAnimationFrame(() => { // ready only when nothing moves any more
      fit();
      box.dataset.ready = String(told.nodes.length);
    });
  };

  const save = (blob, ending) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${document.querySelector("h1").textContent.trim()}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const svg = () => {
    const b = cy.elements(":visible").boundingBox({ includeLabels: true }), pad = 30;
    const out = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[b.x1 - pad, b.y1 - pad, b.w + 2 * pad, b.h + 2 * pad].map((v) => v.toFixed(1)).join(" ")}" width="${Math.round(b.w + 2 * pad)}" height="${Math.round(b.h + 2 * pad)}" font-family="${escaped(font.replaceAll('"', "'"))}">`, `<rect x="${b.x1 - pad}" y="${b.y1 - pad}" width="${b.w + 2 * pad}" height="${b.h + 2 * pad}" fill="${paper}"/>`];
    cy.edges(":visible").forEach((e) => {
      const s = e.source().position(), t = e.target().position();
      out.push(`<line x1="${s.x}" y1="${s.y}" x2="${t.x}" y2="${t.y}" stroke="${e.data("kind") === "allocation" ? "#e0a595" : line}" stroke-width="${e.data("width").toFixed(1)}"${e.data("sure") < 0.9 ? ' stroke-dasharray="5 4"' : ""}><title>${escaped(e.data("label"))}</title></line>`);
      if (e.data("text")) out.push(`<text x="${(s.x + t.x) / 2}" y="${(s.y + t.y) / 2}" font-size="11" text-anchor="middle" fill="${faint}">${escaped(e.data("text"))}</text>`);
    });
    cy.nodes(":visible").forEach((n) => {
      const p = n.position(), r = n.data("size") / 2;
      out.push(`<circle cx="${p.x}" cy="${p.y}" r="${r.toFixed(1)}" fill="${colours[n.data("kind")] || faint}"><title>${escaped(n.data("label"))}</title></circle>`);
      if (n.data("text")) out.push(`<text x="${p.x}" y="${(p.y + r + 15).toFixed(1)}" font-size="12.5" text-anchor="middle" fill="${ink}">${escaped(n.data("text"))}</text>`);
    });
    return `${out.join("\n")}\n</svg>\n`;
  };
  form.addEventListener("change", filter);
  form.addEventListener("submit", (e) => e.preventDefault());
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("png").addEventListener("click", async () => save(await cy.png({ output: "blob-promise", full: true, scale: cy.nodes().length > 300 ? 1 : 2, bg: paper, maxWidth: 8000, maxHeight: 8000 }), "png"));
  document.getElementById("svg").addEventListener("click", () => save(new Blob([svg()], { type: "image/svg+xml" }), "svg"));
  draw().catch(() => { panel.replaceChildren(); add(panel, "p", "그림을 불러오지 못했습니다. 아래 표를 보십시오."); });
})();
