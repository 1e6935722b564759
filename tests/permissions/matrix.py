"""The permission matrix: of each address and method what it does, and of each deed who may do it.

An address that is not here fails the test: whoever adds one says here what it does. The cast looks
at a plan of the demo provider that another system has sent, at a draft of Väinö's, at an open
refusal in the provider's transfer log, at a share of Lempi's that Onni has opened, and at Lempi's
question about a look.
"""

STAFF = ("vaino", "lukija", "ilmari", "louhi")
SERVICES = ("sampo", "sampo-luku", "muu-palvelu", "oph-palvelu", "ehoks")
CITIZENS = ("lempi", "aino")  # the student of the plan, and another
WORKPLACE = ("onni",)  # to whom Lempi has shown a part of her plan
NOBODY = ("nobody",)
CAST = (*STAFF, *SERVICES, *CITIZENS, *WORKPLACE, *NOBODY)

# Roles: vaino and sampo read, write and archive in the provider; lukija and sampo-luku read there;
# ilmari and muu-palvelu read and write at another; louhi is OPH's main user, oph-palvelu OPH's
# service; ehoks has no role. The law on other providers' plans is tested where plans are shown.
DEEDS = {
    # pages of staff
    "be staff": STAFF,
    "read a school": ("vaino", "lukija", "louhi"),
    "read a plan": ("vaino", "lukija", "louhi"),
    "archive a plan": ("vaino", "louhi"),
    "change a plan": ("vaino", "louhi"),
    "write in a school": ("vaino", "louhi"),
    "write somewhere": ("vaino", "ilmari", "louhi"),
    "own a draft": ("vaino",),
    "keep the service": ("louhi",),
    # pages of citizens
    "be a citizen": (*CITIZENS, *WORKPLACE),
    "own a plan": ("lempi",),
    "be shown": WORKPLACE,
    "be shown the share": ("lempi", *WORKPLACE),
    # the data-transfer API
    "be a service": SERVICES,
    "read somewhere by API": ("sampo", "sampo-luku", "muu-palvelu", "oph-palvelu"),
    "read by API": ("sampo", "sampo-luku", "oph-palvelu"),
    "write by API": ("sampo", "oph-palvelu"),
    "archive by API": ("sampo",),
    "export": ("oph-palvelu",),
    "try a document": ("sampo", "oph-palvelu", "vaino", "louhi"),
    # what asks nobody who they are
    "anything": CAST,
    "what is the student's alone": (),  # of staff nobody
}

BOTH = GET, POST = "GET", "POST"


def _pages(deed, *paths, methods=(GET,)):
    return {(method, path): deed for path in paths for method in methods}


PLAN = "virkailija/hoks/<str:eid>/"
DRAFT = "virkailija/luonnos/<str:tunnus>/"
OWN = "oppija/hoks/<str:tunnus>/"
KEEPING = "virkailija/yllapito/"
SHARES = "virkailija/hoks/<str:tunnus>/jaot/"
ONE_SHARE = SHARES + "<uuid:jako_id>/"
SETTING = "virkailija/<str:oppilaitos>/automaattinen-jakaminen/"
CASE = "virkailija/selvityspyynnot/<int:case_id>/"
LINK = "jako/<str:token>/"
ADMIN = KEEPING + "hallinta/"  # below it Django's own pages, all behind the one door
PAGES = {
    **_pages("be staff", "virkailija/", "virkailija/tiedonsiirrot/", "virkailija/raportit/"),
    **_pages("be staff", "virkailija/selvityspyynnot/"),
    **_pages("be staff", "virkailija/selvityspyynnot/ilmoitukset/", methods=(POST,)),
    **_pages(
        "read a school",
        "virkailija/<str:oppilaitos>/opiskelijat/",
        "virkailija/<str:oppilaitos>/raportit/",
        "virkailija/<str:oppilaitos>/raportit/<str:nimi>/",
    ),
    **_pages(
        "read a school",
        "virkailija/oppilaitos/",
        "virkailija/<str:oppilaitos>/raportit/paattyvat-jaksot/muistutus/",
        methods=(POST,),
    ),
    **_pages("change a plan", "virkailija/tiedonsiirrot/<int:row_id>/kuittaa/", methods=(POST,)),
    **_pages("read a plan", "virkailija/oppija/<str:oppija>/", PLAN),
    **_pages(
        "read a plan",
        *(
            PLAN + tab
            for tab in (
                *("osaaminen/", "opiskelusuunnitelma/", "aikajana/", "tapahtumat/"),
                *("tulosta/", "hoks.pdf"),
            )
        ),
    ),
    **_pages("archive a plan", PLAN + "passivoi/", methods=BOTH),
    **_pages("archive a plan", PLAN + "palauta/", methods=(POST,)),
    **_pages("change a plan", PLAN + "muokkaa/", methods=(POST,)),
    **_pages("write in a school", "virkailija/<str:oppilaitos>/hoks/uusi/", methods=BOTH),
    **_pages("write in a school", "virkailija/<str:oppilaitos>/luonnokset/"),
    **_pages("own a draft", DRAFT, DRAFT + "tarkista/", DRAFT + "ristiriita/"),
    **_pages("own a draft", DRAFT + "sivu/<str:nimi>/", methods=BOTH),
    **_pages("own a draft", DRAFT + "osat/<str:laji>/<int:numero>/", methods=BOTH),
    **_pages("own a draft", DRAFT + "hae/", DRAFT + "kopioi/", methods=BOTH),
    **_pages(
        "own a draft",
        *(DRAFT + end for end in ("osat/<str:laji>/", "laheta/", "hylkaa/", "sovita/")),
        methods=(POST,),
    ),
    **_pages("write somewhere", "virkailija/haku/<str:laji>/"),
    **_pages("read a plan", SHARES),
    **_pages("read a plan", SHARES + "uusi/", ONE_SHARE, ONE_SHARE + "peru/", methods=BOTH),
    **_pages("what is the student's alone", SHARES + "suostumukset/", methods=BOTH),
    **_pages("read a school", SETTING),
    **_pages("write in a school", SETTING, methods=(POST,)),
    **_pages("read a school", CASE, methods=BOTH),
    **_pages("keep the service", KEEPING, ADMIN),
    **_pages(
        "keep the service",
        *(
            KEEPING + tool
            for tool in (
                *("hae/", "poista/<int:hoks_id>/", "poistetut/", "tilastot/", "indeksi/"),
                *("valimuisti/", "tyot/", "tyot/<str:nimi>/", "tiedote/", "jarjestelma/"),
            )
        ),
    ),
    **_pages(
        "keep the service",
        *(KEEPING + tool for tool in ("poista/<int:hoks_id>/", "indeksi/", "valimuisti/")),
        *(KEEPING + tool for tool in ("tyot/<str:nimi>/", "tiedote/")),
        methods=(POST,),
    ),
    **_pages("keep the service", KEEPING + "palauta/", methods=(POST,)),
    **_pages("be a citizen", "oppija/", "oppija/jaot/", "jako/", "oppija/katselut/"),
    **_pages("be a citizen", "oppija/asetukset/"),
    **_pages("be a citizen", "oppija/asetukset/opastus-luettu/", methods=(POST,)),
    **_pages("be a citizen", "oppija/asetukset/", methods=(POST,)),
    **_pages("own a plan", "oppija/katselut/<int:row_id>/en-tunnista/", methods=BOTH),
    **_pages("own a plan", OWN, OWN + "jaot/"),
    **_pages(
        "own a plan",
        *(OWN + f"jaot/{end}" for end in ("uusi/", "suostumukset/")),
        *(OWN + f"jaot/<uuid:jako_id>/{end}" for end in ("", "peru/")),
        methods=BOTH,
    ),
    **_pages("be shown", *(f"jako/tiedot/<uuid:jako_id>/{end}" for end in ("", "tulosta/"))),
    **_pages("be shown", "jako/tiedot/<uuid:jako_id>/jako.pdf"),
    **_pages("anything", "vaatimukset/<str:koodi>/"),
    **_pages("anything", LINK),  # it tells nothing
    **_pages("be shown", LINK, methods=(POST,)),
    **_pages(
        "own a plan",
        *(
            OWN + tab
            for tab in (
                *("tavoitteeni/", "osaamiseni/", "aikajana/", "tulosta/"),
                *("hoks.pdf", "hoks.json"),
            )
        ),
    ),
}

# Below /<prefix>/api/v1/, and the same with a slash at the end.
HOKS = "hoks/<int:hoks_id>"
READ, WRITE = "read by API", "write by API"
API = {
    (POST, "hoks"): WRITE,
    (GET, HOKS): READ,
    ("PUT", HOKS): WRITE,
    ("PATCH", HOKS): WRITE,
    ("DELETE", HOKS): "archive by API",
    (POST, f"{HOKS}/palautus"): "archive by API",
    (GET, f"{HOKS}/hankintakoulutukset"): READ,
    (GET, "hoks/opiskeluoikeus/<str:oid>"): READ,
    ("PUT", "hoks/opiskeluoikeus/<str:oid>"): WRITE,
    (GET, "hoks/osaamisen-hankkimistapa/<int:oht_id>"): "export",
    (GET, "hoks/paged"): "export",
    (POST, "hoks/joukko"): "be a service",  # each plan of it as one that is sent alone
    (POST, "hoks/tasmaytys"): "be a service",
    (GET, "hoks/luettelo"): "be a service",
    (GET, "tiedonsiirrot"): "read somewhere by API",
    (POST, "tiedonsiirrot/<int:row_id>/kuittaus"): WRITE,
    (POST, "validointi"): "try a document",
    (GET, "auth-check"): "be a service",
}
# Parts of a plan under addresses of their own, now and of old.
PARTS = (
    "hankittava-ammat-tutkinnon-osa",
    "hankittava-paikallinen-tutkinnon-osa",
    "hankittava-yhteinen-tutkinnon-osa",
    "aiemmin-hankittu-ammat-tutkinnon-osa",
    "aiemmin-hankittu-paikallinen-tutkinnon-osa",
    "aiemmin-hankittu-yhteinen-tutkinnon-osa",
    "opiskeluvalmiuksia-tukevat-opinnot",
    "hankittava-paikallinen-tutkinnon-osa/<int:osa_id>/osaamisen-osoittaminen",
    "puuttuva-ammatillinen-osaaminen",
    "puuttuva-paikallinen-tutkinnon-osa",
    "puuttuvat-yhteiset-tutkinnon-osat",
    "puuttuvat-yhteisen-tutkinnon-osat",
    "olemassa-olevat-ammatilliset-tutkinnon-osat",
    "olemassa-olevat-paikalliset-tutkinnon-osat",
    "olemassa-olevat-yhteiset-tutkinnon-osat",
    "hankitun-paikallisen-osaamisen-naytto",
    "olemassa-oleva-osaaminen",
)
TAVAT = f"{HOKS}/osaamisen-hankkimistapa"  # a new one is written with its unit
API |= {(GET, TAVAT): READ, (GET, f"{TAVAT}/<int:part_id>"): READ}
API |= {(method, f"{TAVAT}/<int:part_id>"): WRITE for method in ("PUT", "PATCH")}
for part in PARTS:
    own = "own_id" if part == "olemassa-oleva-osaaminen" else "part_id"
    API |= {(GET, f"{HOKS}/{part}"): READ, (POST, f"{HOKS}/{part}"): WRITE}
    API |= {(GET, f"{HOKS}/{part}/<int:{own}>"): READ}
    API |= {(method, f"{HOKS}/{part}/<int:{own}>"): WRITE for method in ("PUT", "PATCH")}

API |= {
    (GET, f"{HOKS}/jaot"): READ,
    (POST, f"{HOKS}/jaot"): WRITE,
    (GET, f"{HOKS}/jaot/<uuid:jako_id>"): READ,
    ("PATCH", f"{HOKS}/jaot/<uuid:jako_id>"): WRITE,
    ("DELETE", f"{HOKS}/jaot/<uuid:jako_id>"): WRITE,
    (POST, f"{HOKS}/jaot/<uuid:jako_id>/lahetys"): WRITE,
}
# Below /ehoks-oppija-backend/api/v1/oppija/: for the session of a citizen.
OWN_SHARE = "jaot/jakolinkit/<uuid:jako_id>"
OWN_API = {
    (POST, "jaot/jakolinkit"): "own a plan",
    (GET, OWN_SHARE): "be shown the share",
    ("DELETE", OWN_SHARE): "own a plan",
    (GET, "jaot/moduulit/<uuid:module_id>"): "be a citizen",  # lists own shares, if any
}

# Whose right is neither a person's nor a system's: where it is tried.
ELSEWHERE = {"metrics": "tests.ops.test_metrics.test_who_may_look"}

# Doors, papers and what tells whether the service is well: they ask nobody who they are.
OPEN = (
    *("", "kirjaudu/virkailija/", "kirjaudu/oppija/", "cas/virkailija/", "cas/oppija/"),
    *(
        "kirjaudu-ulos/",
        "istunto/",
        "ulkoasu/",
        "health/live",
        "health/ready",
        "<prefix>/doc",
        "<prefix>/doc/",
    ),
    *("<prefix>/doc/index.html", "<prefix>/doc/openapi.yaml", "<prefix>/doc/swagger.json"),
    *("<prefix>/ohje/virheet", "<prefix>/ohje/virheet/<slug:koodi>"),
    *("<prefix>/buildversion.txt", "<prefix>/json-viewer/index.html"),
    *("<prefix>/json-viewer", "<prefix>/json-viewer/", "<prefix>/hoks-doc/index.html"),
    *("<prefix>/api/v1/healthcheck", "<prefix>/api/v1/healthcheck/"),
    "<prefix>/api/v1/misc/environment",
    *("henkilokohtaistaminen/", "saavutettavuus/", "tietosuoja/", "evasteet/"),
)
