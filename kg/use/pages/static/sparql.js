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
