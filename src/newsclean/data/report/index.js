
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const inputs = ["q", "site", "language", "speaker"].map(byId);
  // Case and accents do not count: "echeverria" finds "Echeverría".
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = (item, name) => Array.from(item.querySelectorAll(name), (each) => each.textContent);
  const articles = Array.from(byId("list").children, (item) => ({
    item,
    text: fold(texts(item, "div, .about").join(" ")),
    site: texts(item, ".site")[0] ?? "",
    language: texts(item, ".language")[0],
    speakers: texts(item, ".speaker").map(fold),
  }));
  const total = byId("count").textContent;

  function show() {
    const [q, site, language, speaker] = inputs.map((input) => input.value.trim());
    const words = fold(q).split(/\s+/), who = fold(speaker);
    let shown = 0;
    for (const article of articles) {
      const fits = words.every((word) => article.text.includes(word))
        && (!site || article.site === site)
        && (!language || article.language === language)
        && (!who || article.speakers.some((name) => name.includes(who)));
      article.item.hidden = !fits;
      shown += fits;
    }
    byId("count").textContent = shown === articles.length
      ? total : shown.toLocaleString("en") + " of " + total;
    byId("none").hidden = shown > 0 || articles.length === 0;
  }

  // What is looked for stands in the address, so that it survives a reload and can be passed on.
  function remember() {
    const state = new URLSearchParams();
    for (const input of inputs) if (input.value.trim()) state.set(input.id, input.value.trim());
    try {
      history.replaceState(null, "", "#" + state);
    } catch { /* some browsers refuse this for files; the search works all the same */ }
  }
  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const input of inputs) {
      input.value = state.get(input.id) ?? "";
      if (input.selectedIndex === -1) input.value = "";
    }
    show();
  }

  byId("controls").addEventListener("input", () => { show(); remember(); });
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => {
    for (const input of inputs) input.value = "";
    show();
    remember();
    inputs[0].focus();
  });
  addEventListener("hashchange", recall);
  byId("controls").hidden = false;
  recall();
})();
