package downhill.cli.conform;

import downhill.words.Said;

/**
 * How a case went.
 *
 * @param deviation worst relative deviation, NaN where nothing could be compared
 * @param note      why it is unsupported or has failed; may be empty
 */
public record CaseResult(String name, Verdict verdict, double deviation, Said note) {
    /** The verdicts; only the first is good. */
    public enum Verdict { PASS, FAIL, UNSUPPORTED }
}
