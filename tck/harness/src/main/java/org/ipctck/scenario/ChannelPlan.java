package org.ipctck.scenario;

/**
 * A channel that a scenario asks for.
 *
 * @param name its label within the scenario, unique
 * @param number its number in the ids of messages, 0 to 255, unique
 * @param path the name given to the transport
 * @param folder a folder below the scratch directory, empty for the scratch directory itself
 * @param capacity messages of the largest size that must fit, 0 for a rendezvous
 * @param maxBytes the largest message in bytes
 * @param senders how many senders may be open at a time
 * @param receivers how many receivers may be open at a time
 */
public record ChannelPlan(
    String name,
    int number,
    String path,
    String folder,
    int capacity,
    int maxBytes,
    int senders,
    int receivers) {}
