"""A year in the life of an information system, call by call."""

from tests.hoks.plans import AMMAT, LEMPI, TAVAT, full_plan, refused


def test_from_the_first_ticket_to_a_refusal_that_is_put_right(sis):
    document = full_plan()

    # The answer to the create is lost on the way; the same key brings it back.
    key = {"idempotency_key": "lempi-2026"}
    sis.post(document, **key)
    again = sis.post(document, **key)
    assert again.status_code == 200
    hoks_id = again.json()["meta"]["id"]

    # A system that kept no key finds the id in the list.
    rows = sis.call("GET", "/hoks/luettelo").json()["data"]
    assert {row["opiskeluoikeus-oid"]: row["id"] for row in rows}[LEMPI.oikeus] == hoks_id

    # One period is changed under its own address.
    path = f"/hoks/{hoks_id}/osaamisen-hankkimistapa"
    (first, *_) = sis.call("GET", path).json()["data"]
    sent = {"ajanjakson-tarkenne": "Iltavuorot"}
    assert sis.call("PATCH", f"{path}/{first['id']}", sent).status_code == 204

    # What GET gave is edited and sent back as it is.
    read = sis.get(hoks_id)
    edited = read.json()["data"] | {"versio": 4}
    assert edited[AMMAT][0][TAVAT][0]["ajanjakson-tarkenne"] == "Iltavuorot"
    assert sis.put(hoks_id, edited, if_match=read["ETag"]).status_code == 204
    assert sis.put(hoks_id, edited, if_match=read["ETag"]).status_code == 412

    # A code goes wrong; the refusal says where, and stays open in the transfer log.
    wrong = edited | {"urasuunnitelma-koodi-uri": "urasuunnitelma_2"}
    body = refused(sis.put(hoks_id, wrong), 400, "invalid-document")
    assert body["violations"][0]["pointer"] == "/urasuunnitelma-koodi-uri"
    (open_row,) = transfers(sis, "?tila=avoin")
    assert open_row["opiskeluoikeus-oid"] == LEMPI.oikeus
    assert open_row["koodi"] == "invalid-document"

    # It is mended, and the log shows it resolved.
    assert sis.put(hoks_id, edited | {"versio": 5}).status_code == 204
    assert transfers(sis, "?tila=avoin") == []


def transfers(sis, query):
    answer = sis.call("GET", f"/tiedonsiirrot{query}")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["data"]
