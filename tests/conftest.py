"""How the tests that draw their inputs run: no verdict hangs on how busy the machine is."""

from hypothesis import HealthCheck, settings

settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")
