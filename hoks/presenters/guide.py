"""The field guide as a paper: a table for each object, the rules, the old names. In Finnish."""

from collections.abc import Iterable, Iterator

from hoks.api.legacy import RENAMED
from hoks.presenters import words
from hoks.presenters.kohdat import Kohta, kaikki, kohdat
from hoks.rules.judge import ALL_RULES
from hoks.rules.koodit import code_set
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.forms import FORMS
from hoks.schema.objects import HOKS
from koodisto.koodistot import KOODISTOT

_INTRO = """\
# HOKSin kentät

Jokainen olio ja kenttä, joista HOKS koostuu. Tämä tiedosto tehdään palvelun omasta määrittelystä \
komennolla `make openapi`; älä muokkaa sitä käsin. Sama puuna, kolmella kielellä, esimerkkeineen, \
koodeineen ja hakuineen on palvelun sivulla `/ehoks-virkailija-backend/json-viewer/index.html`, \
ja koneelle tehty kuvaus on tiedostossa [openapi.yaml](openapi.yaml).

## Näin luet taulukoita

- **Nimi** on JSONin avain sellaisenaan. Muita avaimia olio ei hyväksy.
- **Tyyppi** kertoo arvon muodon. `null` kelpaa vain luettelon tilalle ja tarkoittaa tyhjää.
- **Selite** kertoo merkityksen, koodiston ja säännöt, jotka kenttää sitovat. Säännöt ovat \
[taulukossa lopussa](#säännöt). Viimeisenä on kursiivilla, onko tieto lakisääteinen tai \
suositeltava.
- **Vaaditaan** kertoo, mitä kukin metodi kentältä vaatii tai siitä näyttää. PATCH tarkoittaa \
osissa kutsua osan omaan osoitteeseen; se, mikä on vielä alempana, korvataan kokonaan niin kuin \
PUTissa. *Tilasto* on tilastosyöte.

| merkintä | merkitys |
|---|---|
"""


def write() -> str:
    """The whole paper, as Markdown."""
    parts = [_INTRO + _lines(_meanings()), "## Oliot", *_objects()]
    parts += ["## Säännöt", _rules(), "## Koodistot", _code_sets(), *_old_names()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of a table; a pipe in a cell would end it."""
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows
    )


def _table(*head: str, rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join([_lines([head]), "|" + "---|" * len(head), _lines(rows)])


def _meanings() -> Iterator[tuple[str, str]]:
    for names, meanings in words.LEGEND:
        for value, meaning in meanings.items():
            yield names[value].fi, meaning.fi


# --- Objects -------------------------------------------------------------------------------------


def _objects() -> Iterator[str]:
    """Each object type once, told where it can be addressed on its own if it can anywhere."""
    yield from _object(HOKS, kohdat(), [])
    found: dict[ObjectType, list[Kohta]] = {}
    for kohta in kaikki():
        if isinstance(kohta.kind, ObjectType):
            found.setdefault(kohta.kind, []).append(kohta)
    for kind, places in found.items():
        told = next((p for p in places if p.osoite), places[0])
        yield from _object(kind, told.below, places)


def _object(kind: ObjectType, fields: Iterable[Kohta], places: list[Kohta]) -> Iterator[str]:
    yield f"### {kind.name}"
    yield f"{kind.label.fi}."
    if places:
        yield "Paikat: " + ", ".join(f"`{place.id}`" for place in places) + "."
    for osoite in (place.osoite for place in places if place.osoite):
        yield f"Oma osoite: `{osoite.path}`."
    yield _table("Nimi", "Tyyppi", "Selite", "Vaaditaan", rows=map(_row, fields))


def _row(kohta: Kohta) -> tuple[str, ...]:
    return f"`{kohta.field.key}`", _type(kohta), _meaning(kohta), _required(kohta)


def _type(kohta: Kohta) -> str:
    kind = kohta.kind
    if isinstance(kind, ObjectType):
        muoto = f"[{kind.name}](#{kind.name.lower()})"
    else:
        muoto = FORMS[kind].words.fi
    is_list = isinstance(kohta.field.type, ListOf)
    return words.LIST.fi.format(muoto=muoto) if is_list else muoto


def _meaning(kohta: Kohta) -> str:
    told = [f"{kohta.field.label.fi}."]
    if kohta.field.explanation:
        told.append(kohta.field.explanation.fi)
    if not isinstance(kohta.kind, ObjectType) and (koodisto := code_set(kohta.kind)):
        told.append(f"Koodisto `{koodisto}`.")
    if kohta.rules:
        told.append("Säännöt: " + ", ".join(f"`{rule.code}`" for rule in kohta.rules) + ".")
    if kohta.field.peruste:
        told.append(f"*{words.PERUSTEET[kohta.field.peruste].fi.capitalize()}.*")
    return " ".join(told)


def _required(kohta: Kohta) -> str:
    groups = words.grouped(kohta.vaatimukset, "fi")
    return "; ".join(f"{name}: {', '.join(methods)}" for _, name, methods in groups)


# --- Rules, code sets, old names -----------------------------------------------------------------


def _rules() -> str:
    help_page = "`/ehoks-virkailija-backend/ohje/virheet#…`"
    intro = (
        "Kun sääntöä rikotaan, koodi on vastauksen luettelossa `violations`. Koodin selitys ja "
        f"korjaaja ovat palvelun sivulla {help_page}, jossa … on koodi."
    )
    objects: dict[str, list[str]] = {}
    texts = {rule.code: rule.texts.fi for rule in ALL_RULES}
    for rule in ALL_RULES:
        objects.setdefault(rule.code, []).append(f"[{rule.on.name}](#{rule.on.name.lower()})")
    rows = [(f"`{code}`", texts[code], ", ".join(names)) for code, names in objects.items()]
    return intro + "\n\n" + _table("Koodi", "Mitä tehdä", "Olio", rows=rows)


def _code_sets() -> str:
    return _table(
        "Koodisto", "Nimi", rows=[(f"`{name}`", texts.fi) for name, texts in KOODISTOT.items()]
    )


def _old_names() -> Iterator[str]:
    yield "## Liite: vanhat nimet"
    yield (
        "Vuosien 2018 ja 2019 nimet. Vanhat osoitteet toimivat yhä, ja niissä ymmärretään myös "
        "kenttien vanhat nimet; vastauksissa nimet ovat aina nykyiset. Nykyisissä osoitteissa "
        "vanha nimi on virhe."
    )
    yield "### Osoitteet"
    addressed = [kohta.osoite for kohta in kaikki() if kohta.osoite]
    rows = [(f"`{old}`", f"`{osoite.path}`") for osoite in addressed for old in osoite.old]
    rows.append(("`/hoks/{hoks-id}/olemassa-oleva-osaaminen`", "sama; kolme luetteloa yhdessä"))
    yield _table("Ennen", "Nyt", rows=rows)
    yield "### Kentät"
    yield _table(
        "Olio",
        "Ennen",
        "Nyt",
        rows=[
            (kind.name, f"`{old}`", f"`{new}`")
            for kind, renamed in RENAMED.items()
            for old, new in renamed.items()
        ],
    )
