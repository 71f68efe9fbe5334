#!/usr/bin/env python3
"""Palmares from any machine with Python 3.8 or newer; nothing to install.

  python3 palmares.py sign-in ACCOUNT                      asks for the secret and keeps the session
  python3 palmares.py password                             sets a password of one's own
  python3 palmares.py pull   BENCHMARK                     inputs and a template to fill in
  python3 palmares.py check  FILE --benchmark B            dry run: lists every flaw, costs nothing
  python3 palmares.py submit FILE --benchmark B --system S [--anonymous] [--wait]
  python3 palmares.py publish SYSTEM                       shows everyone whose an anonymous system is
  python3 palmares.py status ID                            where a submission stands
  python3 palmares.py wait   ID                            follow it to its end
  python3 palmares.py leaderboard BENCHMARK                its leaderboards

The address comes from --api or PALMARES_API; the token from --token-file, PALMARES_TOKEN, or the session that sign-in has
kept for exactly this address.
Exit codes: 0 done; 1 the run ended without being complete; 2 bad input; 3 no answer; 4 refused.
"""

import argparse
import getpass
import gzip
import http.client
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
LONGEST_WAIT = 30


CODE_NEEDED = "urn:palmares:problem:code-needed"
CURRENT_NEEDED = "urn:palmares:problem:current-secret-needed"


class Stop(Exception):
    """Ends the program with a message and an exit code."""

    def __init__(self, code, message, kind=""):
        super().__init__(message)
        self.code = code
        self.kind = kind


class Api:
    """The REST API, with retries where a repeat is harmless."""

    def __init__(self, base, token):
        self.origin = base.rstrip("/")
        self.base = self.origin + "/api/v1"
        self.token = token

    def get(self, path, **query):
        return self.parsed(self.request("GET", path, query))

    def parsed(self, answer):
        try:
            return json.loads(answer)
        except ValueError:
            raise Stop(NO_ANSWER, "%s does not answer as Palmares does: %r" % (self.origin, answer[:80]))

    def bytes(self, path):
        return self.request("GET", path, {})

    def send_json(self, method, path, body):
        content = json.dumps(body).encode("utf-8")
        answer = self.request(method, path, {}, content, {"Content-Type": "application/json"})
        return self.parsed(answer) if answer else None

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
        return self.parsed(self.request("POST", path, query, body, headers))

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
                # 409 with Retry-After: the first request with this key is still at work. A longer
                # time, such as until the quota of the next day, is told and not waited for.
                wait = retry_after(refusal)
                passes = wait is not None and wait <= LONGEST_WAIT and refusal.code in (409, 429)
                if last or not (refusal.code >= 500 or passes):
                    raise Stop(exit_code(refusal.code), *problem(refusal))
                time.sleep(min(wait if wait is not None else 2**attempt, LONGEST_WAIT))
            except (OSError, http.client.HTTPException) as failure:
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
        if not isinstance(body, dict):
            raise ValueError("no problem document")
    except ValueError:
        return "HTTP %d: %s" % (refusal.code, text[:500]), ""
    lines = [flat(body.get("detail") or body.get("title") or "HTTP %d" % refusal.code)]
    if refusal.code == 401 and not refusal.url.endswith("/sessions"):
        lines.append("sign in with: python3 palmares.py sign-in ACCOUNT, or set PALMARES_TOKEN")
    for flaw in body.get("errors") or []:
        place = [flaw.get("file"), "line %d" % flaw["line"] if flaw.get("line") else None, flaw.get("field")]
        place = ", ".join(part for part in place if part)
        lines.append(flat("  " + (place + ": " if place else "") + flaw["message"]))
    return "\n".join(lines), body.get("type") or ""


def say(text, file=None):
    # What comes from elsewhere must not steer the terminal.
    print("".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text), file=file or sys.stdout, flush=True)


def flat(text):
    """What others wrote can begin no line of its own."""
    return str(text).replace("\n", "\ufffd")


def ask(question, twice=False):
    """Without showing what is typed; where there is no terminal, the next line of the input."""
    if not sys.stdin.isatty():
        secret = sys.stdin.readline().strip()
    else:
        secret = getpass.getpass(question + " ").strip()
        if twice and getpass.getpass("once more: ").strip() != secret:
            raise Stop(BAD_INPUT, "that was not the same twice")
    if not secret:
        raise Stop(BAD_INPUT, "nothing was given")
    return secret


def sign_in(api, options):
    secret = ask("secret of %s:" % options.account)
    asked = {"account": options.account, "secret": secret}
    try:
        session = api.send_json("POST", "/sessions", asked)
    except Stop as stop:
        if stop.kind != CODE_NEEDED:
            raise
        code = ask("code of %s's second factor:" % options.account)
        session = api.send_json("POST", "/sessions", dict(asked, code=code))
    keep(api.origin, session["token"])
    me = session["me"]
    say("signed in to %s as %s (%s) until %s" % (api.origin, me["account"], me["role"], session["expiresAt"][:19] + "Z"))
    if session.get("oneTime"):
        say("that secret was good for one time; for the next: python3 palmares.py password")
    return DONE


def password(api, options):
    asked = {"secret": ask("new password:", twice=True)}
    try:
        api.send_json("PUT", "/me/secret", asked)
    except Stop as stop:
        if stop.kind != CURRENT_NEEDED:
            raise
        api.send_json("PUT", "/me/secret", dict(asked, current=ask("password of now:")))
    say("the password is set on %s; it holds from the next sign-in on" % api.origin)
    return DONE


def kept_file():
    """The same file as that of the command `palmares`: one line for each platform, its address and the token."""
    folder = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(folder, "palmares", "token")


def kept_lines():
    if not os.path.exists(kept_file()):
        return []
    with open(kept_file(), encoding="utf-8") as file:
        return [line.split() for line in file if len(line.split()) == 2]


def keep(origin, session):
    lines = [line for line in kept_lines() if line[0] != origin] + [[origin, session]]
    os.makedirs(os.path.dirname(kept_file()), exist_ok=True)
    part = kept_file() + ".part"
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.writelines("%s %s\n" % tuple(line) for line in lines)
    os.replace(part, kept_file())


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
        "anonymous": "true" if options.anonymous else None,
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


def publish(api, options):
    found, cursor = [], None
    while True:
        page = api.get("/systems", limit=200, cursor=cursor)
        found += [each for each in page["items"] if options.system in (each["name"], each["id"])]
        cursor = page.get("next")
        if not cursor:
            break
    found = [each for each in found if options.team in (None, each["team"])]
    if not found:
        raise Stop(BAD_INPUT, "no system of your teams is called " + options.system)
    if len(found) > 1:
        teams = ", ".join(each["team"] for each in found)
        raise Stop(BAD_INPUT, "several teams of yours have a system %s: %s; name one with --team" % (options.system, teams))
    now = api.send_json("POST", "/systems/%s/publish" % urllib.parse.quote(found[0]["id"]), {})
    say(flat("%s of %s is public since %s" % (now["name"], now["team"], now["publishedAt"][:19] + "Z")))
    return DONE


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
            if now["state"] in ("complete", "partial"):
                await_boards(api, now)
            return DONE if now["state"] == "complete" else INCOMPLETE
        time.sleep(pause)
        pause = min(pause * 1.5, 5)


def await_boards(api, ended):
    """A leaderboard is built every few seconds at most: who looks next sees what has ended."""
    for _ in range(20):
        boards = api.get("/leaderboards", benchmark=ended["benchmark"])["items"]
        built = [board.get("builtAt") or "" for board in boards if board["version"] == ended["version"]]
        if all(at.rstrip("Z") > ended["since"].rstrip("Z") for at in built):
            return
        time.sleep(0.5)


def in_words(now):
    jobs = now.get("jobs") or {}
    done = jobs.get("done", 0)
    text = "%s: %s" % (flat(now["system"]), now["state"])
    if now["state"] not in ENDED:
        text += ", %s, %d of %d jobs done" % (now.get("stage") or "-", done, sum(jobs.values()))
        if now.get("waitingFor"):
            text += "; waits for %s since %s" % (flat(now["waitingFor"]), now.get("waitingSince") or now["since"])
    for failure in now.get("failures") or []:
        text += "\n  failed: " + flat(failure)
    return text


def status(api, options):
    say(in_words(api.get("/submissions/" + urllib.parse.quote(options.id))))
    return DONE


def choose(api, options):
    now = api.send_json("POST", "/submissions/%s/choose" % urllib.parse.quote(options.id), {})
    say(flat("%s: this submission stands for it on the leaderboards of %s" % (now["system"], now["benchmark"])))
    return DONE


def leaderboard(api, options):
    for link in api.get("/leaderboards", benchmark=options.benchmark)["items"]:
        table = api.get("/leaderboards/" + urllib.parse.quote(link["id"]))
        say(flat("%s   (%s)" % (table["title"], table["method"])))
        if not table["rows"]:
            say("  no row yet")
        for row in table["rows"]:
            say("  " + flat(row_in_words(row)))
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
    connection(top, os.environ.get("PALMARES_API", "http://127.0.0.1:8080"), None)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    command(commands, "sign-in", "ask for the secret and keep the session").add_argument("account")
    command(commands, "password", "set a password of one's own")
    pulling = command(commands, "pull", "inputs and a template to fill in")
    pulling.add_argument("benchmark")
    pulling.add_argument("--version")
    pulling.add_argument("--to", help="folder; BENCHMARK-VERSION if not given")
    pulling.add_argument("--force", action="store_true", help="replace files that are there")
    for name, words in (("check", "dry run: lists every flaw, costs nothing"), ("submit", "submit a file")):
        sending = command(commands, name, words)
        sending.add_argument("file", help="JSON lines of {id, text}; may be gzip (.gz)")
        sending.add_argument("--benchmark", required=True)
        sending.add_argument("--version")
        sending.add_argument("--system", required=name == "submit", default="check", help="what the row is called")
        sending.add_argument("--team")
        sending.add_argument("--allow-partial", action="store_true", help="examples may be left out; a gap never pays")
        sending.add_argument("--anonymous", action="store_true", help="everyone else sees a number in place of a new system, until it is published")
        sending.add_argument("--wait", action="store_true", help="follow the run to its end")
    publishing = command(commands, "publish", "show everyone whose an anonymous system is; there is no way back")
    publishing.add_argument("system", help="its name, or its id")
    publishing.add_argument("--team", help="where several teams of yours have one of this name")
    command(commands, "status", "where a submission stands").add_argument("id")
    choosing = command(commands, "choose", "have a submission stand for its system, where the benchmark lets owners choose")
    choosing.add_argument("id")
    command(commands, "wait", "follow a submission to its end").add_argument("id")
    command(commands, "leaderboard", "the leaderboards of a benchmark").add_argument("benchmark")
    return top.parse_args()


def command(commands, name, words):
    parser = commands.add_parser(name, help=words, description=words)
    # Also after the command; what is not said there does not undo what was said before it.
    connection(parser, argparse.SUPPRESS, argparse.SUPPRESS)
    return parser


def connection(parser, api, token_file):
    parser.add_argument("--api", default=api, help="the platform; otherwise PALMARES_API, otherwise http://127.0.0.1:8080")
    parser.add_argument("--token-file", default=token_file, help="holds a token; otherwise PALMARES_TOKEN, otherwise what sign-in has kept")


def token(options):
    if options.token_file:
        with open(options.token_file, encoding="utf-8") as file:
            return file.read().strip()
    given = os.environ.get("PALMARES_TOKEN", "").strip()
    origin = options.api.rstrip("/")
    return given or next((line[1] for line in kept_lines() if line[0] == origin), "")


COMMANDS = {
    "sign-in": sign_in,
    "password": password,
    "pull": pull,
    "check": lambda api, options: send(api, options, check=True),
    "submit": lambda api, options: send(api, options, check=False),
    "publish": publish,
    "status": status,
    "choose": choose,
    "wait": lambda api, options: follow(api, options.id),
    "leaderboard": leaderboard,
}


def main():
    options = arguments()
    try:
        return COMMANDS[options.command](Api(options.api, token(options)), options)
    except Stop as stop:
        say(str(stop), sys.stderr)
        return stop.code
    except OSError as failure:
        say(str(failure), sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
