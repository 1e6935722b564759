"""The words of the pages of shares."""

from ehoks.common.texts import Texts
from hoks.presenters.sanat import SUUNNITELMA
from sharing.models import Lahetys, Luoja, ModuulinTyyppi, Peruste, Rooli
from sharing.voimassaolo import Tila

SUOSTUMUS = Texts(
    "Suostun siihen, että tässä näytetyt suunnitelmani tiedot luovutetaan nimeämälleni "
    "vastaanottajalle valitsemakseni ajaksi. Tiedän, että voin perua suostumuksen milloin tahansa.",
    "Jag samtycker till att de uppgifter ur min plan som visas här lämnas ut till den mottagare "
    "jag har angett, för den tid jag har valt. Jag vet att jag kan återkalla samtycket när som "
    "helst.",
    "I consent to what is shown here of my plan being disclosed to the recipient that I have named, "
    "for the time that I have chosen. I know that I can withdraw my consent at any time.",
)

JAOT = {
    "my_shares": Texts("Omat jakoni", "Mina delningar", "My shares"),
    "share": Texts("Jako", "Delning", "Share"),
    "new": Texts("Uusi jako", "Ny delning", "New share"),
    "share_heading": Texts("Jaa tiedot", "Dela uppgifter", "Share"),
    "to_plan": Texts("Suunnitelma", "Planen", "The plan"),
    "none": Texts(
        "Suunnitelmasta ei ole jaettu mitään.",
        "Inget i planen har delats.",
        "Nothing of the plan has been shared.",
    ),
    "lead": Texts(
        "Jakamalla näytät yhden osan suunnitelmasta työpaikan ohjaajalle tai arvioijalle. Vastaanottaja "
        "saa linkin sähköpostiin ja tunnistautuu, ennen kuin näkee mitään.",
        "Genom att dela visar du en del av planen för en handledare eller bedömare på arbetsplatsen. "
        "Mottagaren får en länk per e-post och identifierar sig innan något visas.",
        "By sharing you show one part of the plan to an instructor or an assessor at a workplace. The "
        "recipient gets a link by e-mail and is identified before anything is shown.",
    ),
    "what": Texts("Mitä on jaettu", "Vad som delats", "What is shared"),
    "recipient": Texts("Vastaanottaja", "Mottagare", "Recipient"),
    "valid": Texts("Voimassa", "Gäller", "Valid"),
    "state": Texts("Tila", "Läge", "State"),
    "opened": Texts("Avattu", "Öppnad", "Opened"),
    "times": Texts("kertaa", "gånger", "times"),
    "last": Texts("viimeksi", "senast", "last"),
    "never": Texts("ei vielä", "inte ännu", "not yet"),
    "made_by": Texts("Jakanut", "Delats av", "Shared by"),
    "made_at": Texts("Jaettu", "Delad", "Shared on"),
    "ground": Texts("Peruste", "Grund", "Ground"),
    "mail": Texts("Sähköposti", "E-post", "E-mail"),
    "message": Texts("Viesti", "Meddelande", "Message"),
    "openings": Texts("Avaukset", "Öppningar", "Openings"),
    "no_openings": Texts("Kukaan ei ole avannut jakoa.", "Ingen har öppnat delningen.", "Nobody has opened the share."),
    "time": Texts("Aika", "Tid", "Time"),
    "who": Texts("Kuka", "Vem", "Who"),
    "choose_part": Texts("Valitse, mitä jaetaan", "Välj vad som delas", "Choose what to share"),
    "now_or_soon": Texts("Nyt käynnissä tai pian alkamassa", "Pågår nu eller börjar snart", "Going on now, or soon to begin"),
    "shared_already": Texts("jaettu", "delad", "shared"),
    "no_parts": Texts(
        "Suunnitelmassa ei ole osia, joita voisi jakaa.",
        "Planen har inga delar som kan delas.",
        "The plan has no parts that can be shared.",
    ),
    "they_see": Texts("Tämän vastaanottaja näkee", "Det här ser mottagaren", "This is what the recipient sees"),
    "they_see_also": Texts(
        "Lisäksi näkyvät opiskelijan nimi, tutkinto ja oppilaitos. Muuta suunnitelmasta ei näy.",
        "Dessutom visas den studerandes namn, examen och läroanstalt. Inget annat i planen visas.",
        "The student's name, qualification and school are shown as well. Nothing else of the plan is.",
    ),
    "to_whom": Texts("Kenelle", "För vem", "To whom"),
    "other": Texts("Muu henkilö", "Någon annan", "Somebody else"),
    "other_hint": Texts(
        "Muulle henkilölle jakaminen vaatii suostumuksesi.",
        "Att dela med någon annan kräver ditt samtycke.",
        "Sharing with somebody else needs your consent.",
    ),
    "nobody_named": Texts(
        "Tässä osassa ei ole nimettyä työpaikkaohjaajaa eikä työelämän arvioijaa. Lisää hänet ensin "
        "suunnitelmaan.",
        "Ingen arbetsplatshandledare eller bedömare från arbetslivet nämns i den här delen. Lägg "
        "först till personen i planen.",
        "No instructor or assessor is named in this part. Add the person to the plan first.",
    ),
    "name": Texts("Nimi", "Namn", "Name"),
    "organisation": Texts("Organisaatio (ei pakollinen)", "Organisation (frivillig)", "Organisation (optional)"),
    "address": Texts("Sähköpostiosoite", "E-postadress", "E-mail address"),
    "address_hint": Texts(
        "Linkki lähetetään tähän osoitteeseen. Jätä tyhjäksi, jos valitsemasi henkilön osoite on jo "
        "suunnitelmassa.",
        "Länken skickas till den här adressen. Lämna tomt om adressen till den du valt redan finns i "
        "planen.",
        "The link is sent to this address. Leave it empty if the plan has the address of the person "
        "you chose.",
    ),
    "language_of": Texts("Viestin kieli", "Meddelandets språk", "Language of the mail"),
    "from_day": Texts("Alkaa", "Börjar", "Begins"),
    "to_day": Texts("Päättyy", "Slutar", "Ends"),
    "day_hint": Texts("Esimerkiksi 31.10.2026", "Till exempel 31.10.2026", "For example 31.10.2026"),
    "message_label": Texts("Viesti vastaanottajalle (ei pakollinen)", "Meddelande till mottagaren (frivilligt)", "Message to the recipient (optional)"),
    "message_hint": Texts(
        "Näkyy vastaanottajalle vasta tunnistautumisen jälkeen, ei sähköpostissa.",
        "Visas för mottagaren först efter identifieringen, inte i e-posten.",
        "Shown to the recipient only after identification, not in the e-mail.",
    ),
    "consent": Texts("Suostumus", "Samtycke", "Consent"),
    "consent_given": Texts("Suostumus annettu", "Samtycke gett", "Consent given"),
    "consent_withdrawn": Texts("Suostumus peruttu", "Samtycke återkallat", "Consent withdrawn"),
    "make": Texts("Jaa ja lähetä linkki", "Dela och skicka länken", "Share and send the link"),
    "cancel": Texts("Peruuta", "Avbryt", "Cancel"),
    "faulty": Texts("Tarkista nämä kohdat:", "Kontrollera de här punkterna:", "Check these places:"),
    "bad_day": Texts("Kirjoita päivä muodossa 31.10.2026.", "Skriv datumet så här: 31.10.2026.", "Write the day like this: 31.10.2026."),
    "choose_recipient": Texts("Valitse vastaanottaja.", "Välj mottagare.", "Choose a recipient."),
    "no_address": Texts(
        "Kirjoita sähköpostiosoite: suunnitelmassa ei ole sitä.",
        "Skriv e-postadressen: den finns inte i planen.",
        "Write the e-mail address: the plan does not have it.",
    ),
    "made": Texts(
        "Tiedot on jaettu. Linkki lähtee vastaanottajan sähköpostiin.",
        "Uppgifterna har delats. Länken skickas till mottagarens e-post.",
        "Shared. The link is on its way to the recipient’s e-mail.",
    ),
    "link_once": Texts(
        "Linkki näytetään vain nyt. Voit antaa sen vastaanottajalle itsekin: älä anna sitä muille.",
        "Länken visas bara nu. Du kan också ge den till mottagaren själv: ge den inte till andra.",
        "The link is shown only now. You can also give it to the recipient yourself: give it to "
        "nobody else.",
    ),
    "link": Texts("Linkki", "Länk", "Link"),
    "copy": Texts("Kopioi linkki", "Kopiera länken", "Copy the link"),
    "copied": Texts("Kopioitu", "Kopierad", "Copied"),
    "extend": Texts("Muuta voimassaoloa", "Ändra giltighetstiden", "Change the time"),
    "extended": Texts("Voimassaolo muutettiin.", "Giltighetstiden ändrades.", "The time was changed."),
    "resend": Texts("Lähetä linkki uudelleen", "Skicka länken på nytt", "Send the link again"),
    "resend_hint": Texts(
        "Jos muutat osoitetta, vanha linkki lakkaa toimimasta.",
        "Om du ändrar adressen slutar den gamla länken fungera.",
        "If you change the address, the old link stops working.",
    ),
    "resent": Texts("Linkki lähetetään uudelleen.", "Länken skickas på nytt.", "The link will be sent again."),
    "revoke": Texts("Peru jako", "Återkalla delningen", "Revoke the share"),
    "revoke_heading": Texts("Perutaanko jako?", "Återkallas delningen?", "Revoke the share?"),
    "revoke_why": Texts(
        "Vastaanottaja ei enää näe tietoja, eikä linkkiä voi ottaa uudelleen käyttöön.",
        "Mottagaren ser inte längre uppgifterna, och länken kan inte tas i bruk på nytt.",
        "The recipient no longer sees anything, and the link cannot be brought back.",
    ),
    "revoked": Texts("Jako peruttiin.", "Delningen återkallades.", "The share was revoked."),
    "withdraw": Texts("Peru kaikki suostumukset", "Återkalla alla samtycken", "Withdraw all consents"),
    "withdraw_heading": Texts("Perutaanko kaikki suostumukset?", "Återkallas alla samtycken?", "Withdraw all consents?"),
    "withdraw_why": Texts(
        "Kaikki jaot, jotka perustuvat suostumukseesi tässä suunnitelmassa, päättyvät heti.",
        "Alla delningar som grundar sig på ditt samtycke i den här planen upphör genast.",
        "All shares of this plan that rest on your consent end at once.",
    ),
    "withdrawn": Texts("Suostumukset peruttiin.", "Samtyckena återkallades.", "The consents were withdrawn."),
    "by_school": Texts(
        "Oppilaitos on tehnyt tämän jaon. Jos siinä on jotakin väärin, ota yhteyttä oppilaitokseesi.",
        "Läroanstalten har gjort den här delningen. Om något är fel, kontakta din läroanstalt.",
        "Your school made this share. If something is wrong with it, contact your school.",
    ),
    "gone": Texts(
        "Jaettu osa on poistettu suunnitelmasta, joten jako on päättynyt. Vastaanottaja näkee linkistään "
        "saman selityksen. Jos osa on suunnitelmassa uudelleen, tee siitä uusi jako.",
        "Den delade delen har tagits bort ur planen, och delningen har upphört. Mottagaren ser samma "
        "förklaring bakom sin länk. Om delen finns i planen på nytt, gör en ny delning av den.",
        "The shared part has been removed from the plan, so the share has ended. The recipient sees the "
        "same explanation behind the link. If the part is in the plan anew, make a new share of it.",
    ),
    "auto": Texts("Automaattinen jakaminen", "Automatisk delning", "Automatic sharing"),
}  # fmt: skip

TILAT = {
    Tila.TULOSSA: Texts("Tulossa", "Kommande", "To come"),
    Tila.VOIMASSA: Texts("Voimassa", "Gäller", "Valid"),
    Tila.VANHENTUNUT: Texts("Vanhentunut", "Utgången", "Expired"),
    Tila.PERUTTU: Texts("Peruttu", "Återkallad", "Revoked"),
    Tila.OSA_POISTETTU: Texts("Osa poistettu", "Delen borttagen", "Part removed"),
    Tila.PASSIVOITU: Texts("Suunnitelma passivoitu", "Planen passiverad", "Plan archived"),
}
TYYPIT = {
    ModuulinTyyppi.OSA: Texts("Koko osa", "Hela delen", "The whole unit"),
    ModuulinTyyppi.TAPA: SUUNNITELMA["tavat"],
    ModuulinTyyppi.NAYTTO: SUUNNITELMA["naytto"],
}  # fmt: skip
ROOLIT = {
    Rooli.OHJAAJA: Texts("työpaikkaohjaaja", "arbetsplatshandledare", "workplace instructor"),
    Rooli.ARVIOIJA: Texts("arvioija", "bedömare", "assessor"),
    Rooli.MUU: Texts("muu henkilö", "annan person", "other person"),
}
PERUSTEET = {
    Peruste.OHJAAJA: Texts("Ohjaa oppimista työpaikalla", "Handleder lärandet på arbetsplatsen", "Guides the learning at work"),
    Peruste.ARVIOIJA: Texts("Arvioi osaamista", "Bedömer kunnandet", "Assesses the competence"),
    Peruste.SUOSTUMUS: Texts("Opiskelijan suostumus", "Den studerandes samtycke", "The student's consent"),
}  # fmt: skip
LUOJAT = {
    Luoja.OPPIJA: Texts("opiskelija", "den studerande", "the student"),
    Luoja.VIRKAILIJA: Texts("oppilaitos", "läroanstalten", "the school"),
    Luoja.PALVELU: Texts("oppilaitoksen järjestelmä", "läroanstaltens system", "the school's system"),
    Luoja.AUTOMAATTI: Texts("oppilaitos, automaattisesti", "läroanstalten, automatiskt", "the school, automatically"),
}  # fmt: skip
LAHETYKSET = {
    Lahetys.EI: Texts("Ei lähetetty", "Inte skickad", "Not sent"),
    Lahetys.JONOSSA: Texts("Lähdössä", "På väg ut", "About to leave"),
    Lahetys.ODOTTAA: Texts("Matkalla", "På väg", "On its way"),
    Lahetys.LAHETETTY: Texts("Perillä", "Framme", "Delivered"),
    Lahetys.EPAONNISTUI: Texts("Ei mennyt perille: tarkista osoite", "Kom inte fram: kontrollera adressen", "Not delivered: check the address"),
}  # fmt: skip

TYOPAIKKA = {
    "landing": Texts("Sinulle on jaettu tietoja", "Uppgifter har delats med dig", "Something has been shared with you"),
    "landing_lead": Texts(
        "Tämän linkin takana voi olla tietoja ammatillisen opiskelijan suunnitelmasta. Ne näytetään "
        "vain henkilölle, jolle linkki on lähetetty.",
        "Bakom den här länken kan det finnas uppgifter ur en yrkesstuderandes plan. De visas bara "
        "för den person som länken har skickats till.",
        "Behind this link there may be parts of a vocational student's plan. They are shown only to "
        "the person to whom the link was sent.",
    ),
    "landing_how": Texts(
        "Tunnistaudut Suomi.fi-palvelussa pankkitunnuksilla, mobiilivarmenteella tai varmennekortilla. "
        "Linkki on henkilökohtainen: kun avaat sen, kukaan muu ei enää voi avata sitä. Jokainen avaus "
        "kirjataan, ja opiskelija ja oppilaitos näkevät, milloin avasit tiedot.",
        "Du identifierar dig i tjänsten Suomi.fi med bankkoder, mobilcertifikat eller certifikatkort. "
        "Länken är personlig: när du öppnar den kan ingen annan längre öppna den. Varje öppning "
        "antecknas, och den studerande och läroanstalten ser när du har öppnat uppgifterna.",
        "You identify yourself at Suomi.fi with your bank, a mobile certificate or an ID card. The link "
        "is personal: once you open it, nobody else can. Every opening is logged, and the student and "
        "the school see when you opened it.",
    ),
    "identify": Texts("Tunnistaudu", "Identifiera dig", "Identify yourself"),
    "identified": Texts("Olet tunnistautunut nimellä", "Du har identifierat dig som", "You are identified as"),
    "open": Texts("Avaa jaetut tiedot", "Öppna de delade uppgifterna", "Open what is shared"),
    "not_you": Texts(
        "Jos linkkiä ei ole tarkoitettu sinulle, älä avaa sitä.",
        "Om länken inte är avsedd för dig ska du inte öppna den.",
        "If the link is not meant for you, do not open it.",
    ),
    "mine": Texts("Minulle jaetut", "Delat med mig", "Shared with me"),
    "mine_lead": Texts(
        "Tiedot, jotka sinulle on jaettu ja jotka voit avata tänään.",
        "Uppgifter som har delats med dig och som du kan öppna i dag.",
        "What has been shared with you and can be opened today.",
    ),
    "mine_none": Texts(
        "Sinulla ei ole voimassa olevia jakoja. Uuden jaon avaat sähköpostiin tulleesta linkistä.",
        "Du har inga gällande delningar. En ny delning öppnar du med länken i e-posten.",
        "You have no shares at present. A new one is opened from the link in the e-mail.",
    ),
    "student": Texts("Opiskelija", "Studerande", "Student"),
    "until": Texts("Katsottavissasi", "Du kan se uppgifterna", "You can see this"),
    "print": Texts("Tulosta", "Skriv ut", "Print"),
    "pdf": Texts("Lataa PDF", "Ladda ner PDF", "Download PDF"),
    "from_sharer": Texts("Viesti sinulle", "Meddelande till dig", "Message to you"),
    "changed": Texts("Muuttunut edellisen käyntisi jälkeen", "Ändrat efter ditt senaste besök", "Changed since your last visit"),
    "added": Texts("lisätty", "tillagd", "added"),
    "removed": Texts("poistettu", "borttagen", "removed"),
    "visited": Texts("Kävit viimeksi", "Ditt senaste besök", "You were last here"),
    "not_changed": Texts("Mikään ei ole muuttunut sen jälkeen.", "Inget har ändrats efter det.", "Nothing has changed since then."),
    "in_eperusteet": Texts("Perusteet ePerusteissa", "Grunderna i eGrunder", "Requirements in ePerusteet"),
    "questions": Texts("Kysyttävää?", "Frågor?", "Questions?"),
    "questions_to": Texts(
        "Ota yhteyttä opiskelijaan tai oppilaitokseen.",
        "Kontakta den studerande eller läroanstalten.",
        "Contact the student or the school.",
    ),
    "document": Texts("Jaetut HOKS-tiedot", "Delade uppgifter ur PUK", "Shared parts of a HOKS"),
}  # fmt: skip

ASETUS = {
    "auto": JAOT["auto"],
    "auto_lead": Texts(
        "Kun automaattinen jakaminen on käytössä, työpaikkajakso jaetaan vastuulliselle "
        "työpaikkaohjaajalle sähköpostilla ennen jakson alkua. Jako tehdään kerran, ja sen voi perua. "
        "Jaksoa ei jaeta, jos ohjaajalta puuttuu sähköpostiosoite, jakso on jo jaettu tai opiskelijalla "
        "on turvakielto.",
        "När automatisk delning är i bruk delas arbetsplatsperioden per e-post med den ansvariga "
        "handledaren innan perioden börjar. Delningen görs en gång och kan återkallas. Perioden delas "
        "inte om handledarens e-postadress saknas, om perioden redan har delats eller om den "
        "studerande har spärrmarkering.",
        "With automatic sharing a workplace period is shared by e-mail with the responsible instructor "
        "before it begins. It is done once, and can be revoked. A period is not shared if the "
        "instructor has no e-mail address, if it has been shared already, or if the student's data "
        "are protected.",
    ),
    "auto_on": Texts("Jaa työpaikkajaksot automaattisesti", "Dela arbetsplatsperioder automatiskt", "Share workplace periods automatically"),
    "auto_days": Texts("Montako päivää ennen jakson alkua (0–60)", "Hur många dagar innan perioden börjar (0–60)", "How many days before it begins (0–60)"),
    "auto_bad": Texts("Kirjoita luku 0–60.", "Skriv ett tal 0–60.", "Write a number from 0 to 60."),
    "auto_save": Texts("Tallenna", "Spara", "Save"),
    "auto_saved": Texts("Asetus tallennettiin.", "Inställningen sparades.", "The setting was saved."),
    "to_students": Texts("Opiskelijat", "Studerande", "Students"),
    "auto_read_only": Texts(
        "Asetusta voi muuttaa henkilö, jolla on kirjoitusoikeus oppilaitoksen HOKSeihin.",
        "Inställningen kan ändras av en person med skrivrätt till läroanstaltens planer.",
        "The setting can be changed by somebody who may write the plans of the school.",
    ),
    "auto_by": Texts("Viimeksi muuttanut", "Senast ändrad av", "Last changed by"),
}  # fmt: skip
