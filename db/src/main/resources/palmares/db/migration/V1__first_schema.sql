-- The first schema. UUIDv7 (made by the application) for whatever has a URL; bigint composites for evidence,
-- which is the bulk: they store and load several times smaller and faster. Works on PostgreSQL 15 to 18.

-- People ---------------------------------------------------------------------------------------------------------

create table account (
  id           uuid primary key,
  name         text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  role         text not null check (role in ('member', 'organiser', 'admin')),
  secret_hash  text,
  one_time     boolean not null default false,
  created_at   timestamptz not null default now(),
  disabled_at  timestamptz
);

-- Fairness, ownership and quota hang on the team; everyone has a personal one.
create table team (
  id           uuid primary key,
  name         text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  personal_of  uuid unique references account (id),
  provider_group text unique check (personal_of is null or provider_group is null),
  weight       int not null default 1 check (weight > 0),
  created_at   timestamptz not null default now()
);

comment on column team.provider_group is
  'The group of the identity provider whose members these are; nobody is invited to such a team or leaves it here.';

create table membership (
  team_id      uuid not null references team (id),
  account_id   uuid not null references account (id),
  role         text not null check (role in ('owner', 'member')),
  since        timestamptz not null default now(),
  primary key (team_id, account_id)
);
create index membership_account on membership (account_id);

-- Whoever has the secret may join, once. Only its sha-256 is stored.
create table invitation (
  id           uuid primary key,
  team_id      uuid not null references team (id),
  role         text not null check (role in ('owner', 'member')),
  hash         bytea not null unique check (length(hash) = 32),
  invited_by   uuid not null references account (id),
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  accepted_by  uuid references account (id),
  accepted_at  timestamptz,
  revoked_at   timestamptz,
  check ((accepted_by is null) = (accepted_at is null)),
  check (accepted_at is null or revoked_at is null)
);
create index invitation_team on invitation (team_id);

-- Who an account is at an identity provider, which alone knows its password and its roles.
create table provider_identity (
  account_id   uuid primary key references account (id),
  issuer       text not null,
  subject      text not null,
  seen_at      timestamptz not null default now(),
  unique (issuer, subject)
);

-- Bearers of the API: people's tokens and sessions, and workers. Only the sha-256 of a token is stored.
-- A worker's token says which jobs its pool may take: of which kinds, and of which teams. Where it names no kinds it
-- is good for all, and where it names no teams it is one of the operator's own pools.
create table access_token (
  id           uuid primary key,
  account_id   uuid references account (id),
  kind         text not null check (kind in ('personal', 'session', 'worker')),
  name         text not null,
  hash         bytea not null unique check (length(hash) = 32),
  scopes       text[] not null,
  pool         text,
  job_kinds    text[] check (cardinality(job_kinds) > 0 and job_kinds <@ array['generate', 'score', 'pair', 'reward', 'settle', 'train', 'card', 'import', 'export']),
  teams        uuid[] check (cardinality(teams) > 0),
  created_at   timestamptz not null default now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  check ((kind = 'worker') = (pool is not null)),
  check ((kind = 'worker') = (account_id is null)),
  check (kind = 'worker' or (job_kinds is null and teams is null))
);
create index access_token_account on access_token (account_id);

-- The second factor of an account of our own: what codes are made of, sealed by the api's vault. A step of time that
-- was used is never good again.
create table second_factor (
  account_id   uuid primary key references account (id),
  sealed       text not null check (sealed ~ '^[0-9a-f]{8}:'),
  begun_at     timestamptz not null default now(),
  confirmed_at timestamptz,
  last_step    bigint not null default 0,
  failures     int not null default 0 check (failures >= 0),
  next_try_at  timestamptz
);

-- In place of a lost device, once each. Only the sha-256 is stored: a code is 80 random bits.
create table recovery_code (
  account_id   uuid not null references account (id),
  hash         bytea not null check (length(hash) = 32),
  used_at      timestamptz,
  primary key (account_id, hash)
);

create table audit_event (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default now(),
  account_id   uuid references account (id),
  action       text not null,
  subject      text not null,
  detail       jsonb not null default '{}'
);

-- Benchmarks -----------------------------------------------------------------------------------------------------

create table benchmark (
  id           uuid primary key,
  team_id      uuid not null references team (id),
  name         text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title        text not null,
  description  text not null default '',
  visibility   text not null default 'public' check (visibility in ('public', 'team')),
  created_at   timestamptz not null default now()
);

create table benchmark_version (
  id             uuid primary key,
  no             bigint generated always as identity unique,
  benchmark_id   uuid not null references benchmark (id),
  version        text not null check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'),
  state          text not null check (state in ('published', 'closed', 'withdrawn')),
  state_reason   text check (length(state_reason) <= 2000),
  opens_at       timestamptz,
  closes_at      timestamptz,
  visible        text not null check (visible in ('nothing', 'score', 'reason', 'gold')),
  entry_rule     text not null check (entry_rule in ('chosen', 'latest', 'best')),
  gaps           text not null check (gaps in ('unranked', 'worst', 'bounds')),
  main_metric    text not null,
  licence        text,
  quota_per_day  int check (quota_per_day > 0),
  spec           jsonb not null,
  spec_digest    bytea not null check (length(spec_digest) = 32),
  examples       int not null check (examples >= 0),
  inputs_sha256  bytea not null check (length(inputs_sha256) = 32),
  created_at     timestamptz not null default now(),
  unique (benchmark_id, version)
);

-- What is to become a version: the two files as they are written, with whatever is still wrong in them. It may change
-- and go at any time, unlike anything that has been published. The revision tells two writers from each other.
create table benchmark_draft (
  id             uuid primary key,
  team_id        uuid not null references team (id),
  name           text,
  version        text,
  spec           text not null,
  examples       text not null,
  revision       int not null default 1 check (revision > 0),
  updated_by     uuid not null references account (id),
  updated_at     timestamptz not null default now()
);
create index benchmark_draft_team on benchmark_draft (team_id, updated_at desc);

-- Content-addressed, so that an example shared by versions is stored once.
create table example (
  id           bigint generated always as identity primary key,
  digest       bytea not null unique check (length(digest) = 32),
  messages     jsonb not null
);

create table benchmark_example (
  version_id   uuid not null references benchmark_version (id),
  ordinal      int not null check (ordinal >= 0),
  example_id   bigint not null references example (id),
  name         text not null,
  split        text not null,
  tags         text[] not null,
  primary key (version_id, ordinal),
  unique (version_id, name)
);

-- Apart from the example, and for a role of its own to read: whoever produces responses must not be able to. Claims
-- that score are given it, and only under tokens that are good for it.
create table gold (
  version_id   uuid not null,
  ordinal      int not null,
  revision     int not null check (revision > 0),
  content      jsonb not null,
  created_at   timestamptz not null default now(),
  primary key (version_id, ordinal, revision),
  foreign key (version_id, ordinal) references benchmark_example (version_id, ordinal)
);

-- One document of inputs and gold for each revision of the gold, as workers fetch it.
create table gold_document (
  version_id   uuid not null references benchmark_version (id),
  revision     int not null,
  sha256       bytea not null,
  primary key (version_id, revision)
);

-- Why there is a revision of the gold beyond the first, and whether what stood under an earlier one has been scored
-- again under it. The newest is the one that counts.
create table erratum (
  version_id   uuid not null,
  revision     int not null check (revision > 1),
  reason       text not null check (length(reason) between 1 and 2000),
  examples     int not null check (examples > 0),
  account_id   uuid not null references account (id),
  state        text not null check (state in ('rescoring', 'done', 'superseded')),
  state_since  timestamptz not null default now(),
  due_at       timestamptz,
  created_at   timestamptz not null default now(),
  primary key (version_id, revision),
  foreign key (version_id, revision) references gold_document (version_id, revision),
  check ((due_at is not null) = (state = 'rescoring'))
);
create index erratum_due on erratum (due_at) where due_at is not null;

-- Systems --------------------------------------------------------------------------------------------------------

create table system (
  id           uuid primary key,
  team_id      uuid not null references team (id),
  name         text not null check (length(name) between 1 and 120),
  created_at   timestamptz not null default now(),
  published_at timestamptz default now(),
  unique (team_id, name)
);

comment on column system.published_at is
  'Before, only its team and administrators see its name and whose it is. There is no way back: a name was read.';

create table system_version (
  id           uuid primary key,
  system_id    uuid not null references system (id),
  version      int not null check (version > 0),
  kind         text not null check (kind in ('built-in', 'outputs', 'endpoint', 'model', 'program')),
  spec         jsonb not null,
  spec_digest  bytea not null check (length(spec_digest) = 32),
  created_at   timestamptz not null default now(),
  unique (system_id, version),
  unique (system_id, spec_digest)
);

-- Sealed by the api's vault: the id of the key, and what it made of the secret.
create table secret (
  id           uuid primary key,
  team_id      uuid not null references team (id),
  sealed       text not null check (sealed ~ '^[0-9a-f]{8}:'),
  created_at   timestamptz not null default now()
);

-- Submissions ----------------------------------------------------------------------------------------------------

-- A submission's own state follows from its current run; it has none beside withdrawal.
create table submission (
  id                   uuid primary key,
  no                   bigint generated always as identity unique,
  team_id              uuid not null references team (id),
  account_id           uuid not null references account (id),
  system_version_id    uuid not null references system_version (id),
  benchmark_version_id uuid not null references benchmark_version (id),
  source_sha256        bytea,
  claimed              jsonb not null default '{}',
  baseline             boolean not null default false,
  partial              boolean not null default false,
  expected             int not null check (expected >= 0),
  submitted_at         timestamptz not null default now(),
  withdrawn_at         timestamptz,
  chosen_at            timestamptz
);
create index submission_team on submission (team_id, submitted_at desc, id);
create index submission_board on submission (benchmark_version_id, submitted_at desc, id);

-- The number by which everyone else sees an anonymous system on one benchmark version: another on each, so that they
-- are not tied together. It stays with the system when that is published, so that no number ever means another.
create table anonymous_name (
  benchmark_version_id uuid not null references benchmark_version (id),
  system_id            uuid not null references system (id),
  no                   int not null check (no > 0),
  primary key (benchmark_version_id, system_id),
  unique (benchmark_version_id, no)
);

create table response (
  submission_no bigint not null references submission (no),
  ordinal       int not null,
  sample        smallint not null default 0,
  text          text,
  blob_sha256   bytea,
  finish_reason text,
  chars         int not null,
  tokens        int,
  latency_ms    double precision,
  cost          numeric(18, 9),
  detail_sha256 bytea,
  detail_offset bigint,
  erased_at     timestamptz,
  primary key (submission_no, ordinal, sample),
  check ((text is null) <> (blob_sha256 is null))
);

comment on column response.erased_at is
  'An erased text leaves its sha-256 in blob_sha256; the blob of that name is gone.';

-- Work -----------------------------------------------------------------------------------------------------------

create table evaluator_version (
  id              int generated always as identity primary key,
  evaluator       text not null,
  version         int not null check (version > 0),
  kind            text not null check (kind in ('metric', 'judge', 'pairwise-judge', 'reward-model')),
  settings_digest bytea not null check (length(settings_digest) = 32),
  floor           double precision,
  ceiling         double precision,
  summary         text not null default '',
  unique (evaluator, version, settings_digest)
);

-- No state without a clock: due_at is set exactly while something is still to happen.
create table run (
  id                   uuid primary key,
  no                   bigint generated always as identity unique,
  submission_id        uuid references submission (id),
  benchmark_version_id uuid not null references benchmark_version (id),
  team_id              uuid not null references team (id),
  spec                 jsonb not null,
  spec_digest          bytea not null check (length(spec_digest) = 32),
  state                text not null check (state in ('active', 'cancelling', 'stopping', 'complete', 'partial', 'cancelled', 'stopped')),
  state_since          timestamptz not null default now(),
  waiting_for          text,
  due_at               timestamptz,
  stage                text not null,
  open_jobs            int not null check (open_jobs >= 0),
  expected             int not null check (expected >= 0),
  priority             int not null default 0,
  retry_of             uuid references run (id),
  rescore_of           uuid references run (id),
  gold_revision        int not null default 1,
  responses_sha256     bytea,
  trace                text,
  created_at           timestamptz not null default now(),
  check ((due_at is not null) = (state in ('active', 'cancelling', 'stopping')))
);
create index run_due on run (due_at) where due_at is not null;
create index run_submission on run (submission_id);
create index run_board on run (benchmark_version_id, state);
create unique index run_retry on run (retry_of) where retry_of is not null;

-- Which evidence a run is to give: the position is that of the evaluator in the run's specification.
create table run_evaluator (
  run_id               uuid not null references run (id),
  evaluator_version_id int not null references evaluator_version (id),
  position             int not null,
  stage                text not null check (stage in ('score', 'reward', 'pair')),
  primary key (run_id, evaluator_version_id),
  unique (run_id, position)
);

-- A process that works. Who it is beyond its process is the token and the name: what was said of one process of
-- that identity (failures in a row, quarantine, pause) holds for the next.
create table worker (
  id             uuid primary key,
  name           text not null,
  token_id       uuid not null references access_token (id),
  pool           text not null,
  capabilities   text[] not null,
  offers         text[] not null,
  slots          int not null check (slots > 0),
  busy           int not null default 0,
  state          text not null check (state in ('live', 'paused', 'draining', 'quarantined', 'gone')),
  state_since    timestamptz not null default now(),
  due_at         timestamptz,
  last_seen      timestamptz not null default now(),
  failures_in_row int not null default 0,
  quarantine_reason text check (length(quarantine_reason) between 1 and 500),
  lost_at        timestamptz,
  registered_at  timestamptz not null default now(),
  check ((due_at is not null) = (state in ('live', 'draining')))
);
create index worker_due on worker (due_at) where due_at is not null;
create index worker_identity on worker (token_id, name, registered_at);

-- Jobs are their own outbox: `ready` rows are what the dispatcher has still to publish.
create table job (
  id                   uuid primary key,
  run_id               uuid not null references run (id),
  team_id              uuid not null references team (id),
  stage                text not null check (stage in ('generate', 'score', 'pair', 'reward', 'settle', 'train', 'card', 'import', 'export')),
  capability           text not null,
  offer                text not null,
  evaluator_version_id int references evaluator_version (id),
  against_no           bigint references run (no),
  first_ordinal        int not null,
  last_ordinal         int not null check (last_ordinal >= first_ordinal),
  priority             int not null default 0,
  not_before           timestamptz not null default now(),
  state                text not null check (state in ('ready', 'dispatched', 'claimed', 'done', 'failed', 'cancelled')),
  state_since          timestamptz not null default now(),
  waiting_for          text,
  due_at               timestamptz,
  attempts             int not null default 0,
  failures             int not null default 0,
  token                uuid,
  worker_id            uuid references worker (id),
  last_worker_id       uuid references worker (id),
  failure_class        text check (failure_class in ('candidate', 'evaluator', 'transient', 'worker')),
  failure_reason       text,
  created_at           timestamptz not null default now(),
  check ((due_at is not null) = (state in ('ready', 'dispatched', 'claimed'))),
  check ((token is not null) = (state = 'claimed')),
  check ((against_no is not null) = (stage = 'pair'))
);
create index job_due on job (due_at) where due_at is not null;
create index job_ready on job (capability, team_id, priority desc, created_at, id) where state = 'ready';
create index job_run on job (run_id, stage, state);
create index job_team_in_flight on job (team_id) where state in ('dispatched', 'claimed');
create index job_worker on job (worker_id) where state = 'claimed';
create index job_failed on job (state_since desc, id desc) where state = 'failed';

-- What each team has had of the slots of a capability, apart for workers whose tokens are good for other jobs: how many it
-- was owed after its last, and the lane's clock then, which each slot moves on by one over the weights of all that wait.
create table team_turn (
  capability text not null,
  reach      text not null,
  team_id    uuid not null references team (id),
  arrears    double precision not null,
  clock      double precision not null,
  at         timestamptz,
  primary key (capability, reach, team_id)
);
create index team_turn_clock on team_turn (capability, reach, clock);

create table attempt (
  job_id         uuid not null references job (id),
  no             int not null,
  worker_id      uuid not null references worker (id),
  claim_id       uuid not null,
  token          uuid not null unique,
  claimed_at     timestamptz not null default now(),
  ended_at       timestamptz,
  outcome        text check (outcome in ('done', 'failed', 'released', 'lost', 'cancelled')),
  result_digest  bytea,
  failure_class  text,
  failure_reason text,
  primary key (job_id, no),
  unique (job_id, claim_id)
);
create index attempt_worker on attempt (worker_id, claimed_at desc, job_id desc);
create index attempt_worker_fault on attempt (worker_id, ended_at desc) where failure_class = 'worker';

-- The batches of results that came under an attempt's token: one that comes again says the same or is refused.
create table result_batch (
  token          uuid not null references attempt (token),
  batch          text not null check (length(batch) between 1 and 64),
  digest         bytea not null check (length(digest) = 32),
  primary key (token, batch)
);

-- Who is compared with whom. Responses are compared run by run, not submission by submission: a run knows its responses
-- and the gold they are judged by, so that battles of two runs can mix neither. All three tables are written under one
-- lock for each benchmark version and judge, by the run whose responses have become ready, about those that came before.

-- Runs whose responses are ready for a judge of pairs: whoever comes later plans against them.
create table contender (
  evaluator_version_id int not null references evaluator_version (id),
  run_no               bigint not null references run (no),
  primary key (evaluator_version_id, run_no)
);

-- The opponents of a run, frozen when its responses became ready; those it will not meet say why.
create table opponent (
  run_no               bigint not null references run (no),
  evaluator_version_id int not null references evaluator_version (id),
  against_no           bigint not null references run (no),
  skipped              text check (length(skipped) between 1 and 500),
  primary key (run_no, evaluator_version_id, against_no),
  check (run_no <> against_no)
);
create index opponent_against on opponent (against_no);

-- The pairs to be judged, each once whichever of the two runs planned it: that one owns it, and its jobs do it.
create table pairing (
  evaluator_version_id int not null,
  least_no             bigint not null,
  greatest_no          bigint not null,
  ordinal              int not null,
  run_no               bigint not null,
  primary key (evaluator_version_id, least_no, greatest_no, ordinal),
  check (least_no < greatest_no),
  check (run_no in (least_no, greatest_no))
);
create index pairing_run on pairing (run_no);

-- Evidence: keyed without the job, so that no attempt can double it; never updated, never deleted -----------------

create table score (
  run_no               bigint not null,
  evaluator_version_id int not null,
  ordinal              int not null,
  sample               smallint not null default 0,
  unit                 smallint not null default 0,
  value                double precision,
  cause                text check (cause in ('MISSING', 'EMPTY', 'REFUSED', 'OVER_LONG', 'CRASHED', 'BROKE_FORMAT',
    'OVERRAN')),
  aspects              jsonb,
  attempt              smallint not null,
  primary key (run_no, evaluator_version_id, ordinal, sample, unit),
  check ((value is null) <> (cause is null)),
  check (value <> 'NaN' and value <> 'Infinity' and value <> '-Infinity')
);

create table reward (
  run_no               bigint not null,
  evaluator_version_id int not null,
  ordinal              int not null,
  sample               smallint not null default 0,
  unit                 smallint not null default 0,
  value                double precision,
  cause                text check (cause in ('MISSING', 'EMPTY', 'REFUSED', 'OVER_LONG', 'CRASHED', 'BROKE_FORMAT',
    'OVERRAN')),
  attempt              smallint not null,
  primary key (run_no, evaluator_version_id, ordinal, sample, unit),
  check ((value is null) <> (cause is null)),
  check (value <> 'NaN' and value <> 'Infinity' and value <> '-Infinity')
);

create table rater (
  id                   int generated always as identity primary key,
  account_id           uuid references account (id),
  evaluator_version_id int unique references evaluator_version (id),
  import_source        text unique,
  check (num_nonnulls(account_id, evaluator_version_id, import_source) = 1)
);

create table model_call (
  id            uuid primary key,
  cache_key     bytea not null unique,
  raw_sha256    bytea not null,
  tokens_in     int,
  tokens_out    int,
  cost          numeric(18, 9),
  latency_ms    double precision,
  created_at    timestamptz not null default now()
);

create table preference (
  rater_id       int not null references rater (id),
  version_no     bigint not null,
  ordinal        int not null,
  left_no        bigint not null,
  right_no       bigint not null,
  left_shown     smallint not null check (left_shown in (0, 1, 2)),
  repeat         smallint not null default 0,
  probability    double precision check (probability between 0 and 1),
  cause          text,
  label          text,
  option_logprobs jsonb,
  reference_mode text check (reference_mode in ('none', 'self', 'given')),
  call_id        uuid references model_call (id),
  attempt        smallint not null,
  primary key (rater_id, version_no, ordinal, left_no, right_no, left_shown, repeat),
  check ((probability is null) <> (cause is null))
);

create index preference_pair on preference (left_no, right_no);

comment on column preference.left_no is
  'The run that owns the pairing, right_no its opponent; of an imported file they are submissions.';
comment on column preference.left_shown is '0 where an imported file does not tell which was shown first.';
comment on column preference.label is
  'What was decided, in the judge''s words; first-gap or second-gap where a response was not there to be judged.';

create table vote (
  id           uuid primary key,
  rater_id     int not null references rater (id),
  version_no   bigint not null,
  ordinal      int not null,
  left_no      bigint not null,
  right_no     bigint not null,
  left_shown   smallint not null check (left_shown in (1, 2)),
  outcome      double precision not null check (outcome between 0 and 1),
  ms           int,
  voted_at     timestamptz not null default now()
);

-- From preferences, votes and imported files only; battles from rewards or scores are derived when a board is built.
create table battle (
  source_kind  text not null check (source_kind in ('preference', 'vote', 'import')),
  source_id    text not null,
  settle_rule  text not null,
  version_no   bigint not null,
  left_no      bigint not null,
  right_no     bigint not null,
  outcome      double precision not null check (outcome between 0 and 1),
  weight       double precision not null check (weight > 0),
  cluster      bigint not null,
  primary key (source_kind, source_id, settle_rule)
);

create index battle_version on battle (version_no);

comment on column battle.source_id is
  'Of preferences: rater, left, right and ordinal; of an import: its number and the row. All padded, so that they sort
in the order in which they were told.';

-- What others measured and we only hold: one row for each file taken, so that the same file again changes nothing.
create table import (
  id                   uuid primary key,
  no                   bigint generated always as identity unique,
  kind                 text not null check (kind in ('alpaca-eval', 'battles')),
  digest               bytea not null unique check (length(digest) = 32),
  benchmark_version_id uuid not null references benchmark_version (id),
  rater_id             int not null references rater (id),
  account_id           uuid not null references account (id),
  source_sha256        bytea not null check (length(source_sha256) = 32),
  run_no               bigint unique references run (no),
  right_no             bigint references submission (no),
  repeat               smallint not null default 0,
  taken                int not null check (taken >= 0),
  report               jsonb not null,
  created_at           timestamptz not null default now(),
  check ((kind = 'alpaca-eval') = (run_no is not null)),
  check ((kind = 'alpaca-eval') = (right_no is not null))
);
create index import_version on import (benchmark_version_id);

-- Leaving something out is a row here, and lifting it a row beside; evidence itself stays.
create table exclusion (
  id                   uuid primary key,
  benchmark_version_id uuid not null references benchmark_version (id),
  kind                 text not null check (kind in ('run', 'submission', 'example', 'rater')),
  subject              text not null,
  reason               text not null check (reason <> ''),
  account_id           uuid not null references account (id),
  at                   timestamptz not null default now()
);
create index exclusion_version on exclusion (benchmark_version_id, at, id);
create index exclusion_subject on exclusion (subject);

create table exclusion_lift (
  exclusion_id uuid primary key references exclusion (id),
  reason       text not null check (reason <> ''),
  account_id   uuid not null references account (id),
  at           timestamptz not null default now()
);

-- Boards ---------------------------------------------------------------------------------------------------------

create table leaderboard (
  id                   uuid primary key,
  benchmark_version_id uuid not null references benchmark_version (id),
  name                 text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title                text not null,
  definition           jsonb not null,
  gold_revision        int not null default 1,
  wanted_revision      bigint not null default 0,
  built_revision       bigint not null default 0,
  built_at             timestamptz,
  problem              text,
  due_at               timestamptz,
  created_at           timestamptz not null default now(),
  unique (benchmark_version_id, name),
  check ((due_at is not null) = (wanted_revision > built_revision))
);

create table snapshot (
  id             uuid primary key,
  leaderboard_id uuid not null references leaderboard (id),
  revision       bigint not null,
  document       text not null,
  digest         bytea not null check (length(digest) = 32),
  provenance     jsonb not null,
  created_at     timestamptz not null default now(),
  unique (leaderboard_id, revision)
);

-- Ledgers --------------------------------------------------------------------------------------------------------

create table quota (
  benchmark_version_id uuid not null references benchmark_version (id),
  team_id              uuid not null references team (id),
  day                  date not null,
  used                 int not null default 0 check (used >= 0),
  primary key (benchmark_version_id, team_id, day)
);

create table quota_entry (
  id                   bigint generated always as identity primary key,
  benchmark_version_id uuid not null,
  team_id              uuid not null,
  day                  date not null,
  run_id               uuid not null references run (id),
  kind                 text not null check (kind in ('reserve', 'commit', 'refund')),
  amount               int not null check (amount > 0),
  reason               text,
  at                   timestamptz not null default now(),
  unique (run_id, kind),
  foreign key (benchmark_version_id, team_id, day) references quota (benchmark_version_id, team_id, day)
);
create index quota_entry_team on quota_entry (team_id, id desc);

-- What an example costs, as workers state it: tokens, and money in millionths of the platform's currency. Rows are
-- added and never changed; the newest is valid.
create table offer_price (
  id           bigint generated always as identity primary key,
  offer        text not null,
  micros       bigint not null check (micros >= 0),
  tokens       bigint not null check (tokens >= 0),
  since        timestamptz not null default now()
);
create index offer_price_newest on offer_price (offer, id desc);

-- What a team may spend: on everything, or on one benchmark version. An amount may be lowered below what is used.
create table budget (
  id                   uuid primary key,
  team_id              uuid not null references team (id),
  unit                 text not null check (unit in ('tokens', 'money')),
  benchmark_version_id uuid references benchmark_version (id),
  amount               bigint not null check (amount >= 0),
  used                 bigint not null default 0 check (used >= 0),
  unique nulls not distinct (team_id, unit, benchmark_version_id)
);

-- One reservation for an attempt (or for one call of it), and what became of it.
create table budget_entry (
  id           bigint generated always as identity primary key,
  budget_id    uuid not null references budget (id),
  run_id       uuid not null references run (id),
  job_id       uuid not null references job (id),
  attempt      int not null,
  call_id      uuid,
  kind         text not null check (kind in ('reserve', 'commit', 'refund')),
  amount       bigint not null check (amount >= 0),
  examples     int not null check (examples >= 0),
  reason       text,
  at           timestamptz not null default now(),
  unique nulls not distinct (job_id, attempt, budget_id, call_id, kind)
);
create index budget_entry_budget on budget_entry (budget_id, id desc);
create index budget_entry_run on budget_entry (run_id);

create table idempotency (
  account_id   uuid not null references account (id),
  method       text not null,
  route        text not null,
  key          text not null check (length(key) between 1 and 255),
  fingerprint  bytea not null check (length(fingerprint) = 32),
  status       int,
  location     text,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (account_id, method, route, key)
);
create index idempotency_age on idempotency (created_at);

-- The timeline of a subject and the source of live updates. Numbered per subject under an advisory lock.
create table event (
  subject      uuid not null,
  seq          int not null,
  kind         text not null,
  at           timestamptz not null default now(),
  detail       jsonb not null default '{}',
  primary key (subject, seq)
);

-- Addresses of a team that are told of events.
create table webhook (
  id           uuid primary key,
  team_id      uuid not null references team (id),
  url          text not null check (length(url) between 1 and 2000),
  events       text[] not null check (cardinality(events) > 0
    and events <@ array['run-ended', 'run-failed', 'board-changed']),
  active       boolean not null default true,
  created_by   uuid not null references account (id),
  created_at   timestamptz not null default now()
);
create index webhook_team on webhook (team_id);

-- What signs the messages of a webhook, sealed by the api's vault. An earlier one goes on signing until it ends.
create table webhook_secret (
  id           uuid primary key,
  webhook_id   uuid not null references webhook (id) on delete cascade,
  sealed       text not null check (sealed ~ '^[0-9a-f]{8}:'),
  created_at   timestamptz not null default now(),
  ends_at      timestamptz
);
create index webhook_secret_webhook on webhook_secret (webhook_id);

-- Where an account gets mail. Nothing but a code goes there before it is confirmed.
create table mail_address (
  account_id    uuid primary key references account (id),
  address       text not null check (length(address) between 3 and 254),
  events        text[] not null check (events <@ array['run-ended', 'run-failed', 'board-changed']),
  confirmed_at  timestamptz,
  hash          bytea check (length(hash) = 32),
  code_ends_at  timestamptz,
  code_failures int not null default 0,
  check ((hash is null) = (code_ends_at is null))
);

-- What leaves otherwise than by the broker: put here in the transaction in which it happens. The claim is who sends it
-- now; due_at is then when it is sent again if nothing was heard of that.
create table outbox (
  id           uuid primary key,
  kind         text not null check (kind in ('webhook', 'mail')),
  webhook_id   uuid references webhook (id) on delete cascade,
  account_id   uuid references account (id),
  event        text not null,
  subject      uuid not null,
  data         text not null,
  state        text not null check (state in ('ready', 'sent', 'failed')),
  due_at       timestamptz,
  claim        uuid,
  attempts     int not null default 0,
  last_at      timestamptz,
  last_status  int,
  last_error   text,
  created_at   timestamptz not null default now(),
  check ((due_at is not null) = (state = 'ready')),
  check (claim is null or state = 'ready'),
  check ((kind = 'webhook') = (webhook_id is not null)),
  check ((kind = 'mail') = (account_id is not null))
);
create index outbox_due on outbox (due_at) where due_at is not null;
create unique index outbox_webhook on outbox (webhook_id, event, subject) where webhook_id is not null;
-- A mail is sent anew for what happens after the last one went out.
create unique index outbox_mail on outbox (account_id, event, subject) where account_id is not null and state = 'ready';
create index outbox_code on outbox (created_at) where event = 'confirm-address';

create table blob (
  sha256       bytea primary key check (length(sha256) = 32),
  size         bigint not null check (size >= 0),
  file_size    bigint not null check (file_size >= 0),
  media_type   text not null,
  created_at   timestamptz not null default now()
);

comment on column blob.file_size is 'Bytes of the compressed file, so that a file cut short shows without being read.';

-- Rights ---------------------------------------------------------------------------------------------------------
-- The api works as palmares_api: what was measured, published or written down can be added to, never changed.
-- Gold it reads and adds to as palmares_gold, one piece of work at a time, so that no other query finds any. Erasing
-- what a person wrote has a role of its own, which the api does not enter. Roles belong to the server, so another
-- database may have made them already, or be making them right now.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['palmares_api', 'palmares_gold', 'palmares_erasure'] loop
    -- An owner of the schema who may not make roles finds them there, and needs to be in none of them.
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    execute format('grant usage on schema public to %I', wanted);
  end loop;
end $$;

grant select, insert on all tables in schema public to palmares_api;
revoke insert on flyway_schema_history from palmares_api;
revoke all on gold from palmares_api;
grant usage on all sequences in schema public to palmares_api;
grant update on
  account, team, membership, invitation, provider_identity, access_token, second_factor, recovery_code,
  benchmark, benchmark_version, benchmark_draft, system, secret, submission,
  run, worker, job, team_turn, attempt, evaluator_version, erratum,
  leaderboard, quota, budget, idempotency, webhook, webhook_secret, mail_address, outbox
to palmares_api;
grant delete on benchmark_draft, membership, access_token, second_factor, recovery_code, secret, idempotency,
  webhook, webhook_secret, mail_address, outbox to palmares_api;

grant select, insert on gold to palmares_gold;
grant select on benchmark_example, example to palmares_gold;

grant select on response, submission, blob to palmares_erasure;
grant update (text, blob_sha256, erased_at) on response to palmares_erasure;
grant delete on blob to palmares_erasure;
grant insert on audit_event to palmares_erasure;
grant usage on sequence audit_event_id_seq to palmares_erasure;
