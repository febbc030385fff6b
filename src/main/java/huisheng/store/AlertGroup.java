package huisheng.store;

/** Of a rule: what its alerts are about, one that is not closed at a time. */
record AlertGroup(long rule, String key) {}
