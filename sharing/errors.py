"""What a share can be refused for, each refusal with its code and its words."""

from typing import ClassVar

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts


class JakoRefused(EhoksError):
    """A share cannot be made or changed like this; `kentta` is the field that is at fault."""

    kentta: ClassVar[str] = ""
    fixer: ClassVar[Fixer] = Fixer.SCHOOL


class EndsInPast(JakoRefused):
    """The last day is over."""

    code = "share-ends-in-past"
    literal = "Shared link end date cannot be in the past"
    kentta = "loppu"
    texts = Texts(
        "Jaon viimeinen päivä on jo mennyt. Valitse tämä päivä tai myöhempi.",
        "Delningens sista dag har redan passerat. Välj dagens datum eller ett senare.",
        "The last day of the share is over. Choose today or later.",
    )


class EndsBeforeStart(JakoRefused):
    """The days are the wrong way round."""

    code = "share-ends-before-start"
    literal = "Shared link end date cannot be before the start date"
    kentta = "loppu"
    texts = Texts(
        "Jako päättyy ennen kuin se alkaa. Tarkista päivät.",
        "Delningen slutar innan den börjar. Kontrollera datumen.",
        "The share ends before it begins. Check the days.",
    )


class EndsTooLate(JakoRefused):
    """Longer than the purpose of the share allows."""

    code = "share-ends-too-late"
    literal = "Shared link end date cannot be after {viimeinen}"
    kentta = "loppu"
    texts = Texts(
        "Jako voi kestää enintään {viimeinen} saakka. Valitse aiempi päivä.",
        "Delningen kan gälla högst till {viimeinen}. Välj en tidigare dag.",
        "The share can last until {viimeinen} at most. Choose an earlier day.",
    )


class NoSuchPart(JakoRefused):
    """The plan has no such part, or not within that unit."""

    code = "share-no-such-part"
    literal = "Shared module not found in HOKS"
    kentta = "moduuli"
    texts = Texts(
        "Suunnitelmassa ei ole jaettavaa osaa. Se on ehkä poistettu: avaa suunnitelma uudelleen.",
        "Delen som skulle delas finns inte i planen. Den kan ha tagits bort: öppna planen på nytt.",
        "The plan has no such part. It may have been removed: open the plan again.",
    )


class NotNamed(JakoRefused):
    """Without the student's consent only those may see whom the part itself names."""

    code = "share-recipient-not-named"
    literal = "Recipient is not named in the shared module"
    kentta = "vastaanottaja"
    texts = Texts(
        "Tämän osan voi jakaa vain ohjaajalle tai arvioijalle, joka on nimetty siinä. Valitse "
        "vastaanottaja luettelosta tai lisää hänet ensin suunnitelmaan.",
        "Den här delen kan bara delas med den handledare eller bedömare som nämns i den. Välj en "
        "mottagare i listan eller lägg först till personen i planen.",
        "This part can be shared only with an instructor or an assessor who is named in it. Choose "
        "from the list, or add the person to the plan first.",
    )


class NoConsent(JakoRefused):
    """Somebody who is not named in the part sees it only by the student's consent."""

    code = "share-no-consent"
    literal = "Consent is required"
    kentta = "suostumus"
    texts = Texts(
        "Vastaanottajaa ei ole nimetty tässä osassa: jakaminen vaatii opiskelijan suostumuksen.",
        "Mottagaren nämns inte i den här delen: delningen kräver den studerandes samtycke.",
        "The recipient is not named in this part: sharing needs the student's consent.",
    )


class NoName(JakoRefused):
    """Nobody to share with."""

    code = "share-no-recipient"
    literal = "Recipient name is required"
    kentta = "nimi"
    texts = Texts(
        "Kirjoita vastaanottajan nimi, enintään 200 merkkiä.",
        "Skriv mottagarens namn, högst 200 tecken.",
        "Write the name of the recipient, 200 characters at most.",
    )


class BadAddress(JakoRefused):
    """No e-mail address."""

    code = "share-bad-address"
    literal = "Recipient e-mail address is not valid"
    kentta = "sahkoposti"
    texts = Texts(
        "Sähköpostiosoite ei ole kelvollinen. Sen pitäisi olla kuten nimi@esimerkki.fi.",
        "E-postadressen är inte giltig. Den ska se ut så här: namn@exempel.fi.",
        "The e-mail address is not valid. It should look like name@example.fi.",
    )


class StudiesEnded(JakoRefused):
    """The provider's right to show the plan ended with the studies."""

    code = "share-studies-ended"
    literal = "Opiskeluoikeus has ended"
    texts = Texts(
        "Opinnot ovat päättyneet, joten oppilaitos ei voi enää jakaa suunnitelman tietoja. Opiskelija "
        "voi jakaa ne itse suostumuksellaan; muutoin luovuttamisesta vastaa Opetushallitus.",
        "Studierna har avslutats, och läroanstalten kan inte längre dela uppgifter ur planen. Den "
        "studerande kan dela dem själv med sitt samtycke; annars ansvarar Utbildningsstyrelsen för "
        "utlämnandet.",
        "The studies have ended: the school can no longer share anything of the plan. The student can, "
        "by consent; otherwise the Finnish National Agency for Education answers for disclosure.",
    )


class JakoIsOver(JakoRefused):
    """An ended share cannot be changed or sent again."""

    code = "share-is-over"
    literal = "Shared link has ended"
    texts = Texts(
        "Jako on jo päättynyt, eikä sitä voi enää muuttaa. Tee uusi jako.",
        "Delningen har redan upphört och kan inte ändras. Gör en ny delning.",
        "The share has ended already and cannot be changed. Make a new one.",
    )


class NotYoursToRevoke(JakoRefused):
    """A share that the provider made is the provider's to end."""

    status = 403
    code = "share-not-yours"
    literal = "Shared link was made by the provider"
    fixer = Fixer.PROVIDER
    texts = Texts(
        "Tämän jaon on tehnyt oppilaitos, ja vain se voi päättää jaon. Ota yhteyttä "
        "oppilaitokseesi.",
        "Läroanstalten har gjort den här delningen, och bara den kan avsluta den. Kontakta din "
        "läroanstalt.",
        "Your school made this share, and only the school can end it. Contact your school.",
    )


class JakoNotFound(EhoksError):
    """No share for this person: whether there is one at all is not told."""

    status = 404
    code = "share-not-found"
    key = "message"
    literal = "Shared link not found"
    heading = Texts("Linkki ei toimi", "Länken fungerar inte", "The link does not work")
    texts = Texts(
        "Linkki ei ole käytettävissä. Tarkista, että se on kokonainen ja että se on lähetetty "
        "sinulle, tai pyydä jakajalta uusi.",
        "Länken kan inte användas. Kontrollera att den är hel och att den har skickats till dig, "
        "eller be den som delade om en ny.",
        "The link cannot be used. Check that it is whole and was sent to you, or ask the sharer "
        "for a new one.",
    )


class NotYetActive(EhoksError):
    """The share begins later."""

    status = 423
    code = "share-not-yet-active"
    key = "message"
    literal = "Shared link not yet active"
    fixer = Fixer.WAIT
    heading = Texts("Vielä on liian aikaista", "Det är ännu för tidigt", "It is too early yet")
    texts = Texts(
        "Linkki ei ole vielä voimassa. Voit avata sen {alku} alkaen.",
        "Länken gäller inte ännu. Du kan öppna den från och med {alku}.",
        "The link is not active yet. You can open it from {alku} on.",
    )


class JakoExpired(EhoksError):
    """The share has ended by its date."""

    status = 410
    code = "share-expired"
    key = "message"
    literal = "Shared link is expired"
    heading = Texts("Jako on päättynyt", "Delningen har upphört", "The share has ended")
    texts = Texts(
        "Linkki on vanhentunut: jako päättyi {loppu}. Pyydä jakajalta tarvittaessa uusi.",
        "Länken har gått ut: delningen upphörde {loppu}. Be vid behov den som delade om en ny.",
        "The link has expired: the share ended on {loppu}. Ask the sharer for a new one if needed.",
    )


class JakoRevoked(JakoExpired):
    """The share was ended by who made it, or the consent was withdrawn."""

    code = "share-revoked"
    texts = Texts(
        "Jako on peruttu. Kysy tarvittaessa jakajalta.",
        "Delningen har återkallats. Fråga vid behov den som delade.",
        "The share has been revoked. Ask the sharer if needed.",
    )


class PartIsGone(JakoExpired):
    """The plan no longer has what was shared."""

    code = "share-part-removed"
    texts = Texts(
        "Jaettu osa on poistettu suunnitelmasta, joten jako on päättynyt. Kysy tarvittaessa "
        "oppilaitoksesta.",
        "Den delade delen har tagits bort ur planen, och delningen har upphört. Fråga vid behov "
        "läroanstalten.",
        "The shared part has been removed from the plan, so the share has ended. Ask the school "
        "if needed.",
    )


class TooManyTries(EhoksError):
    """So many links led nowhere that this may be guessing."""

    status = 429
    code = "share-too-many-tries"
    key = "message"
    literal = "Too many attempts"
    fixer = Fixer.WAIT
    texts = Texts(
        "Olet yrittänyt avata monta linkkiä, jotka eivät toimi. Yritä uudelleen noin {minuuttia} "
        "minuutin kuluttua.",
        "Du har försökt öppna många länkar som inte fungerar. Försök på nytt om ungefär "
        "{minuuttia} minuter.",
        "You have tried many links that do not work. Try again in about {minuuttia} minutes.",
    )


class NoRightToSettings(EhoksError):
    """Whether a school shares by itself is decided by those who write its plans."""

    status = 403
    code = "share-settings-no-right"
    literal = "User has insufficient privileges"
    fixer = Fixer.PROVIDER
    texts = Texts(
        "Automaattisesta jakamisesta päättää henkilö, jolla on kirjoitusoikeus oppilaitoksen "
        "HOKSeihin. Oikeudet antaa oppilaitoksesi Opintopolku-vastuukäyttäjä.",
        "Om automatisk delning beslutar en person med skrivrätt till läroanstaltens planer. "
        "Rättigheterna ges av läroanstaltens ansvariga användare i Studieinfo.",
        "Automatic sharing is decided by somebody who may write the plans of the school. Rights "
        "are given by your school's main user of Studyinfo.",
    )


class SessionMissing(EhoksError):
    """Nobody is identified in this browser."""

    status = 401
    code = "session-missing"
    literal = "No session"
    texts = Texts(
        "Et ole tunnistautunut, tai istunto on päättynyt. Kirjaudu uudelleen.",
        "Du har inte identifierat dig, eller så har sessionen upphört. Logga in på nytt.",
        "You are not identified, or the session has ended. Log in again.",
    )
