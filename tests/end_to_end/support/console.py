"""The console without a browser: a cookie jar, pages as text, forms as a person would send them."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request

from support.shop import PATIENCE_S, check


class Console:
    """Somebody who is signed in at /console/."""

    def __init__(self, shop, name, pin):
        self.url = shop.url
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)
        status, page = self.send("/console/sign-in", {"name": name, "pin": pin})
        check(status == 200 and 'name="pin"' not in page, f"{name} signs in at the console")

    def send(self, place, form=None):
        """(status, page), after redirects."""
        data = None if form is None else urllib.parse.urlencode(form).encode()
        try:
            with self.opener.open(self.url + place, data, PATIENCE_S) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace")

    def page(self, place):
        status, page = self.send(place)
        check(status == 200, f"{place} answered {status}")
        return page
