"""Names in another language: plain texts everywhere, marked where a page shows them."""

import json

from django.template import Context, Template

from ehoks.common.vieras import Vieras, choose, compose, join

NAMES = {"fi": "Leivonta & <leipä>", "en": ""}


def shown(value, markup="{{ x }}"):
    return Template(markup).render(Context({"x": value}))


def test_the_readers_language_then_finnish_then_any():
    assert choose({"fi": "Leipä", "sv": "Bröd"}, "sv") == "Bröd"
    assert type(choose({"fi": "Leipä"}, "fi")) is str
    assert choose({"sv": "Bröd"}, "en").kieli == "sv"
    assert (choose({}, "fi"), choose({"fi": ""}, "fi")) == ("", "")


def test_another_language_is_marked_and_what_is_written_is_escaped():
    nimi = choose(NAMES, "en")
    html = '<span lang="fi">Leivonta &amp; &lt;leipä&gt;</span>'
    assert shown(nimi) == html
    assert shown(nimi, "{{ x|paljas }}") == "Leivonta &amp; &lt;leipä&gt;"
    assert shown(compose("{}: {a} <", nimi, a="b<c")) == f"{html}: b&lt;c &lt;"
    assert shown(join(" & ", ["", nimi, compose("{}", nimi), "x<"])) == (
        f"{html} &amp; {html} &amp; x&lt;"
    )


def test_elsewhere_it_is_a_text():
    nimi = Vieras("Bröd", "sv")
    text = join(", ", [nimi, "a"])
    assert (nimi, text, compose("{}!", nimi)) == ("Bröd", "Bröd, a", "Bröd!")
    assert json.loads(json.dumps([nimi, text])) == ["Bröd", "Bröd, a"]
