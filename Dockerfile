# One image for every web process; what differs between them comes from the environment.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1
WORKDIR /srv/ehoks

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt

COPY . .
RUN EHOKS_DEMO=1 python manage.py collectstatic --no-input --verbosity 0 \
    && useradd --system --uid 10001 ehoks \
    && install -d -o ehoks /var/lib/ehoks/simulator
USER ehoks

EXPOSE 8000
# Several may start at once: one of them migrates, the others wait for it.
# The counts of the web processes lie in a folder that is empty at each start.
CMD ["sh", "-c", "export PROMETHEUS_MULTIPROC_DIR=/tmp/metrics && rm -rf /tmp/metrics && mkdir /tmp/metrics && python manage.py migrate_locked && exec granian ehoks.wsgi:application --interface wsgi --no-ws --host 0.0.0.0 --port 8000 --workers 2 --blocking-threads 4 --respawn-failed-workers --workers-kill-timeout 10 --no-access-log --log-level warning"]
