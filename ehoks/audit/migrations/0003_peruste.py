from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_haku'),
    ]

    operations = [
        migrations.AddField(
            model_name='audittapahtuma',
            name='osio',
            field=models.CharField(max_length=64, null=True),
        ),
        migrations.AddField(
            model_name='audittapahtuma',
            name='organisaatio_oid',
            field=models.CharField(max_length=256, null=True),
        ),
        migrations.AddField(
            model_name='audittapahtuma',
            name='peruste',
            field=models.CharField(max_length=64, null=True),
        ),
    ]
