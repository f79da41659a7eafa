package org.ipctck.peer;

/** A command of the kit. */
record Command(int id, String what, JsonObject body) {}
