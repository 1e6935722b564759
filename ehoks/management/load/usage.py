"""How much memory the web processes of a service have taken; known on Linux only."""

from collections.abc import Iterator
from pathlib import Path

WEB = "granian"
_PROC = Path("/proc")


def peak_megabytes(service: int) -> list[float]:
    """The most that each web process below the service's own held at any time, by its start."""
    return [_peak(pid) for pid in sorted(_below(service)) if _is_web(pid)]


def _below(pid: int) -> Iterator[int]:
    for task in _PROC.glob(f"{pid}/task/*/children"):
        for child in map(int, _read(task).split()):
            yield child
            yield from _below(child)


def _is_web(pid: int) -> bool:
    """A process that answers is the child of one like it, which only watches."""
    return WEB in _command(pid) and WEB in _command(int(_status(pid).get("PPid", 0)))


def _command(pid: int) -> list[str]:
    return _read(_PROC / str(pid) / "cmdline").split("\0")


def _peak(pid: int) -> float:
    return int(_status(pid).get("VmHWM", "0 kB").split()[0]) / 1024


def _status(pid: int) -> dict[str, str]:
    lines = _read(_PROC / str(pid) / "status").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _read(file: Path) -> str:
    """Its text; none when the process has ended meanwhile."""
    try:
        return file.read_text()
    except (OSError, ValueError):
        return ""
