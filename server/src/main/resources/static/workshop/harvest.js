// @ts-check
/** The harvest desk by keyboard: 1 to 6 say what a note is; the button names what saving will do. */
const form = document.querySelector("[data-harvest]");
const label = form?.querySelector("[data-save]");

function name() {
  const chosen = form?.querySelector("input[name=as]:checked");
  const says = chosen?.getAttribute("data-says");
  if (label && says) {
    label.textContent = says;
  }
}

form?.addEventListener("change", name);
document.addEventListener("keydown", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const choice = form?.querySelector(`input[data-key="${CSS.escape(event.key)}"]`);
  if (choice instanceof HTMLInputElement) {
    choice.checked = true;
    choice.focus();
    name();
  }
});
name();
