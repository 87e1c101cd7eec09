package downhill.study.automl;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.study.sample.TpeSampler;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where AutoML begins, by what the data are. */
class AutoSpaceTest {
    private static AutoSpace of(String sample) {
        return new AutoSpace(Samples.prepared(sample));
    }

    /** A table with the columns of a sample, with or without gaps. */
    private static Table table(String sample, boolean gaps) {
        return Tables.table(Samples.prepared(sample).preprocessing().features().stream().map(each -> each.column()).distinct()
                .map(name -> Tables.numbers(name, 1, gaps ? Double.NaN : 2)).toArray(downhill.data.Column[]::new));
    }

    @ParameterizedTest
    @CsvSource({"iris, softmax", "breast-cancer, logistic", "diabetes, linear", "wine, softmax"})
    void theLinearFamilyIsFirstAndEveryPlaceToBeginIsAPoint(String sample, String linear) {
        AutoSpace auto = of(sample);
        assertThat(auto.tried().get(0)).isEqualTo(linear);
        SearchSpace space = auto.space(table(sample, false), Set.of());
        List<List<Map<String, Object>>> stages = auto.stages(space);
        List<Map<String, Object>> first = stages.stream().flatMap(List::stream).toList();
        assertThat(first).allMatch(space::holds).doesNotHaveDuplicates();
        assertThat(first.stream().map(each -> each.get("model")).distinct()).as("one of each family").hasSameSizeAs(auto.tried());
        assertThat(stages.get(0)).allMatch(each -> each.get("model").equals(linear));
        assertThat(auto.steps()).isBetween(600L, 3000L);
        assertThat(auto.steps() % 100).isZero();
    }

    @Test
    void aPolynomialIsTriedForNumbers() {
        assertThat(of("diabetes").tried()).containsExactly("linear", "polynomial", "mlp");
        assertThat(of("breast-cancer").tried()).containsExactly("logistic", "mlp");
    }

    @Test
    void whatAPersonHasSetIsNotSearchedOverAndGapsAre() {
        AutoSpace auto = of("iris");
        List<String> all = auto.space(table("iris", true), Set.of()).knobs().stream().map(Knob::name).toList();
        assertThat(all).contains("missing", "hidden", "learningRate");
        assertThat(auto.space(table("iris", false), Set.of()).knobs()).extracting(Knob::name).doesNotContain("missing");
        SearchSpace fixed = auto.space(table("iris", false), Set.of("learningRate", "hidden"));
        assertThat(fixed.knobs()).extracting(Knob::name).doesNotContain("learningRate", "hidden");
        assertThat(auto.stages(fixed).stream().flatMap(List::stream)).allMatch(fixed::holds);
    }

    /** First the points to begin with, in their order; then points of the space, of which one depends on the seed alone. */
    @Test
    void whatIsTriedBeginsWithTheStages() {
        AutoSpace auto = of("iris");
        SearchSpace space = auto.space(table("iris", false), Set.of());
        List<Map<String, Object>> first = auto.stages(space).stream().flatMap(List::stream).toList();
        StagedSampler sampler = new StagedSampler(first, new TpeSampler(3));
        List<Map<String, Object>> tried = Stream.iterate(0, i -> i + 1).limit(first.size() + 3L).map(i -> sampler.next(space, List.of(), i))
                .toList();
        assertThat(tried.subList(0, first.size())).isEqualTo(first);
        assertThat(tried).allMatch(space::holds);
        assertThat(new StagedSampler(first, new TpeSampler(3)).next(space, List.of(), first.size())).isEqualTo(tried.get(first.size()));
    }
}
