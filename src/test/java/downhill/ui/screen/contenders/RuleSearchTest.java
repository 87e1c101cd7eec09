package downhill.ui.screen.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Rule;
import downhill.optim.RuleFamily;
import downhill.optim.RuleLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSearchTest {
    private static final List<Rule> RULES = RuleLibrary.complete().all();

    @Test
    void lettersOfTheNameFindItAndThoseThatBeginWithThemComeFirst() {
        assertThat(ids("mom", null)).startsWith("momentum").contains("nesterov", "rmsprop-momentum");
        assertThat(ids("ADAM", null)).startsWith("adam", "adamw").contains("amsgrad", "nadam");
        assertThat(ids("  prop  centered ", null)).containsExactly("rmsprop-centered", "rmsprop-centered-momentum");
        assertThat(ids("", null)).hasSize(RULES.size());
        assertThat(ids("no such thing", null)).isEmpty();
    }

    @Test
    void aFamilyIsFoundByItsWordInEveryLanguageAndByTheChoice() {
        assertThat(ids("second order", null)).containsExactly("adagrad-full", "shampoo", "soap", "adahessian", "sophia-h", "kron",
                "natural-gradient", "newton-cg", "gauss-newton", "lbfgs-lines", "lbfgs").isEqualTo(ids("二阶", null))
                .isEqualTo(ids("", RuleFamily.SECOND_ORDER));
        assertThat(ids("", RuleFamily.SIGN)).containsExactly("rprop", "lion", "grams");
        assertThat(ids("momentum", RuleFamily.SIGN)).containsExactly("lion", "grams");
    }

    @Test
    void anAuthorIsFoundToo() {
        assertThat(ids("hinton", null)).contains("rmsprop");
    }

    /** Nobody is left out of the families, or else the choice of one would hide it. */
    @Test
    void everyOptimizerOfTheProgramSaysItsFamily() {
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.families()).as(rule.id()).isNotEmpty());
    }

    private static List<String> ids(String typed, RuleFamily family) {
        return RuleSearch.found(RULES, typed, family).stream().map(Rule::id).toList();
    }
}
