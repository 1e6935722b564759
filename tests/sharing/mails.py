"""Marks of people in the log, and the mails that wait in line, handed over now."""

from procrastinate.contrib.django.models import ProcrastinateJob

from ehoks.audit.log import Tekija
from sharing.services import lahettaminen
from sharing.services.jakaminen import SEND


def tekija(kanava="tyopaikka", ip="10.0.0.1"):
    """The mark of somebody at that door."""
    return Tekija(kanava=kanava, ip=ip)


def waiting():
    """What the jobs of mails that wait were asked."""
    jobs = ProcrastinateJob.objects.filter(task_name=SEND, status="todo").order_by("id")
    return [job.args for job in jobs]


def hand_over():
    """Do what the jobs would do, again and again as it may happen."""
    for args in waiting():
        lahettaminen.hand_over(**args)
