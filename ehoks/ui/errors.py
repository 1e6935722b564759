"""Why a person was not let in, or not shown something."""

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts


class NoEhoksRole(EhoksError):
    """Opintopolku knows the person, but nobody has given them a role in eHOKS."""

    status = 403
    code = "no-ehoks-role"
    literal = "User has no eHOKS role"
    heading = Texts(
        "Sinulla ei ole oikeuksia eHOKSiin",
        "Du har inga rättigheter i ePUK",
        "You have no rights in eHOKS",
    )
    texts = Texts(
        "Sinulla on Opintopolun tunnus, mutta ei oikeuksia eHOKSiin. Pyydä oppilaitoksesi "
        "Opintopolku-vastuukäyttäjää antamaan sinulle eHOKS-käyttöoikeus ja kirjaudu sitten "
        "uudelleen.",
        "Du har en kod till Studieinfo, men inga rättigheter i ePUK. Be läroanstaltens ansvariga "
        "användare i Studieinfo ge dig en användarrättighet till ePUK och logga sedan in på nytt.",
        "You have an account in Studyinfo, but no rights in eHOKS. Ask your school’s main user of "
        "Studyinfo to give you a right to eHOKS, then log in again.",
    )
    fixer = Fixer.PROVIDER


class NotForServiceUsers(EhoksError):
    """The account of an information system is not for a person at a browser."""

    status = 403
    code = "not-for-service-users"
    literal = "User type 'PALVELU' is not allowed"
    texts = Texts(
        "Palvelukäyttäjän tunnus on tarkoitettu järjestelmien väliseen tiedonsiirtoon. Kirjaudu "
        "omalla henkilökohtaisella tunnuksellasi.",
        "En tjänsteanvändares kod är avsedd för överföring mellan system. Logga in med din egen "
        "personliga kod.",
        "A service account is meant for transfers between systems. Log in with your own personal "
        "account.",
    )
    fixer = Fixer.PROVIDER


class NoMandates(EhoksError):
    """Somebody came to act for another person: plans are for the student alone."""

    status = 403
    code = "no-mandates"
    literal = "Mandates are not accepted"
    heading = Texts(
        "Kirjauduit toisen puolesta",
        "Du loggade in för någon annan",
        "You logged in on behalf of somebody else",
    )
    texts = Texts(
        "Kirjauduit toisen henkilön puolesta. Suunnitelman näkee vain opiskelija itse: kirjaudu "
        "ulos ja sitten uudelleen omana itsenäsi, ilman valtuuksia.",
        "Du loggade in för en annan persons räkning. Bara den studerande själv ser sin plan: logga "
        "ut och sedan in på nytt som dig själv, utan fullmakter.",
        "You logged in on behalf of another person. Only the student sees the plan: log out, then "
        "log in again as yourself, without mandates.",
    )


class NoPersonNumber(EhoksError):
    """Suomi.fi knows who it is, but Opintopolku has no number for the person."""

    status = 403
    code = "no-person-number"
    literal = "Person has no personOid"
    texts = Texts(
        "Tunnistautuminen onnistui, mutta sinulla ei ole oppijanumeroa Opintopolussa. Kysy neuvoa "
        "oppilaitoksestasi.",
        "Identifieringen lyckades, men du har inget studentnummer i Studieinfo. Fråga din "
        "läroanstalt om råd.",
        "You were identified, but you have no learner number in Studyinfo. Ask your school for "
        "advice.",
    )
    fixer = Fixer.PROVIDER


class PageNotFound(EhoksError):
    """There is no such page, or it is not for this person: which of the two is not told."""

    status = 404
    code = "page-not-found"
    literal = "Page not found"
    heading = Texts("Sivua ei löytynyt", "Sidan hittades inte", "The page was not found")
    texts = Texts(
        "Sivua ei ole, tai se ei kuulu sinulle. Palaa etusivullesi ja etsi se sieltä.",
        "Sidan finns inte, eller så är den inte avsedd för dig. Gå tillbaka till din startsida och sök den där.",
        "There is no such page, or it is not for you. Go back to your first page and look for it there.",
    )


class NoRightHere(EhoksError):
    """The person is known, but lacks the right in this school."""

    status = 403
    code = "no-right-here"
    literal = "User has insufficient privileges"
    heading = Texts(
        "Sinulla ei ole tähän oikeutta", "Du har inte rätt till detta", "You have no right to this"
    )
    texts = Texts(
        "Sinulla ei ole tähän oikeutta tässä oppilaitoksessa. Oikeudet antaa oppilaitoksesi "
        "Opintopolku-vastuukäyttäjä.",
        "Du har inte rätt till detta i den här läroanstalten. Rättigheterna ges av läroanstaltens "
        "ansvariga användare i Studieinfo.",
        "You have no right to this in this school. Rights are given by your school’s main user of "
        "Studyinfo.",
    )
    fixer = Fixer.PROVIDER
