/**
 * Searches over settings: what is tried ({@link downhill.study.space}), how the next trials are chosen ({@link downhill.study.sample}),
 * which are given up before their end ({@link downhill.study.stop}), and the study that runs them as races and writes them down. Where
 * they are kept is known to the layer above.
 */
package downhill.study;
