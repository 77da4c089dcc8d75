#!/bin/sh
# Runs once, when Postgres makes its files: a role for Phiên that owns its database and is no
# superuser. The superuser loses its password and is reached from inside this container alone
# (docker compose exec postgres psql -U postgres).
set -eu
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" --username postgres <<'SQL'
CREATE ROLE phien LOGIN PASSWORD :'password';
CREATE DATABASE phien OWNER phien;
ALTER ROLE postgres PASSWORD NULL;
SQL
