"""The notice that every page shows: writing it, when it is shown, and taking it away."""

import datetime as dt
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ehoks.common.dates import HELSINKI
from ehoks.common.texts import Texts
from ehoks.ui import tila
from ehoks.ui.kieli import find_kieli
from ehoks.ui.models import PalvelunTila
from ehoks.ui.shell import show
from hoks.ui.yllapito.nimet import VAKAVUUDET
from hoks.ui.yllapito.portti import super_page
from hoks.ui.yllapito.texts import T

KIELET = ("fi", "sv", "en")
LONGEST = 500
_FORM = "%d.%m.%Y %H.%M"


class Lomake(NamedTuple):
    """What the form says, and what is wrong in it by the field it belongs to."""

    tekstit: dict[str, str]
    vakavuus: str = "info"
    alku: str = ""
    loppu: str = ""
    virheet: dict[str, Texts] = {}


@require_http_methods(["GET", "HEAD", "POST"])
@super_page
def notice(request: HttpRequest) -> HttpResponse:
    """The form with what is shown now; a POST shows the new notice, or takes the old one away."""
    lang, status = find_kieli(request), 200
    form = _stored()
    if request.method == "POST":
        if "poista" in request.POST:
            return _told(request, Lomake(dict.fromkeys(KIELET, "")), T["notice_gone"])
        form = _read(request.POST)
        if not form.virheet:
            return _told(request, form, T["notice_shown"])
        status = 400
    context = {
        "paikka": "yllapito",
        "lomake": form,
        "kentat": [
            (kieli, T[f"notice_{kieli}"].say(lang), form.tekstit[kieli]) for kieli in KIELET
        ],
        "vakavuudet": [(arvo, nimi.say(lang)) for arvo, nimi in VAKAVUUDET.items()],
        "virheet": {kentta: text.say(lang) for kentta, text in form.virheet.items()},
        "pisin": LONGEST,
        "on_voimassa": tila.current().is_shown,
    }
    return show(request, "yllapito/tiedote.html", T, context, status)


def _stored() -> Lomake:
    row = PalvelunTila.objects.filter(pk=PalvelunTila.AINOA).first()
    if row is None:
        return Lomake(dict.fromkeys(KIELET, ""))
    texts = {kieli: getattr(row, kieli) for kieli in KIELET}
    return Lomake(texts, row.vakavuus, _told_time(row.alku), _told_time(row.loppu))


def _told_time(moment: dt.datetime | None) -> str:
    return f"{moment.astimezone(HELSINKI):{_FORM}}" if moment else ""


def _read(form: QueryDict) -> Lomake:
    texts = {kieli: form.get(kieli, "").replace("\x00", "").strip() for kieli in KIELET}
    faults: dict[str, Texts] = {}
    for kieli, text in texts.items():
        if not text:
            faults[kieli] = T["notice_missing"]
        elif len(text) > LONGEST:
            faults[kieli] = T["notice_long"].format(n=LONGEST)
    times: dict[str, Any] = {}
    for name in ("alku", "loppu"):
        try:
            times[name] = _moment(form.get(name, ""))
        except ValueError:
            faults[name] = T["notice_time"]
    alku, loppu = times.get("alku"), times.get("loppu")
    if alku and loppu and loppu <= alku:
        faults["loppu"] = T["notice_reversed"]
    vakavuus = form.get("vakavuus", "")
    if vakavuus not in VAKAVUUDET:
        vakavuus = "info"
    return Lomake(texts, vakavuus, form.get("alku", ""), form.get("loppu", ""), faults)


def _moment(text: str) -> dt.datetime | None:
    """A moment as Finns write it, in Finnish time. Raises ValueError."""
    text = text.strip().replace(" klo ", " ").replace(":", ".")
    if not text:
        return None
    return dt.datetime.strptime(text, _FORM).replace(tzinfo=HELSINKI)


def _told(request: HttpRequest, form: Lomake, said: Texts) -> HttpResponse:
    times = _moment(form.alku), _moment(form.loppu)
    tila.tell(Texts(**form.tekstit), form.vakavuus, *times)
    messages.success(request, said.say(find_kieli(request)))
    return HttpResponseRedirect(reverse("yllapito-tiedote"))
