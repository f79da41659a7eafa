package org.ipctck.rule;

/** What can be seen to be wrong, and the one requirement that is blamed for it. */
public enum Observation {
  OVERTAKEN("ORD-1"),
  DUPLICATE("ORD-2"),
  LOST_BETWEEN_THE_LIVING("ORD-3"),
  LOST_AT_CLOSE("ORD-5"),
  END_TOO_EARLY("ORD-5"),
  END_WITHOUT_CLOSE("ORD-5"),
  NO_END("ORD-5"),
  NOT_LINEARIZABLE("ORD-11"),
  WORK_FOR_THE_GONE("ORD-12"),
  CORRUPT("INT-1"),
  INVENTED("INT-1"),
  SPLIT_OR_MERGED("INT-2"),
  MIXED("INT-3"),
  OVERSIZE_NOT_REFUSED("INT-5"),
  CHANNEL_UNUSABLE_AFTER_OVERSIZE("INT-5"),
  TORN_AT_DEATH("INT-7"),
  HIDDEN_AFTER_DEATH("INT-7"),
  CHANGED_AFTER_SEND("ISO-1"),
  CROSSED("ISO-2"),
  STANDS_STILL("ISO-3"),
  REMAINS("ISO-10"),
  RECEIVER_NOT_RELEASED("CRA-1"),
  SENDER_NOT_RELEASED("CRA-2"),
  LOST_WITH_ITS_SENDER("CRA-3"),
  HELD_BY_THE_DEAD("CRA-4"),
  TAKEN_FROM_THE_LIVING("CRA-5"),
  NAME_BLOCKED("CRA-8"),
  NOT_AT_A_BOUNDARY("CRA-8"),
  HALF_MADE("CRA-10"),
  FORMER_END_AT_WORK("CRA-11"),
  CAPACITY_LOST("CRA-12"),
  ACCEPTED_INTO_NOTHING("CRA-16"),
  OVER_CAPACITY("BP-1"),
  OVERFLOW_OTHERWISE("BP-2"),
  TIMED_OUT_EARLY("BP-6"),
  TIMED_OUT_LATE("BP-6"),
  DEAF_TO_INTERRUPTION("BP-6"),
  BEHIND_THE_OTHER_DIRECTION("BP-7"),
  ROOM_NOT_RETURNED("BP-8"),
  NO_SHARE("BP-9"),
  TRY_WAITED("BP-11"),
  REFUSED_WITH_ROOM("BP-12"),
  NOTHING_BESIDE_SOMETHING("BP-13"),
  GHOST("BP-3"),
  UNKNOWN_WITHOUT_CAUSE("BP-3"),
  DROP_NOT_COUNTED("BP-4"),
  SENDER_NOT_WOKEN("BP-5"),
  RECEIVER_NOT_WOKEN("BP-5"),
  NO_RENDEZVOUS("BP-14"),
  CLOSE_NOT_HARMLESS("LIF-1"),
  NOT_RELEASED_BY_CLOSE("LIF-2"),
  WORKS_AFTER_CLOSE("LIF-3"),
  OPEN_NOT_RELEASED("LIF-2"),
  LEAK("LIF-5"),
  NAME_OF_THE_LIVING_GONE("LIF-6"),
  ONE_TOO_MANY("LIF-7"),
  OPENED_OTHERWISE("LIF-8"),
  BROKEN_BY_IDLENESS("LIF-14"),
  NAME_LEFT("LIF-4"),
  FLAGS_CHANGED("ISO-5"),
  BROKEN_APART("ISO-9"),
  DEATH_BY_PROCESS_ID("CRA-13"),
  LISTENS("LOC-1"),
  TOO_WIDE("LOC-2"),
  ABSTRACT_NAME("LOC-3"),
  IMPOSSIBLE_NAME("LOC-5"),
  STRANGER_DELETED("LOC-6"),
  EXCLUDED_NOT_DENIED("LOC-7"),
  BLOCKED_BY_REMAINS("LOC-8"),
  STRANGER_TAKEN_OVER("LOC-9"),
  /** An exception that the interface does not declare: blamed on the requirement under check. */
  UNTYPED_ERROR("");

  private final String requirement;

  Observation(String requirement) {
    this.requirement = requirement;
  }

  /** The id of the requirement that is blamed, empty for whichever is being checked. */
  public String requirement() {
    return requirement;
  }
}
