// A search field that offers choices while one types: the combobox of the WAI-ARIA patterns.
// Without this script the field is plain text, and the button beside it opens a page of choices.

const WAIT = 200; // milliseconds after the last key
let tila; // where the number of choices is told to those who do not see them

function tell(text) {
  if (!tila) {
    tila = document.createElement("p");
    tila.className = "ds-sr-only";
    tila.setAttribute("role", "status");
    document.body.append(tila);
  }
  tila.textContent = text;
}

function enhance(input) {
  if (input.getAttribute("role") === "combobox") return;
  const lomake = input.form;
  const lista = document.createElement("ul");
  lista.id = `${input.id}-valinnat`;
  lista.className = "syotto-ehdotukset";
  lista.hidden = true;
  lista.setAttribute("role", "listbox");
  lista.setAttribute("aria-label", lomake.dataset.ehdotukset);
  const huomautus = document.createElement("p"); // why there is less to choose from than there should be
  huomautus.className = "syotto-ohje";
  huomautus.hidden = true;
  input.closest(".syotto-rivissa").append(lista, huomautus);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", lista.id);

  let kello;
  let kysely;
  let valittu = -1;

  function close() {
    clearTimeout(kello);
    kysely?.abort();
    lista.hidden = true;
    valittu = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(n) {
    const kohdat = [...lista.children];
    if (!kohdat.length) return;
    valittu = (n + kohdat.length) % kohdat.length;
    kohdat.forEach((kohta, i) => kohta.setAttribute("aria-selected", String(i === valittu)));
    kohdat[valittu].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", kohdat[valittu].id);
  }

  function choose(kohta) {
    input.value = kohta.dataset.arvo;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function show({ valinnat, huomautus: syy }) {
    lista.replaceChildren(
      ...valinnat.map(({ arvo }, n) => {
        const kohta = document.createElement("li");
        kohta.id = `${lista.id}-${n}`;
        kohta.dataset.arvo = arvo;
        kohta.textContent = arvo;
        kohta.setAttribute("role", "option");
        kohta.setAttribute("aria-selected", "false");
        return kohta;
      }),
    );
    valittu = -1;
    lista.hidden = !valinnat.length;
    input.setAttribute("aria-expanded", String(!lista.hidden));
    input.removeAttribute("aria-activedescendant");
    huomautus.textContent = syy;
    huomautus.hidden = !syy;
    const { maara, tyhja } = lomake.dataset;
    const luku = valinnat.length ? maara.replace("{n}", valinnat.length) : tyhja;
    tell(syy ? `${luku} ${syy}` : luku);
  }

  async function search() {
    kysely?.abort();
    kysely = new AbortController();
    try {
      const kysymys = new URLSearchParams({ q: input.value });
      const rajaus = lomake.elements[input.dataset.rajaus]; // a choice that this one hangs on
      if (rajaus) kysymys.set("osa", rajaus.value);
      const osoite = `${input.dataset.haku}?${kysymys}`;
      const vastaus = await fetch(osoite, { signal: kysely.signal, redirect: "error" });
      if (vastaus.ok && document.activeElement === input) show(await vastaus.json());
    } catch {
      // the network is away, or another search has begun: the field is plain text meanwhile
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(kello);
    kello = setTimeout(search, WAIT);
  });
  input.addEventListener("blur", close);
  // the mouse button would take the focus from the field, and the list would be gone
  lista.addEventListener("mousedown", (event) => event.preventDefault());
  lista.addEventListener("click", (event) => {
    const kohta = event.target.closest("[role=option]");
    if (kohta) choose(kohta);
  });
  input.addEventListener("keydown", (event) => {
    const auki = !lista.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!auki) search();
      else if (event.key === "ArrowDown") mark(valittu + 1);
      else mark(valittu < 0 ? -1 : valittu - 1);
    } else if (event.key === "Enter" && auki && valittu >= 0) {
      event.preventDefault();
      choose(lista.children[valittu]);
    } else if (event.key === "Escape" && auki) {
      event.preventDefault();
      close();
    }
  });
}

function start(where) {
  where.querySelectorAll("input[data-haku]").forEach(enhance);
}

start(document);
document.addEventListener("htmx:afterSettle", (event) => start(event.target));
