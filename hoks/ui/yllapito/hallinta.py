"""Django's admin behind our own gate: tables to look at, nothing to change.

Who may come in is asked of `hoks.access`, as everywhere; Django's own users, passwords and
permissions are not used. Writes have one way in, the services, and so there is none here.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import include, path
from django.utils import translation
from django.utils.functional import lazy
from procrastinate.contrib.django.models import ProcrastinateJob

from ehoks.audit import log as audit
from ehoks.common.texts import Texts
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.tyot.models import Tyoajo
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.models import PalvelunTila
from ehoks.ui.session import find_kayttaja
from hoks import access
from hoks.models import Hoks, PoistettuHoks
from hoks.services import read
from hoks.ui.jalki import staff_mark
from hoks.ui.yllapito.nimet import TAULUT
from hoks.ui.yllapito.portti import super_page
from koodisto.models import Koodi, Koodisto


class Hallinta(admin.AdminSite):
    """The site: an index of tables, a list and a page for each."""

    site_title = index_title = "eHOKS"
    index_template = "yllapito/hallinta.html"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """By our own session."""
        kayttaja = find_kayttaja(request.session)
        return kayttaja is not None and access.may_maintain(kayttaja)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Every page goes through the gate of maintenance: log, policy, errors in words."""
        inner = super().admin_view(view, cacheable)

        @super_page
        def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            with translation.override(find_kieli(request)):
                try:
                    answer = inner(request, *args, **kwargs)
                except PermissionDenied:  # a page for changing something: there is none
                    raise PageNotFound from None
                return answer.render() if isinstance(answer, TemplateResponse) else answer

        return gated

    def get_urls(self) -> list[Any]:
        """Without logging in and passwords: that is not done here."""
        tables = self._registry.items()
        apps = {model._meta.app_label for model, _ in tables}
        return [
            path("", self.admin_view(self.index), name="index"),
            path("jsi18n/", self.admin_view(self.i18n_javascript, cacheable=True), name="jsi18n"),
            *(
                path(f"{m._meta.app_label}/{m._meta.model_name}/", include(table.urls))
                for m, table in tables
            ),
            *(
                path(f"{app}/", self.admin_view(self.app_index), {"app_label": app}, "app_list")
                for app in sorted(apps)
            ),
        ]


HALLINTA = Hallinta(name="hallinta")


def _in_words(told: Texts) -> str:
    """In the language of the page on which it stands."""
    return told.say(translation.get_language() or "fi")


_lazily = lazy(_in_words, str)

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Model]
else:  # it is generic only for the checker of types
    _ModelAdmin = admin.ModelAdmin


class Luettava(_ModelAdmin):
    """A table to look at."""

    list_per_page = 50
    show_full_result_count = False  # the big tables are never counted
    actions = None

    def __init__(self, model: type[Model], site: admin.AdminSite) -> None:
        """Tell the table by our words: by Django's own, two of it are what English would make."""
        one, many = TAULUT[model.__name__]
        model._meta.verbose_name = _lazily(one)
        model._meta.verbose_name_plural = _lazily(many)
        super().__init__(model, site)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The gate has been passed."""
        return True

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """As above."""
        return True

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False


@admin.register(Koodisto, site=HALLINTA)
class KoodistoAdmin(Luettava):
    """Code sets: how whole our copy is."""

    list_display = ("uri", "lkm", "complete", "started_at", "finished_at")


@admin.register(Koodi, site=HALLINTA)
class KoodiAdmin(Luettava):
    """Codes."""

    list_display = ("uri", "versio", "voimassa_alku", "voimassa_loppu")
    list_filter = ("koodisto",)
    search_fields = ("uri__startswith",)
    search_help_text = "uri"


@admin.register(ProcrastinateJob, site=HALLINTA)
class TyoAdmin(Luettava):
    """Jobs as procrastinate keeps them."""

    list_display = ("id", "task_name", "status", "attempts", "scheduled_at")
    list_filter = ("status", "task_name")


@admin.register(Tyoajo, site=HALLINTA)
class TyoajoAdmin(Luettava):
    """How far runs got."""

    list_display = ("job_id", "tyo", "tehty", "kaikkiaan", "virhe", "paivitetty")
    list_filter = ("tyo",)


@admin.register(PalvelunTila, site=HALLINTA)
class TilaAdmin(Luettava):
    """The notice."""

    list_display = ("fi", "vakavuus", "alku", "loppu")


@admin.register(PoistettuHoks, site=HALLINTA)
class PoistettuAdmin(Luettava):
    """Tombstones."""

    list_display = ("hoks_id", "poistettu", "poistaja", "syy", "oppilaitos_oid")
    list_filter = ("syy",)
    search_fields = ("=hoks_id", "=opiskeluoikeus_oid")


@admin.register(Opiskeluoikeus, site=HALLINTA)
class OpiskeluoikeusAdmin(Luettava):
    """Study rights as the index has them."""

    list_display = ("oid", "tila", "oppilaitos_oid", "paattymispaiva", "koski404", "updated_at")
    list_filter = ("koski404",)
    search_fields = ("=oid", "=oppilaitos_oid", "=koulutustoimija_oid")
    raw_id_fields = ("oppija",)


@admin.register(Hoks, site=HALLINTA)
class HoksAdmin(Luettava):
    """The rows of plans."""

    list_display = ("id", "opiskeluoikeus_oid", "updated_at", "deleted_at", "manuaalisyotto")
    search_fields = ("=id", "=opiskeluoikeus_oid", "=eid")

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One plan: its student learns who looked."""
        object_id = kwargs.get("object_id") or (args[0] if args else "")
        stored = read.find_stored(int(object_id), with_document=False) if object_id else None
        if stored:
            audit.record("read", staff_mark(request, stored.oppilaitos_oid), stored.kohde)
        return super().changeform_view(request, *args, **kwargs)
