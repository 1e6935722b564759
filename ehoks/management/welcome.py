"""What a newcomer is told once the service answers: what to open, who to be, what to paste."""

from textwrap import dedent

PLACES = """
eHOKS is ready at {base}  (Ctrl-C stops it)

Open
  {base}/                                    the front page
  {base}/virkailija/                         the pages of staff: log in as vaino
  {base}/ehoks-virkailija-backend/doc        the API, to read and to try
  {base}/simulator/                          Opintopolku, simulated: log in, break services
  {base}/health/ready                        is it ready to serve
"""

USERS = """
Log in as  (the password is the same as the name)
  sampo          information system of the demo provider: reads, saves and deletes its plans
  sampo-luku     another system of the same provider: reads only
  muu-palvelu    information system of another provider: sees none of those plans
  oph-palvelu    information system of Opetushallitus: reads and saves everyone's plans
  vaino, lukija  staff of the demo provider: one may do everything there, the other reads
  ilmari         staff of another provider          louhi     main user at Opetushallitus
  aino           student                            huoltaja  acts on her behalf
  ohjaaja        instructor at a workplace          rooliton  no rights at all
"""

EXAMPLE = """
Try it: paste this into another terminal. It saves a plan as sampo and reads it back; done twice,
the first answer says that the plan is there already.

BASE={base}
API=$BASE/ehoks-virkailija-backend
st() {{ curl -s -d "service=$API/cas-security-check" "$(curl -si $BASE/simulator/cas/v1/tickets \\
  -d username=sampo -d password=sampo | tr -d '\\r' | sed -n 's/^[Ll]ocation: //p')"; }}
call() {{ curl -s -H "ticket: $(st)" -H "Caller-Id: 1.2.246.562.10.00000000001.kokeilu" "$@"; echo; }}
call $API/api/v1/hoks -H "Content-Type: application/json" -d '{{
  "oppija-oid": "1.2.246.562.24.31415926531",
  "opiskeluoikeus-oid": "1.2.246.562.15.31415926539",
  "ensikertainen-hyvaksyminen": "2026-08-17",
  "osaamisen-hankkimisen-tarve": true}}'
call $API/api/v1/hoks/opiskeluoikeus/1.2.246.562.15.31415926539
"""


def welcome(base: str, *, demo: bool) -> str:
    """The closing words of `manage.py up`; users and example only in a demonstration."""
    parts = [PLACES, USERS, EXAMPLE] if demo else [PLACES]
    return dedent("".join(parts)).format(base=base)
