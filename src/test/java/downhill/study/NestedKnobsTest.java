package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.words.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each contender is tuned over. */
class NestedKnobsTest {
    private static final RuleLibrary RULES = RuleLibrary.complete();

    private static NestedKnobs knobs(boolean all, String... wanted) {
        return new NestedKnobs(Stream.of(wanted).map(VaryText::read).toList(), all, RULES, text -> Schedule.CONSTANT);
    }

    private static Experiment of(String rule, Map<String, Double> settings) {
        return Studies.iris(10).withContenders(List.of(ContenderSpec.of("c", "C", rule, settings, 0)));
    }

    private static List<String> names(SearchSpace space) {
        return space.knobs().stream().map(Knob::name).toList();
    }

    /** Whatever it is, its own rate is in the range, which goes a hundredth and a hundred times as far but not out of what is sensible. */
    @Test
    void whereNothingIsWantedTheRateIsTunedAboutItsOwn() {
        for (var rule : RULES.all()) {
            var declared = rule.hyperparameters().stream().filter(each -> each.key().equals("learningRate")).findFirst();
            for (double own : new double[] {1e-9, 1e-3, 0.5, 1e4}) {
                Experiment one = of(rule.id(), declared.isPresent() ? Map.of("learningRate", own) : Map.of());
                var space = knobs(false).space(one);
                assertThat(space.isPresent()).as(rule.id()).isEqualTo(declared.isPresent());
                space.ifPresent(found -> {
                    NumberRange range = (NumberRange) found.knobs().get(0).extent();
                    assertThat(names(found)).containsExactly("learningRate");
                    assertThat(range.holds(own)).as("%s %s", rule.id(), own).isTrue();
                    assertThat(range.low()).isGreaterThanOrEqualTo(Math.min(own, declared.get().min()));
                    assertThat(range.high()).isLessThanOrEqualTo(Math.max(own, declared.get().max()));
                });
            }
        }
    }

    /** What only some rules have is tuned of those; what belongs to no rule, as the size of a batch, of all. */
    @Test
    void eachHasOfWhatIsWantedWhatItHas() {
        NestedKnobs wanted = knobs(false, "beta2=0.9..0.999", "batch=16,32");
        assertThat(names(wanted.space(of("adam", Map.of())).orElseThrow())).containsExactly("beta2", "batch");
        assertThat(names(wanted.space(of("momentum", Map.of())).orElseThrow())).containsExactly("batch");
        assertThat(wanted.used()).containsExactly("beta2", "batch");
        assertThatCode(wanted::requireUsed).doesNotThrowAnyException();
        assertThat(knobs(false, "beta2=0.9..0.999").space(of("momentum", Map.of()))).isEmpty();
    }

    @Test
    void withAllNumbersWhatIsWantedKeepsItsRange() {
        SearchSpace space = knobs(true, "learningRate=0.1..0.2").space(of("adam", Map.of())).orElseThrow();
        assertThat(names(space)).contains("learningRate", "beta1", "beta2").doesNotHaveDuplicates();
        assertThat(space.knob("learningRate").orElseThrow().extent()).isEqualTo(NumberRange.real(0.1, 0.2, false));
    }

    @Test
    void whatNobodyHasIsRefusedByItsName() {
        NestedKnobs wanted = knobs(false, "beta2=0.9..0.999", "rho=0.5..0.9");
        wanted.space(of("adam", Map.of()));
        assertThatThrownBy(wanted::requireUsed).isInstanceOf(RefusedException.class).hasMessageContaining("rho");
    }
}
