// Keeps what was typed since the last save when the page is left, hidden or closed, and marks
// fields in which something is wrong. The page saves by itself when a field is left, and two
// seconds after the last key; the first is for those two seconds.

let onKirjoitettu = false;

function save() {
  const lomake = document.querySelector("#lomake form");
  // of two versions only a person says which one counts
  if (!onKirjoitettu || !lomake || "ristiriita" in lomake.dataset) return;
  onKirjoitettu = false;
  const tiedot = new FormData(lomake);
  tiedot.set("toiminto", "auto");
  // a large form does not fit in a beacon: a page that is only hidden has time to send it
  if (!navigator.sendBeacon(lomake.action, tiedot)) {
    fetch(lomake.action, { method: "POST", body: tiedot }).catch(() => {
      onKirjoitettu = true;
    });
  }
}

for (const tapahtuma of ["input", "change"]) {
  document.addEventListener(tapahtuma, (event) => {
    if (event.target.form?.closest("#lomake")) onKirjoitettu = true;
  });
}
// what a button sends is all there is: a beacon on its heels would look like another tab
document.addEventListener("submit", () => {
  onKirjoitettu = false;
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") save();
});
window.addEventListener("pagehide", save);

// What is wrong comes back beside a field while one types: the field says so too.
document.addEventListener("htmx:oobAfterSwap", ({ target }) => {
  const kentta = document.getElementById(target.id.replace(/-virhe$/, ""));
  if (!kentta?.matches("input, select, textarea")) return;
  if (target.textContent) kentta.setAttribute("aria-invalid", "true");
  else kentta.removeAttribute("aria-invalid");
});

// A page that cannot save says so, and tries again until it can.
const UUDELLEEN = 3000; // milliseconds

for (const tapahtuma of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(tapahtuma, ({ target }) => {
    if (target.id !== "luonnos-tila") return;
    onKirjoitettu = true;
    const tila = target.querySelector("[role=status]");
    if (tila) {
      tila.textContent = target.dataset.eiTallessa;
      tila.className = "syotto-ei-tallessa";
    }
    setTimeout(() => target.closest("form")?.dispatchEvent(new Event("change")), UUDELLEEN);
  });
}
