package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of rows and classes reach the training, its document, and what is trained from the document again. */
class WeightsRunTest {
    private static final String[] TITANIC = {"Class,Sex,Age,Survived,Freq", "1st,Male,Child,No,0", "3rd,Male,Child,No,35",
        "3rd,Female,Child,No,17", "1st,Male,Adult,No,118", "2nd,Male,Adult,No,154", "3rd,Male,Adult,No,387", "Crew,Male,Adult,No,670",
        "1st,Female,Adult,No,4", "2nd,Female,Adult,No,13", "3rd,Female,Adult,No,89", "Crew,Female,Adult,No,3", "1st,Male,Child,Yes,5",
        "2nd,Male,Child,Yes,11", "3rd,Male,Child,Yes,13", "1st,Female,Child,Yes,1", "2nd,Female,Child,Yes,13", "3rd,Female,Child,Yes,14",
        "1st,Male,Adult,Yes,57", "2nd,Male,Adult,Yes,14", "3rd,Male,Adult,Yes,75", "Crew,Male,Adult,Yes,192", "1st,Female,Adult,Yes,140",
        "2nd,Female,Adult,Yes,80", "3rd,Female,Adult,Yes,76", "Crew,Female,Adult,Yes,20"};

    @TempDir
    private Path folder;

    private Path titanic(String... lines) throws IOException {
        return Files.write(folder.resolve("titanic.csv"), Arrays.asList(lines));
    }

    private Path people() throws IOException {
        return Files.write(folder.resolve("people.csv"), Arrays.stream(TITANIC).map(line -> line.substring(0, line.lastIndexOf(',')))
                .flatMap(line -> Stream.generate(() -> line).limit(times(line))).toList());
    }

    private Cli compare(Object csv, String out, String... more) {
        Object[] call = {"compare", csv, "--optimizers", "sgd,lbfgs", "--model", "logistic", "--precision", "double", "--steps", "20",
                "--validation", "0", "--batch", "0",
            "--out", folder.resolve(out)};
        return Cli.run(Stream.concat(Arrays.stream(call), Arrays.stream(more)).toArray());
    }

    private String history(String out) throws IOException {
        return Files.readString(folder.resolve(out).resolve("history.csv"));
    }

    /** The table of counts, and the 2201 people that it stands for, one line each. */
    @Test
    void aTableOfCountsTrainsAsThePeopleItCounts() throws IOException {
        Path counts = titanic(TITANIC);
        Path people = people();
        Cli weighted = compare(counts, "counts", "--target", "Survived", "--weight", "Freq");
        assertThat(weighted.code()).as(weighted.err()).isEqualTo(0);
        assertThat(weighted.err()).contains("24 rows with weights from 1 to 670, 2201 in all")
                .contains("1 row is left out because the weight \"Freq\" is 0")
                .doesNotContain("may say how much");
        Cli repeated = compare(people, "people", "--target", "Survived");
        assertThat(repeated.code()).as(repeated.err()).isEqualTo(0);
        assertThat(losses("counts")).usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(losses("people"));
    }

    private Cli evaluate(Path file, String... more) {
        return Cli.run(Stream.concat(Stream.of("evaluate", folder.resolve("a/model-sgd.downhill-model"), file, "--json"),
                Arrays.stream(more)).toArray());
    }

    /** A model measured on the table of counts is as good as on the people that it stands for. */
    @Test
    void metricsAreThoseOfThePeople() throws IOException {
        Path counts = titanic(TITANIC);
        Path people = people();
        assertThat(compare(counts, "a", "--target", "Survived", "--weight", "Freq").code()).isEqualTo(0);
        Cli weighted = evaluate(counts);
        assertThat(weighted.err()).contains("The metrics are weighted by \"Freq\": 24 rows, 2201 in all.")
                .contains("1 row of weight 0 in \"Freq\" is not measured.");
        Cli repeated = evaluate(people);
        assertThat(repeated.err())
                .contains("The model was trained with rows that count by \"Freq\", which this file does not hold; each row counts once.");
        for (String name : new String[] {"accuracy", "balancedAccuracy", "macroF1", "logLoss", "rocAuc"}) {
            assertThat(Cli.json(weighted.out()).get(name).doubleValue()).as(name)
                    .isCloseTo(Cli.json(repeated.out()).get(name).doubleValue(), within(1e-12));
        }
        assertThat(Cli.json(weighted.out()).get("sumOfWeights").doubleValue()).isEqualTo(2201);
        Cli plain = evaluate(counts, "--unweighted");
        assertThat(plain.err()).doesNotContain("weight");
        assertThat(Cli.json(plain.out()).get("rows").intValue()).isEqualTo(25);
        assertThat(Cli.json(plain.out()).has("weight")).isFalse();
        assertThat(Cli.json(plain.out()).get("accuracy").doubleValue())
                .isNotEqualTo(Cli.json(weighted.out()).get("accuracy").doubleValue());
    }

    @Test
    void aModelWithoutWeightsIsMeasuredWithThoseAskedFor() throws IOException {
        Path counts = titanic(TITANIC);
        assertThat(compare(people(), "a", "--target", "Survived").code()).isEqualTo(0);
        assertThat(Cli.json(evaluate(counts, "--weight", "Freq").out()).get("accuracy").doubleValue())
                .isCloseTo(Cli.json(evaluate(people()).out()).get("accuracy").doubleValue(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"--weight, Often, does not hold the column of weights", "--weight, Survived, both the target and the weight",
            "--weight, Sex, 'line 2, column \"Sex\": '"})
    void weightsThatAreNoneAreRefusedWhenMeasuring(String option, String column, String words) throws IOException {
        Path counts = titanic(TITANIC);
        assertThat(compare(counts, "a", "--target", "Survived").code()).isEqualTo(0);
        Cli result = evaluate(counts, option, column);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(words).doesNotContain("Exception");
    }

    private static long times(String line) {
        return Arrays.stream(TITANIC).filter(each -> each.startsWith(line + ",")).map(each -> each.substring(each.lastIndexOf(',') + 1))
                .mapToLong(text -> text.equals("Freq") ? 1 : Long.parseLong(text)).findFirst().orElseThrow();
    }

    private Double[] losses(String out) throws IOException {
        int column = Arrays.asList(history(out).lines().findFirst().orElseThrow().split(",")).indexOf("train_loss");
        return history(out).lines().skip(1).map(line -> line.split(",", -1)[column]).filter(text -> !text.isEmpty()).map(Double::valueOf)
                .toArray(Double[]::new);
    }

    @Test
    void weightsArePartOfTheExperimentAndOfTheModel() throws IOException {
        Path counts = titanic(TITANIC);
        Cli balanced = compare(counts, "a", "--target", "Survived", "--weight", "Freq", "--class-weights", "balanced");
        assertThat(balanced.code()).isEqualTo(0);
        assertThat(balanced.err())
                .contains("Losses are weighted by class (no 0.7386, yes 1.548; balanced over the training rows); metrics are not.");
        assertThat(compare(counts, "b", "--target", "Survived", "--weight", "Freq", "--class-weights", "Yes=3,No=0.5").err())
                .contains("Losses are weighted by class (no 0.5000, yes 3.000); metrics are not.");
        assertThat(Files.readString(folder.resolve("a/summary.json"))).contains("Losses are weighted by class");
        assertThat(compare(counts, "c", "--target", "Survived", "--weight", "Freq").code()).isEqualTo(0);
        assertThat(history("a")).isNotEqualTo(history("b")).isNotEqualTo(history("c"));
        assertThat(Files.readString(folder.resolve("a/experiment.json"))).contains("\"role\" : \"weight\"")
                .contains("\"kind\" : \"balanced\"");
        assertThat(Files.readString(folder.resolve("b/experiment.json"))).contains("\"Yes\" : 3.0");
        assertThat(Files.readString(folder.resolve("c/experiment.json"))).doesNotContain("lossOptions");
        for (String out : new String[] {"a", "b"}) {
            assertThat(Cli.run("train", folder.resolve(out + "/experiment.json"), "--out", folder.resolve(out + "2")).code()).isEqualTo(0);
            assertThat(history(out + "2")).isEqualTo(history(out));
        }
    }

    @Test
    void aCountIsToldAndNotTaken() throws IOException {
        Cli told = compare(titanic(TITANIC), "a");
        assertThat(told.err()).contains("\"Freq\" may say how much each row counts; it is used as a feature");
        assertThat(Files.readString(folder.resolve("a/experiment.json"))).doesNotContain("\"weight\"");
    }

    /** As compare does it: neither a name alone, nor the target that is guessed, nor a counter of rows. */
    @ParameterizedTest
    @CsvSource({"Freq, 3, true", "Freq, -3, false", "Freq, 0.5, false", "sample_weight, 0.5, true", "sample_weight, '', false",
            "size, 3, false"})
    void inspectSuggestsAWeight(String name, String value, boolean suggested) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "n,kind," + name + ",y\n" + IntStream.rangeClosed(1, 30)
                .mapToObj(i -> i + "," + "abc".charAt(i % 3) + "," + (i == 7 ? value : i % 5 + 1) + "," + i * i % 17 / 2.0 + "\n")
                        .collect(Collectors.joining()));
        String words = "\"" + name
                + "\" may say how much each row counts. If it does, give it the role weight (--weight on the command line).";
        String said = Cli.run("inspect", file).out();
        assertThat(said.contains(words)).as(said).isEqualTo(suggested);
        assertThat(said).doesNotContain("\"n\" may").doesNotContain("\"y\" may");
        String told = Cli.run("compare", file, "--optimizers", "sgd", "--model", "linear", "--steps", "2", "--out", folder.resolve("a"))
                .err();
        assertThat(told.contains("\"" + name + "\" may say how much each row counts")).isEqualTo(suggested);
        String json = Cli.run("inspect", file, "--json").out();
        assertThat(json.split("\"suggestedRole\" : \"weight\"", -1)).hasSize(suggested ? 2 : 1);
        assertThat(json.split("\"suggestedRole\" : \"\"", -1)).hasSize(suggested ? 4 : 5);
    }

    @ParameterizedTest
    @CsvSource({"-4, the weight -4 is negative", "'', the weight is missing", "many, the weight is missing or no number",
            "NA, the weight is missing"})
    void whatIsNoWeightIsRefusedWithItsLine(String wrong, String words) throws IOException {
        String[] lines = TITANIC.clone();
        lines[6] = "Crew,Male,Adult,No," + wrong;
        Cli result = compare(titanic(lines), "a", "--target", "Survived", "--weight", "Freq");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("titanic.csv: line 7, column \"Freq\": ").contains(words).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"Perhaps=2, '\"Perhaps\", which does not occur; the classes are no, yes'", "Yes, class weights are balanced or",
        "Yes=x, 'must be a number from 1.0E-9 to 1.0E9, not x'", "Yes=0, from 1.0E-9", "'Yes=1,Yes=2', twice", "'Yes=1,yes=2', twice",
        "'', class weights are balanced or"})
    void classWeightsThatCannotBeAreRefused(String text, String words) throws IOException {
        Cli result = compare(titanic(TITANIC), "a", "--target", "Survived", "--class-weights", text);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(words).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"Freq2, There is no column \"Freq2\"", "Survived, cannot be both the target and the weight"})
    void aWeightMustBeAnotherColumn(String column, String words) throws IOException {
        Cli result = compare(titanic(TITANIC), "a", "--target", "Survived", "--weight", column);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(words);
    }
}
