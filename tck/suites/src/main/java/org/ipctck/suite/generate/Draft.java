package org.ipctck.suite.generate;

import java.util.List;

/**
 * What is drawn of a scenario with traffic; every draft, and every smaller one, can be played.
 *
 * @param sizes for each sender the sizes of its messages, as drawn
 * @param capacity messages that must fit
 * @param receivers how many receivers
 * @param sendPause between two sends, in microseconds
 * @param receivePause between two receives, in microseconds
 * @param stop after how many operations a process stands still for a moment; 0 for never
 * @param seed the seed of the scenario
 */
record Draft(
    List<List<Integer>> sizes,
    int capacity,
    int receivers,
    int sendPause,
    int receivePause,
    int stop,
    long seed) {}
