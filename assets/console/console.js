// Keys and small comforts of the console; every page works without it.
// `/` search, j k or arrows from row to row, x tick, Enter open, Esc let go.
"use strict";

(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const rows = all("[data-row]");
    const ticks = all("[data-row] input[type=checkbox]");
    const search = document.querySelector("[data-search]");
    let here = -1;

    const count = () => {
        const chosen = ticks.filter((tick) => tick.checked).length;
        for (const each of all("[data-chosen]")) each.textContent = String(chosen);
        for (const each of all("[data-all]")) {
            each.checked = chosen > 0 && chosen === ticks.length;
            each.indeterminate = chosen > 0 && chosen < ticks.length;
        }
        for (const row of rows) row.classList.toggle("chosen", row.querySelector("input[type=checkbox]")?.checked ?? false);
    };

    const go = (index) => {
        if (rows.length === 0) return;
        rows[here]?.classList.remove("current");
        here = Math.max(0, Math.min(rows.length - 1, index));
        rows[here].classList.add("current");
        rows[here].focus({preventScroll: true});
        rows[here].scrollIntoView({block: "nearest"});
    };

    const letGo = () => {
        rows[here]?.classList.remove("current");
        here = -1;
        document.activeElement?.blur();
        for (const tick of ticks) tick.checked = false;
        count();
    };

    const deeds = {
        "/": () => search && (search.focus(), search.select()),
        "j": () => go(here + 1),
        "ArrowDown": () => go(here + 1),
        "k": () => go(here - 1),
        "ArrowUp": () => go(here - 1),
        "x": () => here >= 0 && rows[here].querySelector("input[type=checkbox]")?.click(),
        "Enter": () => here >= 0 && rows[here].querySelector("[data-open]")?.click(),
    };

    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        if (event.key === "Escape") return letGo();
        const typing = event.target.closest("input:not([type=checkbox]), select, textarea, button, a, summary");
        if (typing || !(event.key in deeds) || (rows.length === 0 && event.key !== "/")) return;
        event.preventDefault();
        deeds[event.key]();
    });
    document.addEventListener("change", (event) => {
        if (event.target.matches("[data-all]")) for (const tick of ticks) tick.checked = event.target.checked;
        count();
    });
    for (const each of all("[data-print]")) each.addEventListener("click", () => window.print());
    for (const each of all("[data-keys], [data-all-label], [data-chosen-label], [data-print]")) each.hidden = false;
    // A page that comes back from history brings its ticks along.
    window.addEventListener("pageshow", count);
})();
