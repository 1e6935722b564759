"""Every refusal a plan can meet, each with its code, its wire literal and its words."""

from collections.abc import Callable
from typing import ClassVar

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts
from hoks.rules.judge import Verdict, errors_tree
from hoks.rules.korjaukset import Cures
from hoks.rules.opiskeluoikeus import TYYPPI
from hoks.rules.violations import NO_CURES, describe
from hoks.schema.compile import Path
from hoks.schema.fields import ObjectType


class HoksNotFound(EhoksError):
    """No plan of that id, or none that may be seen."""

    status = 404
    code = "hoks-not-found"
    literal = "HOKS not found"
    texts = Texts(
        "HOKSia ei löytynyt annetulla tunnuksella. Tarkista tunnus; jos tunnus on kadonnut, hae "
        "HOKS opiskeluoikeuden oid:lla.",
        "Ingen PUK hittades med identifieraren. Kontrollera den; om den har gått förlorad kan du "
        "söka planen med studierättens oid.",
        "No HOKS was found with that id. Check the id; if it is lost, look the plan up by the OID "
        "of its study right.",
    )


class HoksIsArchived(HoksNotFound):
    """The plan was archived; said only to those who may read it."""

    code = "hoks-archived"
    texts = Texts(
        "HOKS on passivoitu {aika}. Passivoinnin voi perua koulutuksen järjestäjän käyttäjä, "
        "jolla on oikeus poistaa HOKSeja.",
        "Planen har passiverats {aika}. Passiveringen kan hävas av en användare hos "
        "utbildningsanordnaren som har rätt att radera planer.",
        "The HOKS was archived at {aika}. A user of the provider with the right to delete plans "
        "can undo it.",
    )
    fixer = Fixer.PROVIDER


class NoHoksOfOpiskeluoikeus(EhoksError):
    """The study right has no plan."""

    status = 404
    code = "hoks-not-found"
    literal = "No HOKS found with given opiskeluoikeus"
    texts = Texts(
        "Opiskeluoikeudella ei ole HOKSia. Tarkista oid tai luo HOKS.",
        "Studierätten har ingen PUK. Kontrollera oid:n eller skapa en plan.",
        "The study right has no HOKS. Check the OID or create the plan.",
    )


_PURGED = Texts(
    "HOKS on poistettu pysyvästi {aika}. Poistoa ei voi perua. Jos opinnot jatkuvat, luo "
    "opiskeluoikeudelle uusi HOKS; jos poisto oli virhe, kysy Opetushallitukselta.",
    "Planen har raderats permanent {aika}. Det kan inte hävas. Om studierna fortsätter, skapa en "
    "ny plan för studierätten; om raderingen var ett misstag, fråga Utbildningsstyrelsen.",
    "The HOKS was deleted for good at {aika}. That cannot be undone. If studies go on, create a "
    "new HOKS for the study right; if the deletion was a mistake, ask OPH.",
)


class HoksIsPurged(HoksNotFound):
    """The plan was deleted for good; said only to those who may have read it."""

    code = "hoks-purged"
    texts = _PURGED
    fixer = Fixer.PROVIDER


class HoksOfOpiskeluoikeusIsPurged(NoHoksOfOpiskeluoikeus):
    """The study right has no plan any more; said only to those who may have read it."""

    code = "hoks-purged"
    texts = _PURGED
    fixer = Fixer.PROVIDER


class NotInIndex(EhoksError):
    """The study right of a plan is missing from the local index."""

    code = "opiskeluoikeus-not-indexed"
    literal = "Opiskeluoikeus `{oid}` not in index"
    texts = Texts(
        "HOKSin opiskeluoikeutta ei ole eHOKSin hakemistossa. Ota yhteyttä eHOKSin tukeen.",
        "Planens studierätt finns inte i eHOKS register. Kontakta eHOKS-stödet.",
        "The study right of the HOKS is missing from the index. Contact eHOKS support.",
    )
    fixer = Fixer.OPH


class NoAccess(EhoksError):
    """The caller has no such right in the organisation of the plan."""

    status = 401
    code = "no-privilege"
    literal = "No access is allowed. Check Opintopolku privileges and 'opiskeluoikeus'"
    texts = Texts(
        "Palvelukäyttäjällä ei ole oikeutta tähän HOKSiin. Tarkista palvelukäyttäjän "
        "eHOKS-oikeudet oppilaitoksessa, johon opiskeluoikeus kuuluu.",
        "Tjänsteanvändaren har inte rätt till denna plan. Kontrollera tjänsteanvändarens "
        "eHOKS-rättigheter i den läroanstalt som studierätten hör till.",
        "The service user has no right to this HOKS. Check its eHOKS privileges in the "
        "institution that the study right belongs to.",
    )
    fixer = Fixer.PROVIDER


class InvalidHoks(EhoksError):
    """The document breaks its declaration or the law; carries the errors tree and violations."""

    code = "invalid-document"
    key = "errors"
    literal = ""
    title = "Validation failed"
    texts = Texts(
        "HOKSissa on {maara} korjattavaa kohtaa. Ne luetellaan kohdassa violations.",
        "Planen har {maara} punkter att rätta. De räknas upp i violations.",
        "The HOKS has {maara} places to correct. They are listed in violations.",
    )
    fixer = Fixer.SCHOOL

    def __init__(
        self,
        kind: ObjectType,
        verdict: Verdict,
        sent: object,
        as_sent: Callable[[Path], Path] = tuple,
        cures: Cures = NO_CURES,
    ) -> None:
        violations = describe(kind, verdict.violations, as_sent, cures)
        super().__init__(maara=len(violations), extra={"violations": violations})
        self.kind, self.verdict, self.cures = kind, verdict, cures
        refusals = {as_sent(path): refusal for path, refusal in verdict.errors.items()}
        self.errors = errors_tree(refusals, sent)

    def renamed(self, as_sent: Callable[[Path], Path], sent: object) -> "InvalidHoks":
        """The same in the words of `sent`, the body before its old field names were translated."""
        return InvalidHoks(self.kind, self.verdict, sent, as_sent, self.cures)


class OpiskeluoikeusNotFound(EhoksError):
    """Koski does not know the study right, or it was voided there."""

    code = "opiskeluoikeus-not-found"
    literal = "Opiskeluoikeus `{oid}` not found in Koski"
    texts = Texts(
        "Opiskeluoikeutta ei löydy Koskesta. Se on voitu mitätöidä, tai oid on väärä. Korjaa "
        "tieto Koskeen tai HOKSiin ja lähetä uudelleen.",
        "Studierätten finns inte i Koski. Den kan ha ogiltigförklarats, eller så är oid:n fel. "
        "Rätta uppgiften i Koski eller i planen och skicka på nytt.",
        "The study right is not in Koski. It may have been voided, or the OID is wrong. Correct "
        "it in Koski or in the HOKS and send again.",
    )
    fixer = Fixer.SCHOOL


class OppijaNotFound(EhoksError):
    """The register of persons does not know the learner."""

    code = "oppija-not-found"
    literal = "Oppija `{oid}` not found in Oppijanumerorekisteri"
    texts = Texts(
        "Oppijanumeroa ei löydy Oppijanumerorekisteristä. Tarkista numero.",
        "Studentnumret finns inte i Studentnummerregistret. Kontrollera numret.",
        "The learner number is not in the register of learner numbers. Check it.",
    )
    fixer = Fixer.SCHOOL


class OpiskeluoikeusOfAnother(EhoksError):
    """The study right is not among the learner's own."""

    code = "opiskeluoikeus-of-another"
    literal = "No opiskeluoikeus {oid} found for oppija {oppija_oid}"
    title = "Opiskeluoikeus `{oid}` does not match any held by oppija `{oppija_oid}`"
    texts = Texts(
        "Opiskeluoikeus ei kuulu tälle oppijalle. Tarkista oppijanumero ja opiskeluoikeuden oid.",
        "Studierätten hör inte till denna studerande. Kontrollera studentnumret och "
        "studierättens oid.",
        "The study right does not belong to this learner. Check the learner number and the OID "
        "of the study right.",
    )
    fixer = Fixer.SCHOOL


class OpiskeluoikeusIsLinked(EhoksError):
    """The study right is part of another (purchased education): the plan belongs to that one."""

    code = "opiskeluoikeus-linked"
    literal = "Opiskeluoikeus `{oid}` sisältyy toiseen opiskeluoikeuteen."
    title = "Opiskeluoikeus sisältyy toiseen opiskeluoikeuteen"
    texts = Texts(
        "Opiskeluoikeus sisältyy toiseen opiskeluoikeuteen (hankintakoulutus). HOKS tallennetaan "
        "sille opiskeluoikeudelle, johon tämä sisältyy.",
        "Studierätten ingår i en annan studierätt (upphandlad utbildning). Planen sparas för den "
        "studierätt som denna ingår i.",
        "The study right is part of another one (purchased education). The HOKS is stored for "
        "the study right that this one is part of.",
    )
    fixer = Fixer.SCHOOL


class OpiskeluoikeusIsFinished(EhoksError):
    """No plan is made for a study right that has ended."""

    code = "opiskeluoikeus-finished"
    literal = "Opiskeluoikeus `{oid}` is no longer active"
    texts = Texts(
        "Opiskeluoikeus on päättynyt, joten HOKSia ei voi enää tallentaa. Jos opiskelu jatkuu, "
        "korjaa opiskeluoikeuden tila Koskeen.",
        "Studierätten har upphört, så planen kan inte längre sparas. Om studierna fortsätter, "
        "rätta studierättens tillstånd i Koski.",
        "The study right has ended, so the HOKS can no longer be stored. If studies go on, "
        "correct the state of the study right in Koski.",
    )
    fixer = Fixer.SCHOOL


class OpiskeluoikeusIsFinishedForUpdate(OpiskeluoikeusIsFinished):
    """The same on an update; the wire's text has a full stop there."""

    literal = "Opiskeluoikeus `{oid}` is no longer active."


class OpiskeluoikeusIsImmutable(EhoksError):
    """A plan never moves to another study right."""

    code = "opiskeluoikeus-immutable"
    literal = (
        "Tried to update `opiskeluoikeus-oid` from `{old}` to `{new}` but updating "
        "`opiskeluoikeus-oid` in HOKS is not allowed!"
    )
    title = "Opiskeluoikeus update not allowed!"
    texts = Texts(
        "HOKSin opiskeluoikeutta ei voi vaihtaa. Luo uusi HOKS uudelle opiskeluoikeudelle.",
        "Planens studierätt kan inte bytas. Skapa en ny plan för den nya studierätten.",
        "The study right of a HOKS cannot be changed. Create a new HOKS for the new one.",
    )


class OppijaIsNotMaster(EhoksError):
    """A plan moves to another learner number only when the numbers were merged."""

    code = "oppija-immutable"
    literal = (
        "Tried to update `oppija-oid` from `{old}` to `{new}` but updating `oppija-oid` in HOKS "
        "is only allowed with latest master oppija oid!"
    )
    title = "Oppija-oid update not allowed!"
    texts = Texts(
        "Oppijanumeron voi vaihtaa vain siihen numeroon, johon vanha on yhdistetty "
        "Oppijanumerorekisterissä.",
        "Studentnumret kan bytas bara till det nummer som det gamla har sammanslagits med i "
        "Studentnummerregistret.",
        "The learner number can be changed only to the one that the old one was merged into in "
        "the register of learner numbers.",
    )


class HoksExists(EhoksError):
    """The study right has a plan already; its id is told to those who may read it."""

    code = "hoks-exists"
    literal = "HOKS with the same opiskeluoikeus-oid already exists"
    texts = Texts(
        "Opiskeluoikeudella on jo HOKS. Päivitä sitä PUT- tai PATCH-kutsulla; sen tunnus on "
        "kohdassa hoks-id, jos sinulla on oikeus lukea se.",
        "Studierätten har redan en plan. Uppdatera den med PUT eller PATCH; dess identifierare "
        "står i hoks-id, om du har rätt att läsa den.",
        "The study right already has a HOKS. Update it with PUT or PATCH; its id is in hoks-id "
        "if you may read it.",
    )


class ArchivedHoksExists(EhoksError):
    """The study right has an archived plan: restore it instead."""

    code = "hoks-archived"
    literal = (
        "Archived HOKS with given opiskeluoikeus oid found. Contact eHOKS support for more "
        "information."
    )
    title = (
        "Archived HOKS with given opiskeluoikeus oid found.Contact eHOKS support for more "
        "information."
    )
    texts = Texts(
        "Opiskeluoikeudella on passivoitu HOKS. Palauta se uuden luomisen sijaan; palauttaa voi "
        "koulutuksen järjestäjän käyttäjä, jolla on oikeus poistaa HOKSeja.",
        "Studierätten har en passiverad plan. Återställ den i stället för att skapa en ny; det "
        "kan en användare hos utbildningsanordnaren göra som har rätt att radera planer.",
        "The study right has an archived HOKS. Restore it instead of creating a new one; a user "
        "of the provider with the right to delete plans can do that.",
    )
    fixer = Fixer.PROVIDER


class WrongKindOfOpiskeluoikeus(EhoksError):
    """The study right is for education that makes no plans."""

    code = "opiskeluoikeus-wrong-kind"
    literal = "Opiskeluoikeus `{oid}` is of a type that has no HOKS"
    texts = TYYPPI
    fixer = Fixer.SCHOOL


class HoksIsTransferred(EhoksError):
    """The plan came from an information system: it is changed there, not by hand."""

    status = 409
    code = "hoks-transferred"
    literal = "HOKS is kept by an information system"
    texts = Texts(
        "HOKS on tullut oppilaitoksen tietojärjestelmästä, joten sitä ei voi muuttaa täällä. Tee "
        "muutos siinä järjestelmässä: se siirtyy sieltä tänne.",
        "Planen har kommit från läroanstaltens informationssystem och kan därför inte ändras här. "
        "Gör ändringen i det systemet: därifrån överförs den hit.",
        "The HOKS came from the school’s information system, so it cannot be changed here. Make "
        "the change in that system: it is transferred here from there.",
    )
    fixer = Fixer.SCHOOL


class HoksIsTakenOver(HoksIsTransferred):
    """The plan was typed in, but an information system has written it since."""

    code = "hoks-taken-over"
    texts = Texts(
        "HOKS syötettiin alun perin käsin, mutta oppilaitoksen tietojärjestelmä on sittemmin "
        "päivittänyt sitä. Siksi sitä ei voi enää muuttaa täällä: tee muutos siinä järjestelmässä.",
        "Planen matades ursprungligen in för hand, men läroanstaltens informationssystem har "
        "uppdaterat den sedan dess. Därför kan den inte längre ändras här: gör ändringen i det "
        "systemet.",
        "The HOKS was first typed in by hand, but the school’s information system has updated it "
        "since. So it can no longer be changed here: make the change in that system.",
    )


class IdMismatch(EhoksError):
    """The body names another plan than the path."""

    code = "id-mismatch"
    key = "errors"
    literal = ""
    title = "The id in the body differs from the id in the path"
    errors: ClassVar = {"id": "(not (= id path-id))"}
    texts = Texts(
        "Rungon id on eri kuin polun id. Poista id rungosta tai korjaa se.",
        "Id:n i meddelandet är en annan än i sökvägen. Ta bort id:n eller rätta den.",
        "The id in the body differs from the one in the path. Remove it or correct it.",
    )


class PartNotFound(EhoksError):
    """The plan has no such part of that kind; another plan's part is not there either."""

    status = 404
    code = "part-not-found"
    literal = "{missing}"
    texts = Texts(
        "HOKSissa ei ole tämän lajista osaa tällä tunnuksella. Hae HOKS: sen jokaisella osalla on "
        "tunnus.",
        "Planen har ingen del av detta slag med den identifieraren. Hämta planen: varje del har "
        "sin identifierare.",
        "The HOKS has no part of this kind with that id. Get the HOKS: each of its parts tells "
        "its id.",
    )


class TransferNotFound(EhoksError):
    """The transfer log has no such row, or it is another organisation's."""

    status = 404
    code = "transfer-not-found"
    literal = "Transfer not found"
    texts = Texts(
        "Tiedonsiirtolokissa ei ole riviä tällä tunnuksella, tai se on toisen organisaation rivi. "
        "Hae rivit uudelleen: jokaisella on tunnus.",
        "Överföringsloggen har ingen rad med den identifieraren, eller så är raden en annan "
        "organisations. Hämta raderna på nytt: varje rad har sin identifierare.",
        "The transfer log has no row with this id, or the row is another organisation's. "
        "Get the rows again: each tells its id.",
    )


class ParentUnclear(EhoksError):
    """A demonstration was sent without saying to which local unit it belongs."""

    code = "parent-unclear"
    literal = "Give hankittava-paikallinen-tutkinnon-osa-id: the HOKS has {maara} such parts"
    texts = Texts(
        "Kerro kyselyparametrilla hankittava-paikallinen-tutkinnon-osa-id, mihin paikalliseen "
        "tutkinnon osaan näyttö kuuluu: niitä on HOKSissa {maara}.",
        "Ange med parametern hankittava-paikallinen-tutkinnon-osa-id vilken lokal examensdel "
        "yrkesprovet hör till: planen har {maara} sådana.",
        "Say with the query parameter hankittava-paikallinen-tutkinnon-osa-id to which local unit "
        "the demonstration belongs: the HOKS has {maara} of them.",
    )


class TwoSpellings(EhoksError):
    """The same field was sent under its old and its new name."""

    code = "two-spellings"
    literal = "The body has both `{old}` and `{new}`"
    texts = Texts(
        "Sama tieto on lähetetty sekä vanhalla nimellä {old} että nykyisellä {new}. Lähetä se "
        "vain kerran.",
        "Samma uppgift har skickats med både det gamla namnet {old} och det nuvarande {new}. "
        "Skicka den bara en gång.",
        "The same field was sent under its old name {old} and its present one {new}. Send it once.",
    )


class VersionMismatch(EhoksError):
    """The plan has changed since the caller read it."""

    status = 412
    code = "version-mismatch"
    literal = "HOKS has changed since it was read"
    texts = Texts(
        "HOKS on muuttunut sen jälkeen, kun luit sen. Hae uusin versio, tee muutoksesi siihen ja "
        "lähetä uudelleen.",
        "Planen har ändrats sedan du läste den. Hämta den nyaste versionen, gör dina ändringar i "
        "den och skicka på nytt.",
        "The HOKS has changed since you read it. Get the newest version, make your changes to it "
        "and send again.",
    )


class OwnLook(EhoksError):
    """A question about a look is not answered by who looked."""

    status = 403
    code = "own-look"
    literal = "The question is about the answerer's own look"
    texts = Texts(
        "Selvityspyyntö koskee omaa katseluasi. Pyydä kollegaasi tai esihenkilöäsi vastaamaan "
        "siihen.",
        "Begäran om utredning gäller din egen läsning. Be en kollega eller din chef svara på den.",
        "The question is about your own look. Ask a colleague or your superior to answer it.",
    )
    fixer = Fixer.PROVIDER


class CaseAnswered(EhoksError):
    """Somebody answered the question first."""

    status = 409
    code = "case-answered"
    literal = "The question has been answered"
    texts = Texts(
        "Joku muu ehti vastata selvityspyyntöön. Lue vastaus sen sivulta.",
        "Någon annan hann svara på begäran om utredning. Läs svaret på dess sida.",
        "Somebody else answered the question first. Read the answer on its page.",
    )
    fixer = Fixer.PROVIDER
