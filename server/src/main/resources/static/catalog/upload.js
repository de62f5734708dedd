// @ts-check
/** Sends a file with progress; without this script the form sends it by itself. */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-upload]"));

/** @param {HTMLFormElement} form */
function send(form) {
  const progress = /** @type {HTMLElement} */ (form.querySelector("[data-upload-progress]"));
  const bar = /** @type {HTMLProgressElement} */ (progress.querySelector("progress"));
  const words = /** @type {HTMLElement} */ (progress.querySelector("[data-upload-words]"));
  const answer = /** @type {HTMLElement} */ (document.querySelector("[data-upload-answer]"));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit]"));
  const request = new XMLHttpRequest();

  const failed = (/** @type {string} */ html) => {
    progress.hidden = true;
    button.disabled = false;
    delete form.dataset.sent;
    if (html) {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      const message = parsed.querySelector(".kern-alert");
      answer.replaceChildren(message ?? document.createTextNode(parsed.body.textContent?.trim() ?? ""));
    } else {
      answer.textContent = form.dataset.lost ?? "";
    }
  };

  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      bar.value = Math.round((event.loaded / event.total) * 100);
      words.textContent = `${words.dataset.sending} ${bar.value} %`;
    }
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    words.textContent = words.dataset.reading ?? "";
  });
  request.addEventListener("load", () => {
    if (request.status < 400) {
      location.assign(request.responseURL);
    } else {
      failed(request.responseText);
    }
  });
  request.addEventListener("error", () => failed(""));

  answer.replaceChildren();
  progress.hidden = false;
  button.disabled = true;
  request.open("POST", form.action);
  request.setRequestHeader("X-XSRF-TOKEN", form.dataset.csrf ?? "");
  request.setRequestHeader("HX-Request", "true");
  request.send(new FormData(form));
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  send(form);
});
