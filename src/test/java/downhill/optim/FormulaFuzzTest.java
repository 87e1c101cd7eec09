package downhill.optim;

import com.code_intelligence.jazzer.junit.FuzzTest;
import downhill.expr.FormulaException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Any text in a rule's place is either a rule that prints and compiles, or refused with a message that tells where. */
@Tag("fuzz")
class FormulaFuzzTest {
    private static final String KNOWN = knownWithoutItsLastLine();

    /** Up to the first line of its part for matrices, where everything that looks at tensors may follow. */
    private static final String MATRICES = untilItsMatrices();

    private static String untilItsMatrices() {
        String known = RuleLibrary.builtIn().byId("muon").orElseThrow().text();
        int part = known.indexOf("for matrices:");
        return known.substring(0, known.indexOf('\n', part));
    }

    @FuzzTest(maxDuration = "3m")
    void anyTextIsARuleOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        tried(text);
        tried(KNOWN + "\n" + text);
        tried(MATRICES + "\n" + text);
    }

    private static String knownWithoutItsLastLine() {
        String known = RuleLibrary.builtIn().byId("momentum").orElseThrow().text();
        return known.substring(0, Math.max(0, known.lastIndexOf('\n', known.length() - 2)));
    }

    private static void tried(String text) {
        try {
            RuleParser.parse(text);
        } catch (FormulaException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("no message", refused);
            }
        }
    }
}
