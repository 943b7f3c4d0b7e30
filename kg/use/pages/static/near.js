"use strict";
// The graph view without a server: what things are tied to comes as scripts that call kgTies, and the places of things
// are reckoned here as kg/use/pages/graph.py and placing.py reckon them.
(() => {
  const root = new URL("../", document.currentScript.src).href, MOST = 1000;
  const asked = new URL(location.href).searchParams, box = document.getElementById("graph");
  const by = (...keys) => (a, b) => { for (const key of keys) { const x = key(a), y = key(b); if (x < y) return -1; if (x > y) return 1; } return 0; };

  const loading = {}, told = {};
  window.kgTies = (name, found) => {
    for (const tie of found.ties) { tie.source = found.things[tie.source].id; tie.target = found.things[tie.target].id; }
    told[name] = found;
  };
  const ties = (name) => loading[name] ??= new Promise((done, fail) => {
    const script = document.createElement("script"), [kind, file] = name.split("/");
    if (!/^[a-z]+$/.test(kind) || !file || /[\\:?#]/.test(file)) { fail(new Error(name)); return; }
    script.src = `${root}data/${kind}/${encodeURIComponent(file)}.js`;
    script.onload = () => done(told[name]);
    script.onerror = fail;
    document.head.append(script);
  });

  // placing.py
  const WIDTH = 92, RING = 190, FARTHEST = 480, ROW = 86, LETTER = 12.5, LINE = 20;
  const ORDER = ["program", "organization", "person", "event", "region"];
  const placed = (centre, children, kinds) => {
    const weights = {}, places = { [centre]: { x: 0, y: 0 } };
    const weigh = (thing) => weights[thing] = (children[thing] || []).reduce((sum, child) => sum + weigh(child), 0) || 1;
    const fan = (thing, [begin, end], radius) => {
      const own = [...(children[thing] || [])].sort(by((c) => (ORDER.indexOf(kinds[c]) + 6) % 6));
      if (!own.length) return;
      const whole = own.reduce((sum, child) => sum + weights[child], 0);
      const near = radius + Math.min(Math.max(RING, (own.length * WIDTH) / (end - begin) - radius), FARTHEST);
      let rows = 1, angle = begin;
      while (rows * (end - begin) * (near + (rows * ROW) / 2) < own.length * WIDTH && rows < 40) rows += 1;
      own.forEach((child, number) => {
        const step = ((end - begin) * weights[child]) / whole, far = near + (number % rows) * ROW, middle = angle + step / 2;
        places[child] = { x: Math.round(far * Math.cos(middle) * 10) / 10, y: Math.round(far * Math.sin(middle) * 10) / 10 };
        const spread = Math.max(step, 0.5);
        if ((children[child] || []).length) fan(child, [middle - spread / 2, middle + spread / 2], near + rows * ROW);
        angle += step;
      });
    };
    weigh(centre);
    fan(centre, [-Math.PI / 2, 1.5 * Math.PI], 0);
    return places;
  };
  const freeLabels = (labels) => {
    const cells = {}, shown = new Set();
    for (const [name, words, { x, y }] of labels) {
      const length = [...words].length, wide = Math.min(length, 18) * LETTER + 8, high = LINE * (length > 18 ? 2 : 1);
      const label = [x - wide / 2, y + 12, x + wide / 2, y + 12 + high];
      const near = new Set([label[0], x, label[2]].flatMap((a) => [label[1], label[3]].map((b) => `${Math.floor(a / 200)} ${Math.floor(b / 200)}`)));
      const covers = (o) => label[0] < o[2] && o[0] < label[2] && label[1] < o[3] && o[1] < label[3];
      if ([...near].some((cell) => (cells[cell] || []).some(covers))) continue;
      shown.add(name);
      for (const cell of near) (cells[cell] ??= []).push(label);
    }
    return shown;
  };

  // graph.py
  window.graphHere = async (centre, open) => {
    const opened = [...new Set([centre, ...open])].slice(0, 41), parents = { [centre]: "" }, things = {}, found = {};
    let left = 0;
    for (const thing of opened) {
      if (!(thing in parents)) continue;
      const here = await ties(thing), ends = {};
      for (const end of here.things) things[end.id] = end;
      for (const tie of here.ties) {
        found[tie.id] = tie;
        if (tie.source === thing || tie.target === thing) for (const end of [tie.source, tie.target]) if (end !== thing) ends[end] = (ends[end] || 0) + 1;
      }
      const chosen = Object.keys(ends).filter((end) => !(end in parents)).sort(by((e) => -ends[e], (e) => e));
      const room = MOST - Object.keys(parents).length;
      left += Math.max(0, chosen.length - room);
      for (const end of chosen.slice(0, room)) parents[end] = thing;
    }
    const listed = Object.keys(parents), kinds = {}, children = {};
    for (const thing of listed) kinds[thing] = things[thing].kind;
    for (const thing of [...listed].sort(by((t) => things[t].label, (t) => t))) if (thing !== centre) (children[parents[thing]] ??= []).push(thing);
    const places = placed(centre, children, kinds);
    const ranked = [...listed].sort(by((t) => t !== centre, (t) => !opened.includes(t), (t) => -things[t].documents, (t) => t));
    const named = freeLabels(ranked.map((t) => [t, things[t].label, places[t]]));
    const nodes = listed.map((t) => ({ ...things[t], ...places[t], centre: t === centre, opened: opened.includes(t), named: named.has(t) }));
    const kept = Object.values(found).filter((t) => t.source in parents && t.target in parents).sort(by((t) => t.id));
    const middle = (t) => ({ x: (places[t.source].x + places[t.target].x) / 2, y: (places[t.source].y + places[t.target].y) / 2 - 22 });
    const free = freeLabels([
      ...nodes.filter((n) => n.named).map((n) => [n.id, n.label, n]),
      ...[...kept].sort(by((t) => -t.amount, (t) => t.kind === "plain", (t) => t.id)).filter((t) => t.kind !== "plain").map((t) => [t.id, t.label, middle(t)]),
    ]);
    const edges = kept.map((t) => ({ ...t, named: free.has(t.id) }));
    tell(things[centre], things, edges, left);
    return { center: centre, nodes, edges, left };
  };

  // The page round the drawing: its title, and the same as a table.
  const tell = (centre, things, edges, left) => {
    document.querySelector("h1").textContent = centre.label;
    document.title = document.title.replace(/^.*? — /, `${centre.label} 관계도 — `);
    Object.assign(document.getElementById("page"), { href: centre.address, textContent: centre.label });
    document.getElementById("n-left").textContent = left ? ` · ${left.toLocaleString("en")}개는 너무 많아 뺐습니다` : "";
    document.getElementById("n-rows").textContent = edges.length.toLocaleString("en");
    const cell = (row, tag, text, address) => {
      const made = document.createElement(tag), inner = address ? document.createElement("a") : made;
      if (address) { inner.href = address; made.append(inner); }
      if (tag === "th") made.scope = "row";
      inner.textContent = text;
      row.append(made);
      return made;
    };
    document.getElementById("rows").replaceChildren(...edges.map((tie) => {
      const row = document.createElement("tr"), one = things[tie.source], other = things[tie.target];
      cell(row, "th", one.label, one.address);
      cell(row, "td", tie.label, tie.address);
      cell(row, "td", other.label, other.address);
      cell(row, "td", tie.year);
      const sure = document.createElement("span"), yes = tie.sure >= 0.9;
      sure.className = `sure ${yes ? "yes" : "no"}`;
      sure.textContent = yes ? "확인됨" : "확인 필요";
      cell(row, "td", "").append(sure);
      return row;
    }));
  };

  if (!asked.get("center")) return;
  box.dataset.graph = box.dataset.walk;
  for (const [id, hidden] of [["graph", false], ["table", false], ["told", false], ["offered", true]]) document.getElementById(id).hidden = hidden;
})();
