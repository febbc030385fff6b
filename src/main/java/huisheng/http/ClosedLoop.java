package huisheng.http;

/** Problems, what was learnt of them, and what to do about the next. */
public record ClosedLoop(Ticketing tickets, CaseLibrary cases, Playbooks playbooks) {}
