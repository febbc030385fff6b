package huisheng.http;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of one item of a body, not yet read as JSON.
 *
 * @param bytes null where they pass the bound of an item and were let go
 * @param line of an NDJSON body, from 1; null for JSON
 */
record Frame(byte @Nullable [] bytes, @Nullable Integer line) {}
