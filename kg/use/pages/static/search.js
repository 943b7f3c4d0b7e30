"use strict";
// Suggestions under every search box: a list that keys can walk through; without it the form still works.
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const address = input.dataset.suggest;
  if (!address) continue;
  const list = document.createElement("ul");
  list.className = "hits";
  list.id = `${input.id}-hits`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "찾은 이름");
  input.parentNode.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
  let asked = 0, at = -1, timer = 0;
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const move = (to) => {
    const rows = list.children;
    if (!rows.length) return;
    at = (to + rows.length) % rows.length;
    [...rows].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    input.setAttribute("aria-activedescendant", rows[at].id);
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const show = (hits) => {
    list.replaceChildren(...hits.map((hit, i) => {
      const row = document.createElement("li");
      row.id = `${list.id}-${i}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.dataset.address = hit.address;
      const name = document.createElement("span");
      name.textContent = hit.label + (hit.spelling ? ` (${hit.spelling})` : "");
      const kind = document.createElement("small");
      kind.textContent = [hit.kind, hit.region].filter(Boolean).join(" · ");
      row.append(name, kind);
      return row;
    }));
    at = -1;
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const fromServer = async (typed) => {
    const url = new URL(address, location.href);
    url.searchParams.set("q", typed);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const ask = async () => {
    const typed = input.value.trim(), number = ++asked;
    if (!typed) { close(); return; }
    try {
      const hits = await (window.findHere ? window.findHere(typed, [], 9) : fromServer(typed));
      if (number === asked && document.activeElement === input) show(hits);
    } catch { close(); }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 60); });
  input.addEventListener("focus", () => { if (input.value.trim() && list.children.length) list.hidden = false; });
  input.addEventListener("blur", () => setTimeout(close, 120));
  input.addEventListener("keydown", (key) => {
    if (key.isComposing) return;
    if (key.key === "ArrowDown" || key.key === "ArrowUp") { key.preventDefault(); move(at + (key.key === "ArrowDown" ? 1 : -1)); }
    else if (key.key === "Escape") close();
    else if (key.key === "Enter" && at >= 0 && !list.hidden) { key.preventDefault(); location.assign(list.children[at].dataset.address); }
  });
  list.addEventListener("mousedown", (press) => {
    const row = press.target.closest("li");
    if (row) { press.preventDefault(); location.assign(row.dataset.address); }
  });
}
