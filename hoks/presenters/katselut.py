"""Looks at a plan in words: who, what, by which right. People at schools are not named to students.

A student is told the organisation, the part of the plan and the ground; that much shows whether the
look was right, and the organisation can be asked about the rest. Who precisely looked is a matter
between the organisation and its staff, and the organisation sees it.
"""

from collections.abc import Iterable, Mapping

from ehoks.common.texts import Texts
from ehoks.common.vieras import compose
from hoks.presenters.sanat import SUUNNITELMA

_STAFF = Texts("henkilökunta", "personal", "staff")
_SYSTEM = Texts("tietojärjestelmä", "informationssystem", "information system")
_UNKNOWN = Texts(
    "Koulutuksen järjestäjä", "Utbildningsanordnaren", "The education provider"
)  # of entries that name no organisation
_SELF = Texts("Sinä itse", "Du själv", "Yourself")
_WORKPLACE = Texts(
    "Työpaikan edustaja, jolle tietoja on jaettu",
    "En representant för en arbetsplats som uppgifter har delats med",
    "Somebody at a workplace, with whom data was shared",
)
_SERVICE = Texts("eHOKS-palvelu", "Tjänsten ePUK", "The eHOKS service")
_ROLES = {"virkailija": _STAFF, "tiedonsiirto": _SYSTEM, "omapalvelu": _SYSTEM}

PERUSTEET = {
    "itse": Texts("Omat tietosi", "Dina egna uppgifter", "Your own data"),
    "oma-oppilaitos": Texts(
        "Vastaa suunnitelmastasi", "Ansvarar för din plan", "Answers for your plan"
    ),
    "opiskelee-myos": Texts(
        "Opiskelet myös siellä", "Du studerar också där", "You study there too"
    ),
    "opetushallitus": Texts(
        "Ylläpitää rekisteriä", "Upprätthåller registret", "Keeps the register"
    ),
    "jaettu": Texts(
        "Tietoja on jaettu hänelle",
        "Uppgifter har delats med personen",
        "Data was shared with them",
    ),
}
OPERAATIOT = {
    "read": Texts("Katsoi", "Läste", "Looked at"),
    "list": Texts("Katsoi luetteloa", "Läste förteckningen", "Looked at the list"),
    "create": Texts("Tallensi", "Sparade", "Stored"),
    "update": Texts("Muutti", "Ändrade", "Changed"),
    "overwrite": Texts("Muutti", "Ändrade", "Changed"),
    "delete": Texts("Passivoi", "Passiverade", "Archived"),
    "restore": Texts("Palautti", "Återställde", "Restored"),
    "share": Texts("Jakoi tietoja", "Delade uppgifter", "Shared data"),
    "resend-share": Texts(
        "Lähetti jaon uudelleen", "Skickade en delning på nytt", "Resent a share"
    ),
    "extend-share": Texts("Jatkoi jakoa", "Förlängde en delning", "Extended a share"),
    "revoke-share": Texts("Perui jaon", "Återkallade en delning", "Revoked a share"),
    "bind-share": Texts(
        "Avasi jaon linkin ensimmäisen kerran",
        "Öppnade länken till en delning för första gången",
        "Opened the link of a share for the first time",
    ),
    "list-shares": Texts("Katsoi jakoja", "Läste delningarna", "Looked at shares"),
    "draft": Texts("Kirjoitti luonnosta", "Skrev ett utkast", "Wrote a draft"),
    "draft-discard": Texts("Hylkäsi luonnoksen", "Förkastade ett utkast", "Threw a draft away"),
    "merge": Texts(
        "Siirsi suunnitelman yhdistetylle oppijanumerollesi",
        "Flyttade planen till ditt sammanslagna studentnummer",
        "Moved the plan to your merged learner number",
    ),
    "remove-contacts": Texts(
        "Poisti vanhentuneet yhteystiedot",
        "Raderade föråldrade kontaktuppgifter",
        "Removed outdated contact data",
    ),
    "selvityspyynto": Texts("Pyysit selvitystä", "Du bad om en utredning", "You asked"),
    "read-selvitys": Texts(
        "Luki selvityspyyntösi", "Läste din begäran om utredning", "Read your question"
    ),
    "selvitys": Texts(
        "Vastasi selvityspyyntöösi", "Svarade på din begäran", "Answered your question"
    ),
}
_OTHER = Texts("Käsitteli tietojasi", "Behandlade dina uppgifter", "Handled your data")
_WHOLE = Texts("suunnitelmaa", "planen", "the plan")
_OSIOT = {
    "tavoite": SUUNNITELMA["tavoite"],
    "osaaminen": SUUNNITELMA["osaaminen"],
    "opiskelusuunnitelma": SUUNNITELMA["opiskelusuunnitelma"],
    "aikajana": SUUNNITELMA["aikajana"],
    "tapahtumat": Texts("Muutoshistoria", "Ändringshistoria", "History of changes"),
    "tuloste": Texts("Tuloste", "Utskrift", "Printed page"),
    "pdf": Texts("PDF", "PDF", "PDF"),
    "jako": Texts("Jaettu osa", "Den delade delen", "The shared part"),
    "json": Texts("Tiedot (JSON)", "Uppgifter (JSON)", "Data (JSON)"),
}


def who(kanava: str, organisaatio_oid: str | None, nimet: Mapping[str, str], lang: str) -> str:
    """Whose look it was: the organisation and whether a person or a system of it."""
    if kanava in _ROLES:
        name = nimet.get(organisaatio_oid or "") or _UNKNOWN.say(lang)
        return compose("{}, {}", name, _ROLES[kanava].say(lang))
    known = {"oppija": _SELF, "tyopaikka": _WORKPLACE}
    return known.get(kanava, _SERVICE).say(lang)


def what(operaatio: str, osiot: Iterable[str], lang: str) -> str:
    """What was done, to which parts of the plan as far as that is known."""
    done = OPERAATIOT.get(operaatio, _OTHER).say(lang)
    if operaatio != "read":
        return done
    parts = [_OSIOT[osio].say(lang) for osio in osiot if osio in _OSIOT]
    return f"{done}: {', '.join(parts)}" if parts else f"{done} {_WHOLE.say(lang)}"


def told(done: str, osio: str | None, lang: str) -> str:
    """What was done, and to which part of the plan where that is known."""
    part = _OSIOT.get(osio or "")
    return f"{done}: {part.say(lang)}" if part else done


def ground(peruste: str | None, lang: str) -> str:
    """By which right; empty where the entry does not tell."""
    known = PERUSTEET.get(peruste or "")
    return known.say(lang) if known else ""
