package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.expr.FormulaException;
import downhill.words.Words;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who have read one page of papers, Python or LaTeX more than of docs/rules.md: each is told where and what to write. */
class MistakesTest {
    private static final String GOOD = """
            id: my-rule
            name: My rule
            hyperparameters:
              η learningRate 0.1 in [1e-5, 1] log
            states:
              m ← 0
            update:
              m ← 0.9·m + g
              for matrices:
                repeat 3:
                  m ← m / norm(m)
                end
                θ ← θ − η·m
              otherwise:
                θ ← θ − η·g
              end
            """;

    private static FormulaException fault(String text) {
        return catchThrowableOfType(() -> RuleParser.parse(text), FormulaException.class);
    }

    /** What stands in the good rule, what somebody writes instead of it, and what is said in English. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {
        "id: ¦ ID:¦ 1:1 ¦ begin with id:",
        "id: ¦ id ¦ 1:1 ¦ begin with id:",
        "id: ¦ id：¦ 1:1 ¦ begin with id:",
        "hyperparameters: ¦ hyperparameters ¦ 3:1 ¦ begin with hyperparameters:",
        "hyperparameters: ¦ Hyper-parameter: ¦ 3:1 ¦ begin with hyperparameters:",
        "states: ¦ state: ¦ 5:1 ¦ begin with states:",
        "update: ¦ update ¦ 7:1 ¦ begin with update:",
        "update: ¦ Updates： ¦ 7:1 ¦ begin with update:",
        "0.1 in [1e-5, 1] ¦ 0.1 in [1e-5，1] ¦ 4:30 ¦ write , instead",
        "0.1 in [1e-5, 1] ¦ 0.1 in 【1e-5, 1】 ¦ 4:25 ¦ write [ instead",
        "m ← 0 ¦ m [rows, columns] ← 0 ¦ 6:5 ¦ [rows × columns]",
        "for matrices: ¦ for matrices ¦ 9:3 ¦ write for matrices:",
        "for matrices: ¦ for matrices：¦ 9:3 ¦ write for matrices:",
        "for matrices: ¦ for matrix: ¦ 9:3 ¦ there are for matrices:",
        "for matrices: ¦ while t < 3: ¦ 9:3 ¦ there are for matrices:",
        "for matrices: ¦ if t > 1: ¦ 9:3 ¦ if(condition",
        "otherwise: ¦ else: ¦ 14:3 ¦ otherwise: opens",
        "otherwise: ¦ otherwise ¦ 14:3 ¦ write otherwise:",
        "repeat 3: ¦ repeat: ¦ 10:5 ¦ from 1 to 20",
        "repeat 3: ¦ repeat k: ¦ 10:5 ¦ from 1 to 20",
        "repeat 3: ¦ repeat 3 ¦ 10:5 ¦ write repeat 3:",
        "repeat 3: ¦ every: ¦ 10:5 ¦ above 0",
        "repeat 3: ¦ every 0: ¦ 10:5 ¦ above 0",
        "repeat 3: ¦ for i in range(3): ¦ 10:5 ¦ there are for matrices:",
        "end ¦ end repeat ¦ 12:5 ¦ alone in its line",
        "norm(m) ¦ norm（m）¦ 11:19 ¦ write ( instead",
        "norm(m) ¦ Norm(m) ¦ 11:15 ¦ write norm",
        "norm(m) ¦ ‖m‖ ¦ 11:15 ¦ write norm(…) instead",
        "norm(m) ¦ np.norm(m) ¦ 11:17 ¦ Names have no points",
        "norm(m) ¦ m.T ¦ 11:16 ¦ transpose(x)",
        "norm(m) ¦ mᵀ ¦ 11:15 ¦ write transpose(m)",
        "norm(m) ¦ \\sqrt{m} ¦ 11:15 ¦ LaTeX",
        "norm(m) ¦ norm(m) // long ¦ 11:23 ¦ begins with #",
        "norm(m) ¦ [m] ¦ 11:15 ¦ write ( instead",
        "norm(m) ¦ loss(m) ¦ 11:15 ¦ loss at",
        "norm(m) ¦ η(m + 1) ¦ 11:15 ¦ write η*(…)",
        "norm(m) ¦ g⁰·⁵ ¦ 11:18 ¦ '^5'",
        "0.9·m + g ¦ ½·m + g ¦ 8:7 ¦ write 1/2 instead",
        "0.9·m + g ¦ 0.9·m + g_t ¦ 8:15 ¦ but g is",
        "0.9·m + g ¦ 0.9·M + g ¦ 8:11 ¦ but m is",
        "θ − η·g ¦ w − η·g ¦ 15:9 ¦ but θ is",
        "θ − η·g ¦ θ − lr·g ¦ 15:13 ¦ but η is",
        "0.9·m + g ¦ 0.9·m — g ¦ 8:13 ¦ write - instead",
        "m ← 0.9·m + g ¦ m : 0.9·m + g ¦ 8:5 ¦ write <- instead",
        "m ← 0.9·m + g ¦ 0.9·m + g → m ¦ 8:13 ¦ write <- instead"})
    void eachIsToldWhereAndWhatToWrite(String good, String written, String place, String words) {
        assertThat(GOOD).contains(good);
        FormulaException fault = fault(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(written)));
        assertThat(fault).isNotNull();
        assertThat(fault.line() + ":" + fault.column() + " " + fault.sentence()).startsWith(place + " ").contains(words);
        assertThat(Words.of(Locale.SIMPLIFIED_CHINESE).say(fault.what())).isNotEqualTo(fault.sentence()).doesNotContain("{0}");
    }

    /** A Chinese keyboard left on: each sign of the good rule typed with it is told at its place, with what an English one writes. */
    @Test
    void everySignOfAChineseKeyboardIsToldWhereItStands() {
        int told = 0;
        for (int at = GOOD.indexOf("hyperparameters"); at < GOOD.length(); at++) {
            char c = GOOD.charAt(at);
            if (c > ' ' && c < 0x7F && !Character.isLetter(c)) {
                FormulaException fault = fault(GOOD.substring(0, at) + (char) (c + 0xFEE0) + GOOD.substring(at + 1));
                assertThat(fault).as("character %s", at).isNotNull();
                assertThat(fault.line()).as(fault.getMessage()).isEqualTo(1 + GOOD.substring(0, at).chars().filter(ch -> ch == '\n').count());
                assertThat(fault.sentence()).matches(".*(write |begin with |whole number).*");
                told++;
            }
        }
        assertThat(told).isGreaterThan(20);
    }

    @Test
    void aRuleWithoutAnUpdateIsToldSo() {
        assertThat(fault("id: a\nname: A\n").sentence()).startsWith("The rule has no update");
    }

    /** Lines of a formula that goes on over several, and names that are words elsewhere, are no parts. */
    @Test
    void whatIsNoPartIsNotTakenForOne() {
        assertThat(fault("id: a\nname: A\nupdate:\n  θ ← θ − 0.1·(\n    if(g > 0, 1, 2)\n    + g)")).isNull();
        assertThat(fault("id: a\nname: A\nupdate:\n  repeat ← 2·g\n  for ← repeat\n  θ ← θ − 0.1·for")).isNull();
    }
}
