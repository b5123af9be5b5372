"""Sessions that end 12 hours after they began, however much they are used."""

from datetime import timedelta

from django.contrib.sessions.backends import db
from django.utils import timezone


class SessionStore(db.SessionStore):
    def save(self, must_create=False):
        if "_session_expiry" not in self:
            self.set_expiry(timezone.now() + timedelta(seconds=self.get_session_cookie_age()))
        super().save(must_create)
