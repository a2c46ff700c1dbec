"""What every wing brings to the house: its tables. Whoever opens a house imports this, so that no table is missing."""

from __future__ import annotations

from kamervragen.antwoorden import rows as antwoorden
from kamervragen.core import rows as core
from kamervragen.hergebruik import rows as hergebruik
from kamervragen.lijn import rows as lijn
from kamervragen.lijsten import rows as lijsten
from kamervragen.mensen import rows as mensen
from kamervragen.papieren import rows as papieren
from kamervragen.register import rows as register
from kamervragen.sets import rows as sets
from kamervragen.sets import standrows
from kamervragen.vandaag import rows as vandaag

ROWS = (core, mensen, sets, standrows, register, antwoorden, hergebruik, papieren, lijn, vandaag, lijsten)
