// @ts-check
/**
 * The talk in the room: arrow keys lead it on, a link to a slide shows it to oneself without leaving the page, and
 * those who listen to the page are told when another slide is shown. Without script all of it are links and forms.
 */

const room = document.querySelector("workshop-room");

room?.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-slide]") : null;
  if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    at(new URL(link.href).searchParams.get("slide"));
    look();
  }
});

/** Names the slide in the page's address, beside the group that is visited. @param {string | null} slide */
function at(slide) {
  const address = new URL(location.href);
  address.searchParams.delete("slide");
  if (slide !== null) {
    address.searchParams.set("slide", slide);
  }
  history.replaceState(null, "", address);
}

/** Shows the room by its new address; whoever clicked stays in the talk. */
async function look() {
  // @ts-ignore the room's own way to show itself anew
  await room.refresh();
  if (document.activeElement === document.body) {
    document.getElementById("room-talk")?.focus({ preventScroll: true });
  }
}

// What is done in the talk leads back to where it is.
room?.addEventListener("submit", (event) => {
  if (event.target instanceof Element && event.target.closest("#room-talk")) {
    at(null);
  }
});

const STEPS = { ArrowRight: "talk-next", PageDown: "talk-next", ArrowLeft: "talk-previous", PageUp: "talk-previous" };

document.addEventListener("keydown", (event) => {
  const id = STEPS[event.key];
  const target = event.target instanceof Element ? event.target : document.body;
  const busy = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!id || busy || target.closest("input, textarea, select, summary, .drawer")) {
    return;
  }
  const button = document.getElementById(id);
  if (button instanceof HTMLButtonElement && !button.disabled) {
    event.preventDefault();
    button.click();
  }
});

const said = document.getElementById("talk-said");

function tell() {
  const words = document.getElementById("room-talk")?.dataset.said ?? "";
  if (said && said.textContent !== words) {
    said.textContent = words;
  }
}

const place = document.getElementById("main");
if (place) {
  new MutationObserver(tell).observe(place, { childList: true });
}
