// Buttons that copy a text of the page; without scripts they stay hidden, and the text can be selected.
for (const button of document.querySelectorAll("[data-kopioi]")) {
  const label = button.innerHTML;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.kopioi);
    await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
    button.textContent = button.dataset.kopioitu;
    button.nextElementSibling.textContent = button.dataset.kopioitu;
    setTimeout(() => {
      button.innerHTML = label;
      button.nextElementSibling.textContent = "";
    }, 3000);
  });
}
