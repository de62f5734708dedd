// @ts-check
/**
 * Small comforts; every page works without them: the theme switch, the menu that closes,
 * the filter that stands open on wide screens, forms that are not sent twice.
 */

const root = document.documentElement;

/** The theme is kept in a cookie, so that the server writes it into the next page. */
function chooseTheme(theme) {
  if (theme === "system") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
  const age = theme === "system" ? 0 : 365 * 24 * 60 * 60;
  document.cookie = `allmende_theme=${theme}; path=/; max-age=${age}; samesite=lax`;
  markTheme();
}

function markTheme() {
  const current = root.dataset.theme ?? "system";
  for (const button of document.querySelectorAll("[data-choose-theme]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-choose-theme") === current));
  }
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const chosen = target?.closest("[data-choose-theme]")?.getAttribute("data-choose-theme");
  if (chosen) {
    chooseTheme(chosen);
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!target || !menu.contains(target)) {
      menu.removeAttribute("open");
    }
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  }
});

// A second press of the button while the first is under way sends nothing.
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== "post" || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  // A download leaves the page as it is.
  setTimeout(() => form.removeAttribute("data-sent"), 4000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    form.removeAttribute("data-sent");
  }
});
document.addEventListener("htmx:after:request", (event) => {
  if (event.target instanceof Element) {
    event.target.closest("form")?.removeAttribute("data-sent");
  }
});

// A choice that says so acts at once; its button stays for those without script.
for (const field of document.querySelectorAll("[data-send-at-once]")) {
  const form = field.closest("form");
  form?.querySelector("button[type=submit]")?.setAttribute("hidden", "");
  field.addEventListener("change", () => form?.requestSubmit());
}

const wide = window.matchMedia("(min-width: 800px)");
function openFilters() {
  for (const filter of document.querySelectorAll("details.filter")) {
    filter.toggleAttribute("open", wide.matches);
  }
}
wide.addEventListener("change", openFilters);
if (wide.matches) {
  openFilters();
}

for (const switcher of document.querySelectorAll("[data-theme-switch]")) {
  switcher.removeAttribute("hidden");
}
markTheme();

// The sentence on what was wrong is read first.
document.querySelector(".error-summary")?.focus();
