"""What is wrong with a request as such: its body, its type, its address, its receipt key."""

from typing import ClassVar

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts


class MalformedJson(EhoksError):
    """The body is not JSON."""

    code = "malformed-json"
    key = "message"
    literal = "Malformed application/json in :muuntaja/decode"
    texts = Texts(
        "Viestin runko ei ole kelvollista JSONia: virhe rivillä {line}, sarakkeessa {column}.",
        "Meddelandet är inte giltig JSON: felet finns på rad {line}, kolumn {column}.",
        "The body is not valid JSON: the error is on line {line}, column {column}.",
    )


class UnsupportedType(EhoksError):
    """The body is of another media type, or names none."""

    status = 415
    code = "unsupported-media-type"
    literal = "Content-Type must be application/json"
    texts = Texts(
        "Lähetä runko JSONina ja otsake Content-Type: application/json.",
        "Skicka meddelandet som JSON med rubriken Content-Type: application/json.",
        "Send the body as JSON, with the header Content-Type: application/json.",
    )


class BodyTooLarge(EhoksError):
    """The body is far larger than any plan."""

    status = 413
    code = "body-too-large"
    literal = "Request body is too large"
    texts = Texts(
        "Viestin runko on liian suuri. Yksi HOKS mahtuu hyvin {megatavua} megatavuun.",
        "Meddelandet är för stort. En plan ryms gott i {megatavua} megabyte.",
        "The body is too large. One HOKS fits well into {megatavua} megabytes.",
    )


class RouteNotFound(EhoksError):
    """There is nothing at that address."""

    status = 404
    code = "route-not-found"
    key = "reason"
    literal = "Route not found"
    texts = Texts(
        "Osoitteessa ei ole mitään. Tarkista polku rajapinnan kuvauksesta.",
        "Det finns inget på adressen. Kontrollera sökvägen i gränssnittets beskrivning.",
        "There is nothing at this address. Check the path in the description of the API.",
    )


class MethodNotAllowed(EhoksError):
    """The address exists, the method does not."""

    status = 405
    code = "method-not-allowed"
    key = "reason"
    literal = "Route not found"
    texts = Texts(
        "Osoite on oikea, mutta sillä ei ole tätä metodia. Sallitut ovat otsakkeessa Allow.",
        "Adressen är rätt men har inte denna metod. De tillåtna står i rubriken Allow.",
        "The address is right but has no such method. Those it has are in the header Allow.",
    )


class InvalidParameter(EhoksError):
    """A value in the path cannot be what it should be; carries the errors tree."""

    code = "invalid-parameter"
    key = "errors"
    literal = ""

    texts = Texts(
        "Polussa on virheellinen arvo: {nimi}.",
        "Sökvägen innehåller ett felaktigt värde: {nimi}.",
        "The path holds an invalid value: {nimi}.",
    )

    place: ClassVar[str] = "route-params"

    def __init__(self, nimi: str, leaf: str) -> None:
        super().__init__(nimi=nimi)
        self.errors = {nimi: leaf}


class InvalidQuery(InvalidParameter):
    """A value in the query cannot be what it should be; carries the errors tree."""

    code = "invalid-query"
    texts = Texts(
        "Osoitteen kyselyosassa on virheellinen arvo: {nimi}.",
        "Adressens frågedel innehåller ett felaktigt värde: {nimi}.",
        "The query of the address holds an invalid value: {nimi}.",
    )
    place = "query-params"


class KeyReused(EhoksError):
    """An idempotency key came back with another body."""

    status = 422
    code = "idempotency-key-reused"
    literal = "Idempotency-Key was already used with another payload"
    texts = Texts(
        "Samaa Idempotency-Key-arvoa on jo käytetty toisella sisällöllä. Käytä jokaiselle "
        "uudelle pyynnölle omaa arvoa.",
        "Samma Idempotency-Key har redan använts med ett annat innehåll. Använd ett eget värde "
        "för varje ny begäran.",
        "The same Idempotency-Key was already used with another body. Use a key of its own for "
        "each new request.",
    )


class InvalidKey(EhoksError):
    """An idempotency key is empty or too long."""

    code = "invalid-idempotency-key"
    literal = "Idempotency-Key must have 1 to 255 characters"
    texts = Texts(
        "Otsakkeen Idempotency-Key arvon pituus on 1–255 merkkiä, esimerkiksi UUID.",
        "Värdet i rubriken Idempotency-Key ska ha 1–255 tecken, till exempel en UUID.",
        "The value of the header Idempotency-Key must have 1 to 255 characters, a UUID for "
        "example.",
    )


class Unexpected(EhoksError):
    """Our own fault."""

    status = 500
    code = "unexpected-error"
    literal = "Unexpected error"
    texts = Texts(
        "eHOKSissa tapahtui odottamaton virhe. Yritä uudelleen; jos virhe toistuu, ilmoita "
        "tukeen tunniste {request_id}.",
        "Ett oväntat fel inträffade i eHOKS. Försök på nytt; om felet upprepas, meddela "
        "stödet identifieraren {request_id}.",
        "An unexpected error happened in eHOKS. Try again; if it happens again, tell support "
        "the identifier {request_id}.",
    )
    fixer = Fixer.OPH


class DatabaseUnavailable(EhoksError):
    """The database does not answer."""

    status = 503
    code = "database-unavailable"
    literal = "Database is temporarily unavailable"
    texts = Texts(
        "eHOKSin tietokanta ei juuri nyt vastaa. Yritä hetken kuluttua uudelleen.",
        "eHOKS databas svarar inte just nu. Försök på nytt om en stund.",
        "The database of eHOKS does not answer just now. Try again in a while.",
    )
    fixer = Fixer.WAIT
