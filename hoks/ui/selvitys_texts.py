"""The words of the pages where staff answer students' questions about looks."""

from ehoks.common.texts import Texts

SELVITYKSET = {
    "title": Texts("Selvityspyynnöt", "Begäranden om utredning", "Questions about looks"),
    "lead": Texts(
        "Opiskelija näkee, mikä organisaatio on käsitellyt hänen HOKSiaan. Jos hän ei tunnista "
        "katselua, hän voi pyytää siitä selvityksen, ja oppilaitos vastaa siihen täällä. Vastaa "
        "viivytyksettä, viimeistään kuukauden kuluessa.",
        "Den studerande ser vilken organisation som har behandlat planen. Om en läsning känns "
        "främmande kan den studerande be om en utredning, och läroanstalten svarar på den här. "
        "Svara utan dröjsmål, senast inom en månad.",
        "A student sees which organisation has handled the HOKS. Who does not recognise a look can "
        "ask about it, and the school answers here. Answer without delay, within a month at the "
        "latest.",
    ),
    "open": Texts("Odottavat vastausta", "Väntar på svar", "Waiting for an answer"),
    "closed": Texts("Vastatut", "Besvarade", "Answered"),
    "no_open": Texts(
        "Ei avoimia selvityspyyntöjä.", "Inga öppna begäranden.", "No open questions."
    ),
    "asked": Texts("Kysytty", "Begärd", "Asked"),
    "about": Texts("Katselu", "Läsning", "Look"),
    "read": Texts("Avaa", "Öppna", "Open"),
    "student": Texts("Opiskelija", "Studerande", "Student"),
    "message": Texts("Opiskelijan viesti", "Den studerandes meddelande", "The student’s message"),
    "no_message": Texts("Ei viestiä", "Inget meddelande", "No message"),
    "ground": Texts("Peruste", "Grund", "Ground"),
    "responsible": Texts("Vastaa", "Ansvarig", "Responsible"),
    "looks": Texts(
        "Lokin merkinnät, joita pyyntö koskee",
        "De anteckningar i loggen som begäran gäller",
        "The entries of the log that the question is about",
    ),
    "time": Texts("Aika", "Tid", "Time"),
    "who": Texts("Käyttäjä", "Användare", "User"),
    "what": Texts("Tapahtuma", "Händelse", "Event"),
    "answer": Texts("Vastaus opiskelijalle", "Svar till den studerande", "Answer to the student"),
    "answer_hint": Texts(
        "Kerro, mihin työhön katselu liittyi, tai mitä teette, jos se oli aiheeton. Työntekijän "
        "nimeä ei tarvitse kertoa.",
        "Berätta vilket arbete läsningen hörde till, eller vad ni gör om den var obefogad. "
        "Den anställdas namn behöver inte uppges.",
        "Tell which work the look was for, or what you do if it was without cause. The name of the "
        "employee need not be told.",
    ),
    "send": Texts("Vastaa ja sulje", "Svara och stäng", "Answer and close"),
    "answered": Texts(
        "Vastaus lähetettiin, ja pyyntö suljettiin.",
        "Svaret skickades och begäran stängdes.",
        "The answer was sent and the question closed.",
    ),
    "answered_by": Texts("Vastasi", "Besvarades av", "Answered by"),
    "no_answer": Texts(
        "Kirjoita vastaus opiskelijalle.", "Skriv ett svar till den studerande.", "Write an answer."
    ),
    "too_long": Texts(
        "Vastauksessa voi olla enintään {n} merkkiä. Lyhennä sitä.",
        "Svaret kan ha högst {n} tecken. Förkorta det.",
        "The answer can have at most {n} characters. Make it shorter.",
    ),
    "own": Texts(
        "Pyyntö koskee omaa katseluasi. Pyydä kollegaasi tai esihenkilöäsi vastaamaan siihen.",
        "Begäran gäller din egen läsning. Be en kollega eller din chef svara på den.",
        "The question is about your own look. Ask a colleague or your superior to answer it.",
    ),
}

TILAUS = {
    "title": Texts("Ilmoitus sähköpostiin", "Meddelande per e-post", "Told by e-mail"),
    "why": Texts(
        "Saat viestin, kun opiskelija pyytää selvitystä, johon sinä voit vastata. Viestissä ei ole "
        "opiskelijan tietoja.",
        "Du får ett meddelande när en studerande ber om en utredning som du kan svara på. "
        "Meddelandet innehåller inga uppgifter om den studerande.",
        "You get a mail when a student asks what you may answer. The mail has no data of the "
        "student.",
    ),
    "address": Texts("Sähköpostiosoitteesi", "Din e-postadress", "Your e-mail address"),
    "order": Texts("Tilaa ilmoitukset", "Beställ meddelanden", "Order mails"),
    "cancel": Texts("Lopeta ilmoitukset", "Avsluta meddelandena", "Stop mails"),
    "ordered": Texts(
        "Ilmoitukset lähetetään osoitteeseen {osoite}, {paiva} asti.",
        "Meddelandena skickas till {osoite}, till och med {paiva}.",
        "Mails are sent to {osoite}, until {paiva}.",
    ),
    "refused": Texts(
        "Osoitteeseen {osoite} ei voitu lähettää viestiä. Lopeta ilmoitukset ja tilaa ne toiseen "
        "osoitteeseen.",
        "Meddelandet kunde inte skickas till {osoite}. Avsluta meddelandena och beställ dem till en "
        "annan adress.",
        "No mail could be sent to {osoite}. Stop the mails and order them to another address.",
    ),
    "done_ordered": Texts(
        "Ilmoitukset tilattiin.", "Meddelandena beställdes.", "Mails were ordered."
    ),
    "done_cancelled": Texts(
        "Ilmoitukset lopetettiin.", "Meddelandena avslutades.", "Mails were stopped."
    ),
    "not_an_address": Texts(
        "Tarkista sähköpostiosoite: sen pitää olla muotoa nimi@esimerkki.fi. Ilmoituksia ei tilattu.",
        "Kontrollera e-postadressen: den ska ha formen namn@exempel.fi. Inga meddelanden beställdes.",
        "Check the e-mail address: it has the form name@example.fi. No mails were ordered.",
    ),
}
