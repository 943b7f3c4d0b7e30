"use strict";
// Searching without a server: the names of a static site, ranked as kg/use/searching ranks them.
// A page that was opened from a disk may fetch nothing, so the names come as a script that calls kgNames.
(() => {
  const root = new URL("../", document.currentScript.src).href;
  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
  const SPLIT = { ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" };
  const FIRST = 0xac00, LAST = 0xd7a3, MOST = 200, MOST_STARTS = 12;

  const plain = (letter) => (letter >= "ㄱ" && letter <= "ㆎ" ? letter : letter.normalize("NFKC"));
  const words = (text) => [...text].slice(0, 4 * MOST).join("").normalize("NFC").replace(/[^\x00-\x7f가-힣]/gu, plain).toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  const key = (text) => { const all = words(text).join(""); return all.length > MOST ? [...all].slice(0, MOST).join("") : all; };
  const initial = (letter) => { const at = letter.charCodeAt(0); return at >= FIRST && at <= LAST ? INITIALS[Math.floor((at - FIRST) / 588)] : letter; };
  const initials = (letters) => letters.replace(/[가-힣]/g, initial);
  const fits = (typed, letters) => letters.length >= typed.length && [...typed].every((t, i) => t === letters[i] || t === initial(letters[i]));
  const begins = (typed) => { // an open last syllable may still get its final consonant
    const last = typed.charCodeAt(typed.length - 1), open = last >= FIRST && last <= LAST && (last - FIRST) % 28 === 0;
    const head = typed.slice(0, -1), end = last + (open ? 28 : 1);
    return (letters, at) => { const code = letters.charCodeAt(at + head.length); return code >= last && code < end && letters.startsWith(head, at); };
  };
  const halfTyped = (typed) => {
    const last = typed.charCodeAt(typed.length - 1) - FIRST;
    if (last < 0 || last > LAST - FIRST || last % 28 === 0) return null;
    const split = SPLIT[FINALS[last % 28]] || FINALS[last % 28];
    return typed.slice(0, -1) + String.fromCharCode(FIRST + last - (last % 28) + FINALS.indexOf(split.slice(0, -1))) + split.slice(-1);
  };

  const loading = {}, told = {};
  window.kgNames = (name, names) => { told[name] = names; };
  const names = (name) => loading[name] ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `${root}data/${name}.js`;
    script.onload = () => done(prepared(told[name], name === "labels"));
    script.onerror = fail;
    document.head.append(script);
  });
  const prepared = ({ kinds, regions, things }, starting) => things.flatMap(([kind, label, file, documents, region, ...others], number) => {
    const [name, title] = kinds[kind];
    const thing = { number, kind: name, title, label, documents, region: regions[region], name: `${name}/${file}`, address: `${root}${name}/${encodeURIComponent(file)}.html` };
    return [label, ...others].map((text) => {
      const letters = key(text), starts = [];
      let at = 0;
      if (starting) for (const word of words(text).slice(0, MOST_STARTS)) { if (at < letters.length) starts.push(at); at += word.length; }
      return { thing, text, letters, sounds: initials(letters), starts };
    });
  });

  const byInitials = (typed) => {
    const sounds = initials(typed), mixed = sounds !== typed;
    return (row) => row.starts.filter((at) => row.sounds.startsWith(sounds, at) && (!mixed || fits(typed, row.letters.slice(at))))
      .map((at) => (at ? 2 : row.sounds === sounds ? 0 : 1));
  };
  const starting = (typed) => {
    const fit = begins(typed);
    return (row) => row.starts.filter((at) => fit(row.letters, at)).map((at) => (at ? 2 : row.letters === typed ? 0 : 1));
  };
  const holding = (parts) => (row) => (parts.every((part) => row.letters.includes(part)) ? [0] : []);
  const ways = (typed, letters) => {
    if ([...letters].some((letter) => INITIALS.includes(letter))) return [byInitials(letters)];
    const half = halfTyped(letters);
    return [starting(letters), ...(half ? [byInitials(half)] : []), holding([letters]), ...(typed.length > 1 ? [holding(typed)] : [])];
  };
  const order = (a, b) => a.rank - b.rank || b.row.thing.documents - a.row.thing.documents
    || (a.row.text !== a.row.thing.label) - (b.row.text !== b.row.thing.label) || a.row.text.length - b.row.text.length || a.row.thing.number - b.row.thing.number;

  // Things with a spelling that fits what was typed, best first.
  window.findHere = async (typed, kinds, limit) => {
    const letters = key(typed), found = new Map();
    if (!letters) return [];
    const rows = (await names(kinds.includes("document") ? "headlines" : "labels")).filter((row) => !kinds.length || kinds.includes(row.thing.kind));
    for (const way of ways(words(typed), letters)) {
      const hits = rows.flatMap((row) => way(row).map((rank) => ({ rank, row }))).sort(order);
      for (const { row: { thing, text } } of hits) {
        if (found.size < limit && !found.has(thing.number)) found.set(thing.number, { ...thing, kind: thing.title, spelling: text === thing.label ? "" : text });
      }
      if (found.size >= limit) break;
    }
    return [...found.values()];
  };

  // The page of results.
  const list = document.querySelector("ol.results"), asked = new URL(location.href).searchParams, typed = (asked.get("q") || "").trim();
  for (const box of document.querySelectorAll("input[type=search]")) if (typed && !box.value) box.value = typed;
  if (!list || !typed) return;
  const MANY = 60, kind = /\/search\/([a-z]+)\.html$/.exec(location.pathname)?.[1];
  const add = (parent, tag, text, more = {}) => { const made = document.createElement(tag); made.textContent = text; Object.assign(made, more); parent.append(" ", made); return made; };
  document.title = document.title.replace(/^.*? — /, `${typed} — `);
  document.querySelector("h1").textContent = `‘${typed}’`;
  for (const way of document.querySelectorAll(".toc a")) { const url = new URL(way.href); url.searchParams.set("q", typed); way.href = url.href; }
  window.findHere(typed, kind ? [kind] : [], MANY + 1).then((hits) => {
    document.querySelector(".tally").textContent = `${Math.min(hits.length, MANY)}건${hits.length > MANY ? " 이상" : ""}`;
    list.replaceChildren(...hits.slice(0, MANY).map((hit) => {
      const row = document.createElement("li");
      add(row, "a", hit.label, { href: hit.address });
      add(row, "span", hit.kind, { className: "tag" });
      if (hit.region) add(row, "span", hit.region, { className: "small" });
      if (hit.spelling) add(row, "span", `표기 “${hit.spelling}”`, { className: "small" });
      add(row, "span", `문서 ${hit.documents.toLocaleString("en")}`, { className: "n" });
      return row;
    }));
    if (!hits.length) add(list.parentNode, "p", "맞는 이름이 없습니다. 초성(ㅇㅅㅎ), 앞 글자, 이름의 일부로도 찾을 수 있고 띄어쓰기는 가리지 않습니다.", { className: "note" });
    list.dataset.ready = String(hits.length);
  }).catch(() => { document.querySelector(".tally").textContent = "이름 목록을 불러오지 못했습니다."; });
})();
