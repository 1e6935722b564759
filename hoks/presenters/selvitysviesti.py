"""What the mails say that tell of students' questions and of the answers to them."""

from django.conf import settings
from django.urls import reverse

from ehoks.common.texts import Texts
from hoks.services.muistutukset import Sanoma

_NEW = Texts(
    "eHOKS: opiskelija pyytää selvitystä",
    "ePUK: en studerande ber om en utredning",
    "eHOKS: a student asks about a look",
)
_NEW_TEXT = Texts(
    """Hei!

Opiskelija ei tunnista hänen tietojensa katselua ja pyytää siitä selvitystä. Lue pyyntö ja vastaa
siihen eHOKSissa:
{osoite}

Tilasit nämä ilmoitukset itse, ja voit lopettaa ne samalla sivulla. Tähän viestiin ei voi vastata.

eHOKS""",
    """Hej!

En studerande känner inte igen en läsning av sina uppgifter och ber om en utredning. Läs begäran och
svara på den i ePUK:
{osoite}

Du har själv beställt meddelandena och kan avsluta dem på samma sida. Det går inte att svara på detta
meddelande.

ePUK""",
    """Hello!

A student does not recognise a look at their data and asks about it. Read the question and answer it
in eHOKS:
{osoite}

You ordered these mails yourself, and can stop them on the same page. This mail cannot be answered.

eHOKS""",
)
_ANSWER = Texts(
    "eHOKS: selvityspyyntöösi on vastattu",
    "ePUK: din begäran om utredning har fått ett svar",
    "eHOKS: your question has been answered",
)
_ANSWER_TEXT = Texts(
    """Hei!

Kysyit, kuka on katsonut tietojasi. Kysymykseesi on vastattu, ja voit lukea vastauksen eHOKSissa:
{osoite}

Sähköpostiosoitteesi poistettiin pyynnöstä, kun tämä viesti lähti. Tähän viestiin ei voi vastata.

eHOKS""",
    """Hej!

Du frågade vem som har läst dina uppgifter. Frågan har fått ett svar som du kan läsa i ePUK:
{osoite}

Din e-postadress raderades ur begäran när det här meddelandet skickades. Det går inte att svara på
detta meddelande.

ePUK""",
    """Hello!

You asked who has looked at your data. The question has been answered; read the answer in eHOKS:
{osoite}

Your e-mail address was removed from the question when this mail left. This mail cannot be answered.

eHOKS""",
)


def of_new(lang: str) -> Sanoma:
    """To staff: there is a new question."""
    return Sanoma(_NEW.say(lang), _NEW_TEXT.format(osoite=_address("selvitykset")).say(lang))


def of_answer(lang: str) -> Sanoma:
    """To the student: there is an answer."""
    address = _address("oppija-katselut")
    return Sanoma(_ANSWER.say(lang), _ANSWER_TEXT.format(osoite=address).say(lang))


def _address(name: str) -> str:
    return f"{settings.BASE_URL}{reverse(name)}"
