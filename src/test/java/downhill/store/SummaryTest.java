package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a folder of results holds: numbers that are numbers, absent ones that are null, files that are whole. */
class SummaryTest {
    @TempDir
    private Path folder;

    private static RaceSummary.Entrant entrant(String outcome, String reason, double loss, List<RaceSummary.Seed> seeds) {
        return new RaceSummary.Entrant("Adam", "adam", outcome, reason, 40, 1.5, loss, loss, 0.25, new RaceSummary.Best(0.125, 30, true),
                new RaceSummary.Metric("accuracy", 0.75), 1e4, seeds);
    }

    private static JsonNode json(RaceSummary summary) {
        return Json.parse(ResultsStore.summaryText(summary).getBytes(StandardCharsets.UTF_8), "summary.json");
    }

    @Test
    void everyNumberStandsUnderItsName() {
        JsonNode one = json(new RaceSummary(List.of(entrant("FINISHED", null, 0.5, List.of())), "CPU", 7, null)).get("contenders").get(0);
        assertThat(one.get("initialLoss").doubleValue()).isEqualTo(1.5);
        assertThat(one.get("finalLoss").doubleValue()).isEqualTo(0.5);
        assertThat(one.get("validationLoss").doubleValue()).isEqualTo(0.25);
        assertThat(one.get("bestValidationLoss").doubleValue()).isEqualTo(0.125);
        assertThat(one.get("bestStep").longValue()).isEqualTo(30);
        assertThat(one.get("overfitsSince").longValue()).isEqualTo(30);
        assertThat(one.get("metric").get("name").stringValue()).isEqualTo("accuracy");
        assertThat(one.get("metric").get("value").doubleValue()).isEqualTo(0.75);
        assertThat(one.has("reason")).as("nothing went wrong").isFalse();
        assertThat(one.has("seeds")).as("there is one only").isFalse();
    }

    @Test
    void whatIsNoNumberIsNull() {
        RaceSummary.Entrant diverged = new RaceSummary.Entrant("SGD", "sgd", "DIVERGED", "step 3: W1 became infinite", 3, 1.5,
                Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, new RaceSummary.Best(Double.NaN, -1, false), null, Double.NaN, List.of());
        JsonNode one = json(new RaceSummary(List.of(diverged), "CPU", 7, null)).get("contenders").get(0);
        assertThat(one.get("reason").stringValue()).contains("infinite");
        for (String name : List.of("finalLoss", "loss", "validationLoss", "bestValidationLoss", "bestStep", "metric", "stepsPerSecond")) {
            assertThat(one.get(name).isNull()).as(name).isTrue();
        }
        assertThat(one.has("overfitsSince")).isFalse();
    }

    /** Mean 2, sample deviation 1 of 1, 2, 3. */
    @Test
    void severalSeedsAreToldOneByOneAndTogether() {
        List<RaceSummary.Seed> seeds = List.of(new RaceSummary.Seed(5, 1, 2, 3, 0.5), new RaceSummary.Seed(6, 2, 2, 3, 0.5),
                new RaceSummary.Seed(7, 3, 2, 3, 0.5));
        JsonNode all = json(new RaceSummary(List.of(entrant("FINISHED", null, 2, seeds)), "CPU", 5, null)).get("contenders").get(0)
                .get("seeds");
        assertThat(all.get("finalLoss").get("mean").doubleValue()).isEqualTo(2);
        assertThat(all.get("finalLoss").get("standardDeviation").doubleValue()).isEqualTo(1, within(1e-12));
        assertThat(all.get("finalLoss").get("least").doubleValue()).isEqualTo(1);
        assertThat(all.get("finalLoss").get("most").doubleValue()).isEqualTo(3);
        assertThat(all.get("each").get(2).get("seed").longValue()).isEqualTo(7);
        assertThat(all.get("each").get(2).get("finalLoss").doubleValue()).isEqualTo(3);
    }

    @Test
    void dataAreToldWithWhatWasGuessedOfThem() {
        RaceSummary.Data data = new RaceSummary.Data(10, 2, 1, 3, 0, 4, 6, 3, new RaceSummary.Guess("y", true),
                new RaceSummary.Guess("binary", false),
                List.of("id"), List.of("A sentence."));
        JsonNode told = json(new RaceSummary(List.of(), "CPU", 0, data)).get("data");
        assertThat(told.get("rows").intValue()).isEqualTo(10);
        assertThat(told.get("leftOut").intValue()).isEqualTo(2);
        assertThat(told.get("unused").intValue()).isEqualTo(1);
        assertThat(told.get("equalRows").intValue()).isEqualTo(3);
        assertThat(told.get("badCells").intValue()).isEqualTo(4);
        assertThat(told.get("targetGuessed").booleanValue()).isTrue();
        assertThat(told.get("classesGuessed").booleanValue()).isFalse();
        assertThat(told.get("ignored").get(0).stringValue()).isEqualTo("id");
        assertThat(told.get("notes").get(0).stringValue()).isEqualTo("A sentence.");
    }

    @Test
    void aGrowingFileHasItsNameOnceItIsWhole() throws IOException {
        ResultsStore results = new ResultsStore(folder.resolve("deep/down"));
        String told = results.growing("history.csv", part -> {
            assertThat(results.file("history.csv")).doesNotExist();
            try (HistoryCsv csv = new HistoryCsv(part)) {
                csv.row("=Adam", 0, 0, 0.5, Double.NaN, 0.1);
            }
            return "done";
        });
        assertThat(told).isEqualTo("done");
        assertThat(Files.readAllLines(results.file("history.csv")))
                .containsExactly("contender,step,epoch,train_loss,validation_loss,learning_rate",
                "'=Adam,0,0.0,0.5,,0.1");
    }

    @Test
    void workThatFailsLeavesWhatWasThere() throws IOException {
        ResultsStore results = new ResultsStore(folder);
        Files.writeString(results.file("history.csv"), "before");
        assertThatThrownBy(() -> results.growing("history.csv", part -> {
            try (HistoryCsv csv = new HistoryCsv(part)) {
                csv.row("Adam", 0, 0, 0.5, Double.NaN, 0.1);
            }
            throw new IllegalStateException("in the middle");
        })).hasMessageContaining("in the middle");
        assertThat(Files.readString(results.file("history.csv"))).isEqualTo("before");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("history.csv");
        }
    }
}
