// Warns before a session ends, and prolongs it; without scripts the foot of every page tells when it ends.
const dialog = document.getElementById("istunto");
const WARN = 5 * 60 * 1000;
let ends = Date.now() + Number(dialog.dataset.sekunteja) * 1000;

async function ask(method) {
  const form = dialog.querySelector("form");
  const answer = await fetch(form.action, {
    method,
    headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, Accept: "application/json" },
  });
  ends = Date.now() + (answer.ok ? (await answer.json()).sekunteja * 1000 : 0);
}

async function look() {
  if (ends - Date.now() > WARN) return;
  await ask("GET"); // another tab may have prolonged it
  const left = ends - Date.now();
  dialog.dataset.tila = left > 0 ? "paattymassa" : "paattynyt";
  if (left > WARN) dialog.close();
  else if (!dialog.open) dialog.showModal();
}

dialog.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  await ask("POST");
  dialog.close();
});
setInterval(look, 15000);
