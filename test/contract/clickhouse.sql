-- What the connector `clickhouse` writes to. ClickHouse 24.5 or newer; on a cluster with ReplicatedReplacingMergeTree and without the setting.
-- One row for each review and each preference: its newest revision. A record's id is a UUIDv7, so all its revisions fall into one month.

CREATE TABLE bluepencil (
  id String,
  type LowCardinality(String),
  record_id UUID,
  revision UInt32,
  occurred_at DateTime64(3, 'UTC'),
  reviewer_id Nullable(String),
  reviewer_role LowCardinality(Nullable(String)),
  answer_id Nullable(String),
  site LowCardinality(Nullable(String)),
  provider LowCardinality(Nullable(String)),
  model LowCardinality(Nullable(String)),
  rating Nullable(Int8),
  decision LowCardinality(Nullable(String)),
  categories Array(LowCardinality(String)),
  event String CODEC(ZSTD(3)),
  received_at DateTime('UTC') DEFAULT now()
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(UUIDv7ToDateTime(record_id, 'UTC'))
ORDER BY record_id
SETTINGS non_replicated_deduplication_window = 1000;

-- What holds now: neither withdrawn nor erased.
CREATE VIEW bluepencil_now AS
SELECT * FROM bluepencil FINAL WHERE type IN ('review.final', 'preference.saved');
