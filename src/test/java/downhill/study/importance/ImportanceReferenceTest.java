package downhill.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Held to Optuna's values (reference/importance.py): of few trials PED-ANOVA, of many its forest, which is as random as ours. */
class ImportanceReferenceTest {
    private static final SearchSpace SPACE = new SearchSpace(Stream.of("x=0..1", "y=0..1", "rate=1e-4..1:log", "kind=a,b,c")
            .map(VaryText::read).toList());

    private static List<JsonNode> studies(boolean few) throws IOException {
        try (InputStream file = ImportanceReferenceTest.class.getResourceAsStream("/reference/importance.json")) {
            return JsonMapper.shared().readTree(file).get("studies").valueStream().filter(study -> few != study.has("spread")).toList();
        }
    }

    private static List<Trial> trials(JsonNode study) {
        List<Trial> trials = new ArrayList<>();
        for (JsonNode each : study.get("trials")) {
            Map<String, Object> values = new LinkedHashMap<>();
            Stream.of("x", "y", "rate").forEach(knob -> values.put(knob, each.get(knob).asDouble()));
            values.put("kind", each.get("kind").asString());
            trials.add(Trial.begun(trials.size(), values, 0, 0)
                    .ended(TrialState.COMPLETE, study.get("losses").get(trials.size()).asDouble()));
        }
        return trials;
    }

    @Test
    void fewTrialsTellWhatTheyTellOptuna() throws IOException {
        assertThat(studies(true)).hasSize(10).allSatisfy(study -> {
            Importance found = Importance.of(SPACE, trials(study));
            assertThat(found.few()).isTrue();
            found.shares().forEach((knob, share) -> assertThat(share).as("%s of %s", knob, study.get("function"))
                    .isCloseTo(study.get("shares").get(knob).asDouble(), within(1e-9)));
        });
    }

    /** Other trees are drawn: where Optuna's own seeds differ by s, we may by four of that; 0.03 more for how choices are cut. */
    @Test
    void manyTrialsTellWhatTheyTellOptuna() throws IOException {
        assertThat(studies(false)).hasSize(5).allSatisfy(study -> {
            Importance found = Importance.of(SPACE, trials(study));
            assertThat(found.few()).isFalse();
            found.shares().forEach((knob, share) -> assertThat(share).as("%s of %s", knob, study.get("function"))
                    .isCloseTo(study.get("shares").get(knob).asDouble(), within(0.03 + 4 * study.get("spread").get(knob).asDouble())));
        });
    }
}
