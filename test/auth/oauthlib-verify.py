"""Verifies OAuth 1.0a signatures with oauthlib: cases as JSON on standard input, a list of verdicts on standard output."""
import json
import sys

from oauthlib.oauth1 import RequestValidator, SignatureOnlyEndpoint


class Validator(RequestValidator):
    """Knows the one consumer of a case. Form and age of keys, nonces and times are not what is looked at here."""

    enforce_ssl = False
    allowed_signature_methods = ("RSA-SHA1", "HMAC-SHA1")
    timestamp_lifetime = 10**10
    dummy_client = "nobody"

    def __init__(self, case):
        super().__init__()
        self.case = case

    def check_client_key(self, client_key):
        return True

    def check_nonce(self, nonce):
        return True

    def validate_timestamp_and_nonce(self, *args, **kwargs):
        return True

    def validate_client_key(self, client_key, request):
        return client_key == self.case["consumerKey"]

    def get_rsa_key(self, client_key, request):
        return self.case["publicKey"]

    def get_client_secret(self, client_key, request):
        return self.case["consumerSecret"]

    def get_access_token_secret(self, client_key, token, request):
        return self.case["tokenSecret"]


def verify(case):
    headers = {"Authorization": case["authorization"]}
    if case["form"] is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    endpoint = SignatureOnlyEndpoint(Validator(case))
    valid, _ = endpoint.validate_request(case["url"], case["method"], case["form"], headers)
    return valid


print(json.dumps([verify(case) for case in json.load(sys.stdin)]))
