"""The gallery: every component of the pages with its parameters, in each of its states."""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.views.decorators.http import require_safe

from ehoks.common.texts import Texts
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import page, show

COMPONENTS = Path(settings.BASE_DIR) / "templates" / "cotton"
_TOLD = re.compile(r"\{#\s*(.*?)\s*#\}")
_DECLARED = re.compile(r"<c-vars\s+(.*?)\s*/>", re.DOTALL)
_PARAMETER = re.compile(r"(\w+)(?:=\"([^\"]*)\")?")

GALLERIA = {
    "title": Texts("Ulkoasun osat", "Gränssnittets delar", "Components of the pages"),
    "lead": Texts(
        "Sivut tehdään näistä osista. Jokainen osa on tässä kaikissa tiloissaan.",
        "Sidorna görs av dessa delar. Varje del visas här i alla sina lägen.",
        "Pages are made of these components. Each is here in all of its states.",
    ),
    "parameters": Texts("Parametrit", "Parametrar", "Parameters"),
    "none": Texts("Ei parametreja", "Inga parametrar", "No parameters"),
    "sample": Texts("Esimerkki", "Exempel", "Example"),
    "name": Texts("Opiskelija", "Studerande", "Student"),
    "value": Texts("Kalevalan ammattiopisto", "Kalevala yrkesinstitut", "Kalevala College"),
    "chosen": Texts("Valittu", "Vald", "Chosen"),
    "scheduled": Texts("Aikataulutettu", "Schemalagd", "Scheduled"),
    "done": Texts("Valmis", "Färdig", "Done"),
    "info": Texts("Tiedoksi.", "För kännedom.", "For your information."),
    "success": Texts("Onnistui.", "Det lyckades.", "It worked."),
    "warning": Texts("Huomaa tämä.", "Lägg märke till detta.", "Take note of this."),
    "danger": Texts("Tässä on virhe.", "Här finns ett fel.", "There is a mistake here."),
    "empty": Texts("Mitään ei löytynyt.", "Inget hittades.", "Nothing was found."),
    "hint": Texts("Kokeile vähemmän sanoja.", "Pröva med färre ord.", "Try fewer words."),
    "go": Texts("Avaa", "Öppna", "Open"),
    "back": Texts("Palaa listalle", "Återgå till listan", "Back to the list"),
    "sort": Texts("Järjestä: opiskelija", "Ordna: studerande", "Sort by: student"),
    "pages_nav": Texts("Esimerkin sivut", "Exemplets sidor", "Pages of the example"),
    "page_word": Texts("Sivu", "Sida", "Page"),
}
_STATES = ("", "ascending", "descending")


def list_components() -> list[dict[str, Any]]:
    """Each component: its name, what its file says of it, its parameters with their defaults."""
    return [_component(file) for file in sorted(COMPONENTS.glob("*.html"))]


def _component(file: Path) -> dict[str, Any]:
    text = file.read_text()
    told, declared = _TOLD.search(text), _DECLARED.search(text)
    return {
        "nimi": file.stem,
        "kuvaus": told[1] if told else "",
        "parametrit": [
            {"nimi": name, "oletus": default}
            for name, default in _PARAMETER.findall(declared[1] if declared else "")
        ],
    }


@require_safe
@page
def gallery(request: HttpRequest) -> HttpResponse:
    """All of them."""
    lang = find_kieli(request)
    words = {key: text.say(lang) for key, text in GALLERIA.items()}
    sample = words | {
        "sarakkeet": [
            {"nimi": words["name"], "href": "#sarake", "label": words["sort"], "suunta": state}
            for state in _STATES
        ]
        + [{"nimi": words["value"]}],
        "sivut": [
            {"n": 1, "href": "#sivut", "is_open": False},
            {"gap": True},
            {"n": 4, "href": "#sivut", "is_open": True},
            {"n": 5, "href": "#sivut", "is_open": False},
        ],
    }
    components = [
        component | {"esimerkki": get_template(f"galleria/{component['nimi']}.html").render(sample)}
        for component in list_components()
    ]
    return show(request, "galleria/sivu.html", GALLERIA, {"osat": components})
