"""The words of the frame around every staff page."""

from ehoks.common.texts import Texts

SHELL = {
    "service": Texts("eHOKS", "ePUK", "eHOKS"),
    "skip": Texts("Siirry pääsisältöön", "Gå till huvudinnehåll", "Skip to main content"),
    "language": Texts("Kieli", "Språk", "Language"),
    "students": Texts("Opiskelijat", "Studerande", "Students"),
    "shared_with_me": Texts("Minulle jaetut", "Delat med mig", "Shared with me"),
    "own_shares": Texts("Jaot", "Delningar", "Shares"),
    "own_plans": Texts("Suunnitelmani", "Mina planer", "My plans"),
    "cases": Texts("Selvityspyynnöt", "Begäranden", "Questions"),
    "settings": Texts("Asetukset", "Inställningar", "Settings"),
    "looks": Texts("Kuka on katsonut", "Vem har läst", "Who has looked"),
    "reports": Texts("Raportit", "Rapporter", "Reports"),
    "transfers": Texts("Tiedonsiirrot", "Överföringar", "Transfers"),
    "maintenance": Texts("Ylläpito", "Underhåll", "Maintenance"),
    "menu": Texts("Päävalikko", "Huvudmeny", "Main menu"),
    "log_out": Texts("Kirjaudu ulos", "Logga ut", "Log out"),
    "session_ends": Texts(
        "Istunto päättyy, jos et tee mitään ennen kello",
        "Sessionen avslutas om du inte gör något före klockan",
        "The session ends if you do nothing before",
    ),
    "session_soon": Texts(
        "Istuntosi päättyy pian", "Din session avslutas snart", "Your session ends soon"
    ),
    "session_why": Texts(
        "Kirjaamme sinut ulos, kun palvelua ei käytetä. Istunto kestää enintään neljä tuntia.",
        "Vi loggar ut dig när tjänsten inte används. En session varar högst fyra timmar.",
        "We log you out when the service is not used. A session lasts four hours at most.",
    ),
    "session_over": Texts(
        "Istuntosi on päättynyt", "Din session har avslutats", "Your session has ended"
    ),
    "session_go_on": Texts("Jatka istuntoa", "Fortsätt sessionen", "Continue the session"),
    "session_again": Texts("Kirjaudu uudelleen", "Logga in på nytt", "Log in again"),
    "school": Texts("Oppilaitos", "Läroanstalt", "School"),
    "choose_school": Texts("Valitse oppilaitos", "Välj läroanstalt", "Choose a school"),
    "change": Texts("Vaihda", "Byt", "Change"),
    "front": Texts("Etusivu", "Startsidan", "Front page"),
    "accessibility": Texts("Saavutettavuus", "Tillgänglighet", "Accessibility"),
    "privacy": Texts("Tietosuoja", "Dataskydd", "Privacy"),
    "cookies": Texts("Evästeet", "Kakor", "Cookies"),
    "errors": Texts("Apua virheisiin", "Hjälp vid fel", "Help on errors"),
    "fields": Texts("HOKSin kentät", "Fälten i PUK", "Fields of a HOKS"),
    "support": Texts("Tuki", "Stöd", "Support"),
    "pages": Texts("Sivut", "Sidor", "Pages"),
    "version": Texts("versio", "version", "version"),
    "error_title": Texts("Virhe", "Fel", "Error"),
    "error_heading": Texts("Tämä ei onnistunut", "Det här lyckades inte", "This did not work"),
    "error_help": Texts(
        "Lue lisää: kuka voi korjata tämän ja miten",
        "Läs mer: vem kan rätta till detta och hur",
        "Read more: who can put this right, and how",
    ),
    "error_id": Texts(
        "Kerro tuelle tämä tunniste:", "Berätta detta nummer för stödet:", "Tell support this id:"
    ),
    "error_code": Texts("Virhekoodi", "Felkod", "Error code"),
}
