package huisheng.http;

/** What is wrong at one place of a body; the problem document tells it as {@code {pointer, detail}}. */
record Fault(String pointer, Phrase reason) {}
