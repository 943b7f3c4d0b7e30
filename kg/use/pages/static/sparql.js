// The editor over the plain form: named questions to begin with, nothing asked of any other server.
"use strict";
(function () {
  const place = document.getElementById("editor");
  if (!place || typeof Yasgui === "undefined") return;
  const told = JSON.parse(place.dataset.told);
  const endpoint = new URL(told.endpoint, location.href).href;

  Yasgui.Yasqe.defaults.autocompleters = [];
  for (const name of Object.keys(Yasgui.Yasqe.Autocompleters)) delete Yasgui.Yasqe.Autocompleters[name];
  Yasgui.Yasqe.defaults.createShareableLink = null;
  Yasgui.Yasqe.defaults.persistenceId = null;
  Yasgui.Yasr.defaults.prefixes = told.prefixes;

  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint: endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    endpointCatalogueOptions: {
      getData: function () { return []; },
      keys: [],
      renderItem: function () {}
    },
    yasqe: { value: told.first }
  });
  document.documentElement.classList.add("with-editor");
  const tab = yasgui.getTab();
  if (tab) {
    tab.setEndpoint(endpoint);
    tab.setQuery(told.first);
  }

  // A list of tabs holds tabs alone; the editor puts a plain button into it.
  for (const button of place.querySelectorAll("[role=tablist] button")) button.setAttribute("role", "tab");

  // An answer that was cut says so.
  const note = document.createElement("p");
  note.className = "cut";
  note.setAttribute("role", "status");
  note.hidden = true;
  place.after(note);
  function watch(one) {
    if (!one || one.watched) return;
    one.watched = true;
    one.getYasqe().getInputField().setAttribute("aria-label", "SPARQL 질문");
    one.getYasqe().on("queryResponse", function (editor, response) {
      const most = response && response.headers && response.headers.get("X-Result-Cut");
      note.hidden = !most;
      note.textContent = most ? "처음 " + Number(most).toLocaleString("ko") + "행까지만 보입니다. 결과는 더 있습니다." : "";
    });
  }
  watch(tab);
  yasgui.on("tabSelect", function () { setTimeout(function () { watch(yasgui.getTab()); }); });

  // Things of the graph open here, not at the address that names them everywhere.
  place.addEventListener("click", function (event) {
    const link = event.target.closest("a[href]");
    if (!link || !link.href.startsWith(told.things)) return;
    const rest = link.href.slice(told.things.length).split("#");
    const span = /^char=(\d+),(\d+)$/.exec(rest[1] || "");
    event.preventDefault();
    location.href = told.root + rest[0] + (span ? "?begin=" + span[1] + "&end=" + span[2] + "#span" : "");
  }, true);

  const texts = new Map(told.questions.map(function (q) { return [q[0], q[2]]; }));
  for (const link of document.querySelectorAll("a.ask")) {
    link.addEventListener("click", function (event) {
      const text = texts.get(link.dataset.name);
      if (!text || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const used = yasgui.getTab() || yasgui.addTab(true);
      used.setQuery(text);
      place.scrollIntoView();
    });
  }
})();
