from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('oppijaindex', '0002_sukunimi'),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='opiskeluoikeus',
            index=models.Index(condition=models.Q(('hankintakoulutus_opiskeluoikeus_oid__isnull', False)), fields=['oppilaitos_oid'], include=('hankintakoulutus_opiskeluoikeus_oid',), name='opiskeluoikeudet_ostetut'),
        ),
        AddIndexConcurrently(
            model_name='opiskeluoikeus',
            index=models.Index(condition=models.Q(('koski404', True)), fields=['oppilaitos_oid'], name='opiskeluoikeudet_mitatoidyt'),
        ),
    ]
