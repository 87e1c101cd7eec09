package downhill.analysis.diagnosis;

/**
 * A trouble and its number.
 *
 * @param value what {@link Trouble} says
 * @param step  since or at which step; −1 where it has no step
 * @param array or layer concerned; empty for the whole
 */
public record Diagnosis(Trouble trouble, double value, long step, String array) {
}
