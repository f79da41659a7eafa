package org.ipctck.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that the kit itself does around the peers: it looks, or touches what they have left or
 * rely on.
 *
 * @param name unique within the scenario
 * @param deed what it does
 * @param gate what must have happened before
 */
public record Move(String name, Deed deed, Gate gate) {

  /** What the kit can do. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Look.class, name = "look"),
    @JsonSubTypes.Type(value = Watch.class, name = "watch"),
    @JsonSubTypes.Type(value = Put.class, name = "put"),
    @JsonSubTypes.Type(value = Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = Starve.class, name = "starve"),
    @JsonSubTypes.Type(value = Feed.class, name = "feed"),
    @JsonSubTypes.Type(value = Intrude.class, name = "intrude"),
  })
  public sealed interface Deed {}

  /** Looks once at names, descriptors and sockets. */
  public record Look() implements Deed {}

  /** Looks at names from now on without a pause, until the script is over. */
  public record Watch() implements Deed {}

  /**
   * Puts a thing where a name of a channel was or is.
   *
   * @param channel the label of the channel
   * @param place which of the names that its channel was last seen to have, counted from 0 and
   *     around again
   * @param thing what is put there
   */
  public record Put(String channel, int place, Thing thing) implements Deed {}

  /** Removes the names that a channel has now. */
  public record Remove(String channel) implements Deed {}

  /** Leaves a process only so many descriptors more than it has. */
  public record Starve(String process, int spare) implements Deed {}

  /** Gives a process back the descriptors that it could have before, and room on its small disk. */
  public record Feed(String process) implements Deed {}

  /** Writes into a channel what nobody sends, through whatever its names stand for. */
  public record Intrude(String channel, Intrusion what) implements Deed {}

  /** What can stand at a name that no transport made. */
  public enum Thing {
    /** A regular file with words in it. */
    FILE,
    /** A directory with a file in it. */
    DIRECTORY,
    /** A symbolic link to a regular file with words in it. */
    LINK,
    /** A symbolic link to nothing. */
    DANGLING,
    /** A FIFO that nobody has open. */
    FIFO,
    /** A socket that nobody listens to. */
    SOCKET
  }
}
