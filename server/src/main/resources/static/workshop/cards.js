// @ts-check
/**
 * Lets somebody type card after card without waiting: each is sent in its turn under an id of its own, and again under
 * the same one until the server has it. Several lines pasted into the field of one card go to the field of many. Counts
 * of dots go the same way: Enter keeps one and leads to the next note. Without script all of it are ordinary forms.
 */
import { newId } from "../board/id.js";

const PAUSE = 2000;
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("card-form"));
const one = /** @type {HTMLInputElement | null} */ (document.querySelector("#card-form input[name=text]"));
const many = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#cards-form textarea"));
const list = document.getElementById("cards-sending");

/** @type {{ fields: URLSearchParams, line: HTMLElement }[]} */
const waiting = [];
let sending = false;

/** @param {SubmitEvent} event */
function take(event) {
  if (!form || !list || !one || one.value.trim() === "") {
    return;
  }
  event.preventDefault();
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => fields.append(name, String(value)));
  fields.set("_submission", newId());
  const line = document.createElement("li");
  line.textContent = `${one.value} – ${list.dataset.sending}`;
  list.append(line);
  waiting.push({ fields, line });
  one.value = "";
  one.focus();
  send();
}

async function send() {
  const next = waiting[0];
  if (!form || !next || sending) {
    return;
  }
  sending = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: next.fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) {
      waiting.shift();
      next.line.remove();
      replace(page);
    } else if (answer.status < 500) {
      waiting.shift();
      const wrong = page.querySelector(".kern-error, [role=alert], h1")?.textContent?.trim() ?? "";
      next.line.textContent = `${next.fields.get("text")} – ${wrong}`;
    } else {
      later(next.line, next.fields);
    }
  } catch {
    later(next.line, next.fields);
  }
  sending = false;
  if (waiting.length > 0 && waiting[0] !== next) {
    send();
  }
}

/**
 * @param {HTMLElement} line
 * @param {URLSearchParams} fields
 */
function later(line, fields) {
  line.textContent = `${fields.get("text")} – ${list?.dataset.waiting}`;
  setTimeout(send, PAUSE);
}

/** @param {Document} page */
function replace(page) {
  for (const id of ["cards-pinned", "dots"]) {
    const now = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (now && fresh && !now.contains(document.activeElement)) {
      now.replaceWith(document.adoptNode(fresh));
    }
  }
}

/** Keeps how many dots a note has on paper. @param {SubmitEvent} event */
async function keep(event) {
  const form = event.target instanceof HTMLFormElement ? event.target.closest(".cards__dots") : null;
  const field = form?.querySelector("input[name=count]");
  const said = document.getElementById("dots-said");
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement) || !said) {
    return;
  }
  event.preventDefault();
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => fields.append(name, String(value)));
  fields.set("_submission", newId());
  const all = [...document.querySelectorAll(".cards__dots input[name=count]")];
  const next = /** @type {HTMLInputElement | undefined} */ (all[all.indexOf(field) + 1]);
  (next ?? field).focus();
  next?.select();
  const count = field.value;
  const wrong = await unkept(form, fields);
  mark(field, wrong);
  form.querySelector(".cards__kept")?.toggleAttribute("hidden", wrong !== "");
  said.textContent = wrong === "" ? `${count}: ${said.dataset.kept}` : wrong;
}

/**
 * Why a count was not kept; empty when it was.
 *
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} fields
 */
async function unkept(form, fields) {
  const unsent = list?.dataset.unsent ?? "";
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok ? "" : page.querySelector("[role=alert], main h1")?.textContent?.trim() || unsent;
  } catch {
    return unsent;
  }
}

/** Says beside a count what is wrong with it, without a hold on whoever types the next. */
function mark(field, wrong) {
  const line = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  line?.toggleAttribute("hidden", wrong === "");
  line?.replaceChildren(wrong);
  field.setAttribute("aria-invalid", String(wrong !== ""));
}

/** @param {ClipboardEvent} event */
function paste(event) {
  const text = event.clipboardData?.getData("text") ?? "";
  if (many && text.trim().includes("\n")) {
    event.preventDefault();
    many.closest("details")?.setAttribute("open", "");
    many.value = [many.value.trim(), text.trim()].filter((part) => part !== "").join("\n");
    many.focus();
  }
}

form?.addEventListener("submit", take);
document.addEventListener("submit", keep);
document.addEventListener("input", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.closest(".cards__dots")) {
    mark(event.target, "");
    event.target.closest(".row")?.querySelector(".cards__kept")?.setAttribute("hidden", "");
  }
});
one?.addEventListener("paste", paste);
window.addEventListener("beforeunload", (event) => {
  if (waiting.length > 0) {
    event.preventDefault();
  }
});
