"use strict";
// Comparing without a server: each side comes as a script that calls kgSide with its cells; here they are put side by
// side, the charts on one scale, the years of all in one table, the quotations on one subject.
(() => {
  const root = new URL("../", document.currentScript.src).href, KINDS = ["region", "person", "organization"], MOST = 4, FEW = 8;
  const address = new URL(location.href), asked = address.searchParams, about = (asked.get("about") || "").trim();
  const box = document.getElementById("sides"), form = document.querySelector("form.pick");

  const told = {};
  window.kgSide = (name, side) => { told[name] = side; };
  const load = (name) => new Promise((done) => {
    const script = document.createElement("script"), [kind, file] = name.split("/");
    if (!KINDS.includes(kind) || !file || /[\\:?#]/.test(file)) { done(null); return; }
    script.src = `${root}data/side/${kind}/${encodeURIComponent(file)}.js`;
    script.onload = () => {
      const cells = document.createElement("template");
      cells.innerHTML = told[name].cells;
      done({ name, ...told[name], cells: cells.content });
    };
    script.onerror = () => done(null);
    document.head.append(script);
  });
  const add = (parent, tag, text, more = {}) => { const made = document.createElement(tag); if (text) made.textContent = text; Object.assign(made, more); parent.append(made); return made; };
  const to = (names) => {
    const url = new URL(address.pathname, address);
    for (const name of names) url.searchParams.append(...name.split("/"));
    if (about) url.searchParams.set("about", about);
    return url.href;
  };

  // The chart of a side on the scale of the side with the most.
  const scaled = (side, largest) => {
    const chart = side.cells.querySelector(".chart svg"), other = largest.cells.querySelector(".chart svg");
    if (!chart || !other || !side.top) return;
    const share = side.top / largest.top, floor = Number(chart.querySelector("line.grid").getAttribute("y1"));
    const moved = (y) => (floor - (floor - y) * share).toFixed(1);
    for (const bar of chart.querySelectorAll("rect")) {
      bar.setAttribute("y", moved(Number(bar.getAttribute("y"))));
      bar.setAttribute("height", Math.max(Number(bar.getAttribute("height")) * share, 0.8).toFixed(1));
    }
    for (const total of chart.querySelectorAll("text.total")) total.setAttribute("y", Number(moved(Number(total.getAttribute("y")) + 6)) - 6);
    const lines = other.querySelectorAll("text.axis[text-anchor=end]");
    chart.querySelectorAll("text.axis[text-anchor=end]").forEach((line, at) => { line.textContent = lines[at].textContent; });
  };

  const quotations = (cell, side) => {
    const plain = (text) => text.toLowerCase().replace(/\s+/g, ""), wanted = plain(about);
    const rows = [...side.cells.querySelector('[data-row="quotes"]').children];
    const fitting = rows.filter((row) => plain(row.querySelector("blockquote").textContent).includes(wanted) || row.dataset.about.split("\t").some((name) => plain(name).includes(wanted)));
    const list = add(cell, "ul", "", { className: "quotes narrow" });
    list.append(...fitting.slice(0, FEW));
    if (!fitting.length) add(list, "li", about ? "이 주제로 한 말이 없습니다" : "없음", { className: "none" });
    if (fitting.length > FEW) add(cell, "p", `외 ${fitting.length - FEW}건`, { className: "small" });
  };

  const show = (sides) => {
    document.querySelector("h1").textContent = sides.map((side) => side.label).join(" · ");
    document.title = document.title.replace(/^.*? — /, `${sides.map((side) => side.label).join(" · ")} — `);
    box.className = `compare n${sides.length}`;
    const row = (title, name, more = "") => {
      const head = add(box, "h2", title, { className: `row-title ${more}` });
      return sides.map((side) => {
        const cell = add(box, "div", "", { className: name === "top" ? "cell top-cell" : "cell" });
        if (name) cell.append(...side.cells.querySelector(`[data-row="${name}"]`).childNodes);
        return cell;
      });
    };
    const largest = sides.reduce((most, side) => (side.top > most.top ? side : most));
    for (const side of sides) if (side !== largest) scaled(side, largest);
    row("대상", "top", "hidden").forEach((cell, at) => { cell.querySelector(".without").href = to(sides.filter((_, i) => i !== at).map((s) => s.name)); });
    row("돈: 연도와 재원", "money");
    years(sides);
    row("큰 금액", "large");
    row("사업과 정책", "programs");
    row("목표와 성과", "targets");
    row(about ? `‘${about}’에 대한 말` : "발언", "").forEach((cell, at) => quotations(cell, sides[at]));
    box.hidden = false;
    document.getElementById("offered").hidden = sides.length > 1;
    for (const choice of document.querySelectorAll("a.choice")) {
      const [kind, file] = [...new URL(choice.href).searchParams][0];
      choice.href = to([...sides.map((side) => side.name), `${kind}/${file}`]);
    }
    document.getElementById("n").placeholder = "더할 지역·사람·기관 이름";
    document.getElementById("n2").parentNode.hidden = true;
    for (const side of sides) add(form, "input", "", { type: "hidden", name: side.name.split("/")[0], value: side.name.split("/")[1] });
    box.dataset.ready = String(sides.length);
  };
  const years = (sides) => {
    const every = [...new Set(sides.flatMap((side) => [...side.cells.querySelectorAll("[data-year]")].map((y) => y.dataset.year)))].sort();
    if (!every.length) return;
    const table = add(add(box, "div", "", { className: "wide-row scroll" }), "table", "", { className: "figures" });
    add(table, "caption", "연도별 합계", { className: "hidden" });
    const head = add(add(table, "thead", ""), "tr", ""), body = add(table, "tbody", "");
    add(head, "th", "연도", { scope: "col" });
    for (const side of sides) add(head, "th", side.label, { scope: "col", className: "num" });
    for (const year of every) {
      const line = add(body, "tr", "");
      add(line, "th", year, { scope: "row" });
      for (const side of sides) {
        const cell = add(line, "td", "", { className: "num" }), found = side.cells.querySelector(`[data-year="${year}"]`);
        if (found) cell.append(...found.childNodes);
        else add(cell, "span", "–", { className: "none" });
      }
    }
  };

  const begin = async () => {
    const names = [...asked].filter(([kind]) => KINDS.includes(kind)).map(([kind, file]) => `${kind}/${file}`), unknown = document.getElementById("unknown");
    for (const typed of asked.getAll("name").map((name) => name.trim()).filter(Boolean)) {
      const [hit] = await window.findHere(typed, KINDS, 1);
      if (hit) names.push(hit.name);
      else add(unknown, "p", `‘${typed}’ 이름은 찾지 못했습니다.`, { className: "note" });
    }
    const sides = (await Promise.all([...new Set(names)].slice(0, MOST).map(load))).filter(Boolean);
    document.getElementById("ab").value = about;
    if (sides.length) show(sides);
  };
  begin();
})();
