package downhill.cli.bench;

import java.util.Map;

/**
 * One work beside other programs.
 *
 * @param work                what is trained
 * @param microsecondsPerStep of one run here, the fastest of some repetitions
 * @param peers               the same of other programs, by name and version
 */
public record PeerFigure(String work, double microsecondsPerStep, Map<String, Double> peers) {
}
