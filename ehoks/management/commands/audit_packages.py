"""`manage.py audit_packages`: holds the packages that we lock against known vulnerabilities."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

LOCKED = settings.BASE_DIR / "requirements.txt"
SECONDS = 300
AUDIT = [
    *(sys.executable, "-m", "pip_audit", "--vulnerability-service=pypi", "--format=json"),
    *("--disable-pip", "--require-hashes", "--progress-spinner=off", "--timeout=5"),
]
_PACKAGE = re.compile(r"^(?=[A-Za-z0-9])", re.MULTILINE)

Report = dict[str, Any]


class Command(BaseCommand):
    """Fails when a package has a known vulnerability.

    Nothing is known where the source of vulnerabilities cannot be asked, as behind a mirror of
    packages alone: that is said aloud, and is no failure.
    """

    help = "Hold requirements.txt against known vulnerabilities."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask of one package first: where nothing answers, each would take its time."""
        packages = [block for block in _PACKAGE.split(LOCKED.read_text()) if block.strip()]
        if not _answered(_ask(packages[:1])):
            self.stderr.write(
                f"SKIPPED: no source of vulnerabilities answers here. {len(packages)} packages "
                "were not audited; run this again where the package index is the real one."
            )
            return
        report = _ask(packages)
        if unknown := [d["name"] for d in report["dependencies"] if "skip_reason" in d]:
            self.stderr.write(f"NOT AUDITED, as the source does not know them: {unknown}")
        if found := list(_vulnerabilities(report)):
            raise CommandError("Known vulnerabilities:\n" + "\n".join(found))
        self.stdout.write(f"{len(_answered(report))} packages, none with a known vulnerability")


def _ask(packages: list[str]) -> Report:
    """What pip-audit says of them; of none when it could not ask."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "requirements.txt"
        path.write_text("".join(packages))
        try:
            done = subprocess.run(  # noqa: S603
                [*AUDIT, "--requirement", path], capture_output=True, timeout=SECONDS, check=False
            )
            return orjson.loads(done.stdout)  # type: ignore[no-any-return]
        except (subprocess.TimeoutExpired, orjson.JSONDecodeError):
            return {"dependencies": []}


def _answered(report: Report) -> list[Report]:
    return [d for d in report["dependencies"] if "vulns" in d]


def _vulnerabilities(report: Report) -> Any:
    for package in _answered(report):
        for one in package["vulns"]:
            mended = ", ".join(one.get("fix_versions", [])) or "none"
            yield f"  {package['name']} {package['version']}: {one['id']} (mended in: {mended})"
