
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const inputs = ["q", "site", "language", "speaker"].map(byId);
  // Case and accents do not count: "echeverria" finds "Echeverría".
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = (item, name) => Array.from(item.querySelectorAll(name), (each) => each.textContent);
  // The articles of a story stand inside the item of one of them, which stays as long as any does.
  const articles = Array.from(byId("list").querySelectorAll("li"), (item) => ({
    item,
    story: item.querySelector(":scope > details"),
    text: fold(texts(item, ":scope > div, :scope > .about").join(" ")),
    site: texts(item, ":scope > .about .site")[0] ?? "",
    language: texts(item, ":scope > .about .language")[0],
    speakers: texts(item, ":scope > div .speaker").map(fold),
  }));
  const total = byId("count").textContent;
  const locale = document.documentElement.lang;

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
      article.fits = fits;
      shown += fits;
    }
    for (const { item, story, fits } of articles) {
      if (!story) continue;
      const inside = story.querySelector("li:not([hidden])") !== null;
      if (!fits && inside) story.open = true;
      item.hidden = !fits && !inside;
      story.hidden = !inside;
    }
    byId("count").textContent = shown === articles.length ? total
      : byId("count").dataset.of.replace("##", () => total)
        .replace("#", () => shown.toLocaleString(locale));
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
