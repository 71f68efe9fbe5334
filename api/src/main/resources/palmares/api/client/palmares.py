#!/usr/bin/env python3
"""Palmares from any machine with Python 3.8 or newer; nothing to install.

  python3 palmares.py pull   BENCHMARK                     inputs and a template to fill in
  python3 palmares.py check  FILE --benchmark B            dry run: lists every flaw, costs nothing
  python3 palmares.py submit FILE --benchmark B --system S [--wait]
  python3 palmares.py status ID                            where a submission stands
  python3 palmares.py wait   ID                            follow it to its end
  python3 palmares.py board  BENCHMARK                     its leaderboards

The address and the token come from --api and --token-file, or from PALMARES_API and PALMARES_TOKEN.
Exit codes: 0 done; 1 the run ended without being complete; 2 bad input; 3 no answer; 4 refused.
"""

import argparse
import gzip
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

DONE, INCOMPLETE, BAD_INPUT, NO_ANSWER, REFUSED = 0, 1, 2, 3, 4
ENDED = {"complete", "partial", "cancelled", "stopped"}
TRIES = 6


class Stop(Exception):
    """Ends the program with a message and an exit code."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Api:
    """The REST API, with retries where a repeat is harmless."""

    def __init__(self, base, token):
        self.base = base.rstrip("/") + "/api/v1"
        self.token = token

    def get(self, path, **query):
        return json.loads(self.request("GET", path, query))

    def bytes(self, path):
        return self.request("GET", path, {})

    def post_file(self, path, file, query):
        with open(file, "rb") as content:
            body = content.read()
        headers = {
            "Content-Type": "application/jsonl",
            # The same key on every try, so that a repeat is answered as the first.
            "Idempotency-Key": str(uuid.uuid4()),
        }
        if file.endswith(".gz"):
            headers["Content-Encoding"] = "gzip"
        elif len(body) > 65536:
            body = gzip.compress(body)
            headers["Content-Encoding"] = "gzip"
        return json.loads(self.request("POST", path, query, body, headers))

    def request(self, method, path, query, body=None, headers=None):
        url = self.base + path
        query = {name: value for name, value in query.items() if value is not None}
        if query:
            url += "?" + urllib.parse.urlencode(query)
        request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
        request.add_header("Accept", "application/json, application/jsonl, application/problem+json")
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        for attempt in range(TRIES):
            last = attempt == TRIES - 1
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return answer.read()
            except urllib.error.HTTPError as refusal:
                # 409 with Retry-After: the first request with this key is still at work.
                wait = retry_after(refusal)
                if last or not (refusal.code >= 500 or (wait is not None and refusal.code in (409, 429))):
                    raise Stop(exit_code(refusal.code), problem(refusal))
                time.sleep(min(wait if wait is not None else 2**attempt, 30))
            except (urllib.error.URLError, OSError) as failure:
                if last:
                    reason = getattr(failure, "reason", failure)
                    raise Stop(NO_ANSWER, "no answer from %s: %s" % (self.base, reason))
                time.sleep(2**attempt)


def retry_after(refusal):
    try:
        return float(refusal.headers.get("Retry-After", ""))
    except ValueError:
        return None


def exit_code(status):
    return BAD_INPUT if status in (400, 413, 415, 422) else NO_ANSWER if status >= 500 else REFUSED


def problem(refusal):
    text = refusal.read().decode("utf-8", "replace")
    try:
        body = json.loads(text)
    except ValueError:
        return "HTTP %d: %s" % (refusal.code, text[:500])
    lines = [body.get("detail") or body.get("title") or "HTTP %d" % refusal.code]
    for flaw in body.get("errors") or []:
        place = [flaw.get("file"), "line %d" % flaw["line"] if flaw.get("line") else None, flaw.get("field")]
        place = ", ".join(part for part in place if part)
        lines.append("  " + (place + ": " if place else "") + flaw["message"])
    return "\n".join(lines)


def say(text):
    # What comes from elsewhere must not steer the terminal.
    print("".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text), flush=True)


def pull(api, options):
    name = options.benchmark
    benchmark = api.get("/benchmarks/" + urllib.parse.quote(name), version=options.version)
    path = "/benchmarks/%s/versions/%s/" % (urllib.parse.quote(name), urllib.parse.quote(benchmark["version"]))
    folder = options.to or "%s-%s" % (name, benchmark["version"])
    os.makedirs(folder, exist_ok=True)
    for file in ("examples.jsonl", "template.jsonl"):
        target = os.path.join(folder, file)
        if os.path.exists(target) and not options.force:
            raise Stop(BAD_INPUT, "%s is there already; --force replaces it" % target)
        content = api.bytes(path + file)
        with open(target + ".part", "wb") as out:
            out.write(content)
        os.replace(target + ".part", target)
    say("%d examples in %s/examples.jsonl; fill in the texts of %s/template.jsonl, then" % (benchmark["examples"], folder, folder))
    say("  python3 palmares.py submit %s/template.jsonl --benchmark %s --system NAME --wait" % (folder, name))
    return DONE


def send(api, options, check):
    if not os.path.isfile(options.file):
        raise Stop(BAD_INPUT, "no file " + options.file)
    query = {
        "benchmark": options.benchmark,
        "version": options.version,
        "system": options.system,
        "team": options.team,
        "allowPartial": "true" if options.allow_partial else None,
        "check": "true" if check else None,
    }
    answer = api.post_file("/submissions", options.file, query)
    missing = ", %d missing" % answer["missing"] if answer.get("missing") else ""
    left = answer.get("quotaLeft")
    quota = "" if left is None else "; %d submissions left today" % left
    if check:
        say("would be taken: %d responses%s%s" % (answer["responses"], missing, quota))
        return DONE
    say("submission %s: %d responses%s%s" % (answer["id"], answer["responses"], missing, quota))
    return follow(api, answer["id"]) if options.wait else DONE


def follow(api, submission):
    told, pause = None, 0.5
    while True:
        now = api.get("/submissions/" + urllib.parse.quote(submission))
        line = in_words(now)
        if line != told:
            say(line)
            told = line
        if now["state"] in ENDED:
            for evaluator in now["evaluators"]:
                mean = "" if evaluator.get("mean") is None else "   mean %.4f" % evaluator["mean"]
                say("  %-28s %d of %d%s" % (evaluator["evaluator"], evaluator["scored"], now["examples"], mean))
            return DONE if now["state"] == "complete" else INCOMPLETE
        time.sleep(pause)
        pause = min(pause * 1.5, 5)


def in_words(now):
    jobs = now.get("jobs") or {}
    done = jobs.get("done", 0)
    text = "%s: %s" % (now["system"], now["state"])
    if now["state"] not in ENDED:
        text += ", %s, %d of %d jobs done" % (now.get("stage") or "-", done, sum(jobs.values()))
        if now.get("waitingFor"):
            text += "; waits for %s since %s" % (now["waitingFor"], now["since"])
    for failure in now.get("failures") or []:
        text += "\n  failed: " + failure
    return text


def status(api, options):
    say(in_words(api.get("/submissions/" + urllib.parse.quote(options.id))))
    return DONE


def board(api, options):
    for link in api.get("/leaderboards", benchmark=options.benchmark)["items"]:
        table = api.get("/leaderboards/" + urllib.parse.quote(link["id"]))
        say("%s   (%s)" % (table["title"], table["method"]))
        if not table["rows"]:
            say("  no row yet")
        for row in table["rows"]:
            say("  " + row_in_words(row))
        say("")
    return DONE


def row_in_words(row):
    if row.get("rank") is None:
        return "%-8s %-28s unranked: %s" % ("-", row["subject"], row.get("reason") or "")
    low, high = row.get("rankLow") or row["rank"], row.get("rankHigh") or row["rank"]
    rank = str(low) if low == high else "%d-%d" % (low, high)
    interval = "" if row.get("low") is None else "   [%.2f, %.2f]" % (row["low"], row["high"])
    return "%-8s %-28s %10.2f%s" % (rank, row["subject"], row["value"], interval)


def arguments():
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    top.add_argument("--api", default=os.environ.get("PALMARES_API", "http://localhost:8080"))
    top.add_argument("--token-file", help="a file that holds the token; otherwise PALMARES_TOKEN")
    commands = top.add_subparsers(dest="command", required=True)

    command = commands.add_parser("pull", help="inputs and a template to fill in")
    command.add_argument("benchmark")
    command.add_argument("--version")
    command.add_argument("--to", help="folder; BENCHMARK-VERSION if not given")
    command.add_argument("--force", action="store_true", help="replace files that are there")

    for name, words in (("check", "dry run: lists every flaw, costs nothing"), ("submit", "submit a file")):
        command = commands.add_parser(name, help=words)
        command.add_argument("file", help="JSON lines of {id, text}; may be gzip (.gz)")
        command.add_argument("--benchmark", required=True)
        command.add_argument("--version")
        command.add_argument("--system", required=name == "submit", default="check")
        command.add_argument("--team")
        command.add_argument("--allow-partial", action="store_true", help="examples may be left out; a gap never pays")
        command.add_argument("--wait", action="store_true", help="follow the run to its end")

    for name in ("status", "wait"):
        commands.add_parser(name).add_argument("id")
    commands.add_parser("board", help="the leaderboards of a benchmark").add_argument("benchmark")
    return top.parse_args()


def token(options):
    if options.token_file:
        with open(options.token_file, encoding="utf-8") as file:
            return file.read().strip()
    return os.environ.get("PALMARES_TOKEN", "").strip()


def main():
    options = arguments()
    try:
        api = Api(options.api, token(options))
        if options.command == "pull":
            return pull(api, options)
        if options.command in ("check", "submit"):
            return send(api, options, options.command == "check")
        if options.command == "wait":
            return follow(api, options.id)
        return status(api, options) if options.command == "status" else board(api, options)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.code
    except OSError as failure:
        print(failure, file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
