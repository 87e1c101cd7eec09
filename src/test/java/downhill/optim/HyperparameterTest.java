package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HyperparameterTest {
    static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream();
    }

    @Test
    void aSwitchIsOnOrOff() {
        Hyperparameter nesterov = RuleLibrary.builtIn().byId("sgd").orElseThrow().hyperparameter("nesterov").orElseThrow();
        assertNull(nesterov.problemWith(1));
        assertNotNull(nesterov.problemWith(0.5));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void builtInRulesAreComplete(Rule rule) {
        assertFalse(rule.source().isBlank(), rule.id());
        Set<String> keys = new HashSet<>();
        for (Hyperparameter h : rule.hyperparameters()) {
            assertTrue(keys.add(h.key()));
            assertNull(h.problemWith(h.defaultValue()));
            assertNull(h.problemWith(h.min()), rule.id() + " slider of " + h.key());
            assertNull(h.problemWith(h.max()), rule.id() + " slider of " + h.key());
            assertTrue(h.min() < h.max());
        }
        assertEquals(0, rule.learningRateIndex(), "the learning rate comes first");
    }

    @Test
    void aUsersRuleReplacesOneOfTheSameId() {
        Rule own = RuleParser.parse("id: adam\nname: Mine\nupdate:\nθ ← θ − 0.1·g");
        RuleLibrary library = RuleLibrary.builtIn().with(own);
        assertEquals("Mine", library.byId("adam").orElseThrow().name());
        assertEquals(RuleLibrary.builtIn().all().size(), library.all().size());
        assertTrue(library.byId("nothing").isEmpty());
    }
}
