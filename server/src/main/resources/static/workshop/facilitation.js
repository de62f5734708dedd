// @ts-check
/**
 * What is being done in the room, said once to people who listen and counted down by the server's clock. It never moves
 * the focus: room.js puts fresh parts in, this only reads them.
 */
const room = /** @type {any} */ (document.querySelector("workshop-room"));
const said = new Set([...document.querySelectorAll("[data-say]")].map((each) => each.getAttribute("data-say")));
const voice = document.createElement("p");
voice.className = "visually-hidden";
voice.setAttribute("aria-live", "polite");
document.body.append(voice);

function say() {
  const fresh = [...document.querySelectorAll("[data-say]")].filter((each) => !said.has(each.getAttribute("data-say")));
  for (const each of fresh) {
    said.add(each.getAttribute("data-say"));
  }
  if (fresh.length > 0) {
    voice.textContent = fresh.map((each) => each.getAttribute("data-say-text")).join(" ");
  }
}

/** Counts down; when nothing is left, the server is asked where everybody is now. */
function count() {
  const clock = document.querySelector("[data-until]");
  if (!(clock instanceof HTMLElement)) {
    return;
  }
  const left = Date.parse(clock.dataset.until ?? "") - Date.now() - (room?.offset ?? 0);
  const text = String(Math.max(0, Math.ceil(left / 1000)));
  if (clock.textContent !== text) {
    clock.textContent = text;
  }
  if (left <= 0 && !clock.dataset.asked) {
    clock.dataset.asked = "yes";
    room?.look();
  }
}

/** The notes that can be shown are those on the board at this moment; of one that is gone no other takes the place. */
function list(details) {
  const select = details.querySelector("select");
  const notes = [...document.querySelectorAll("allmende-board article.note[id]")];
  const chosen = select.options.length > 0 ? select.value : null;
  select.replaceChildren(
    ...notes.map((note) => {
      const text = note.querySelector(".note__text")?.textContent?.trim() ?? "";
      return new Option(text.length > 60 ? text.slice(0, 59) + "…" : text, note.id.replace(/^note-/, ""));
    }),
  );
  select.value = chosen ?? select.options[0]?.value ?? "";
}

room?.addEventListener("toggle", (event) => event.target.matches?.("details[data-notes][open]") && list(event.target), true);
// Only the parts that room.js puts in beside the board; what happens on the board is none of our business.
new MutationObserver(say).observe(document.getElementById("main") ?? document.body, { childList: true });
setInterval(count, 250);
count();
