package huisheng.http;

import huisheng.store.RequestKeys;

/** Problems, what was learnt of them, and what to do about the next. */
public record ClosedLoop(Ticketing tickets, CaseLibrary cases, Playbooks playbooks, RequestKeys requests) {}
