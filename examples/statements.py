"""Prints what a speaker said, from the HTTP API.  python3 examples/statements.py http://127.0.0.1:8787 varkanen"""
import json
import os
import sys
import urllib.parse
import urllib.request

server, speaker = sys.argv[1].rstrip("/"), sys.argv[2]
key = os.environ.get("DATELINE_KEY")  # a deployed API needs one: dateline keys create
headers = {"Authorization": "Bearer " + key} if key else {}
path = "/v1/statements?" + urllib.parse.urlencode({"speaker": speaker, "limit": 100})

while path:  # nextUrl is null on the last page
    with urllib.request.urlopen(urllib.request.Request(server + path, headers=headers)) as response:
        page = json.load(response)
    for statement in page["data"]:
        name = statement["speaker"]["name"] if statement["speaker"] else "unknown"
        print(statement["saidAt"], name + ":", statement["text"])
    path = page["nextUrl"]
