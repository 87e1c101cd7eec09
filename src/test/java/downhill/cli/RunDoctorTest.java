package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is wrong with a race is said with a setting that mends it: typed as it stands there, the finding is gone. */
class RunDoctorTest {
    @TempDir
    private Path folder;

    private Cli compare(List<String> call) {
        List<Object> all = new ArrayList<>(List.of("compare", "--out", folder.resolve("race")));
        all.addAll(call);
        return Cli.run(all.toArray());
    }

    private JsonNode findings(String race) throws IOException {
        return Cli.json(Files.readString(folder.resolve(race).resolve("summary.json"))).get("findings");
    }

    private List<String> kinds() throws IOException {
        List<String> kinds = new ArrayList<>();
        findings("race").forEach(found -> kinds.add(found.get("kind").stringValue()));
        return kinds;
    }

    /** A setting of a contender goes to its optimizer, in place of what that has; one of all is an option, in place of its like. */
    private static List<String> with(String call, String remedy) {
        if (!remedy.startsWith("--")) {
            return words(call.replaceFirst("learningRate=\\S+", remedy));
        }
        String others = call;
        for (String option : remedy.replaceAll(" [^-]\\S*", "").split(" ")) {
            others = others.replaceFirst(" " + option + " \\S+", "");
        }
        return words(others + " " + remedy);
    }

    private static List<String> words(String call) {
        return List.of(call.split(" "));
    }

    private Path file(String head, IntFunction<String> row) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), head + IntStream.range(0, 160).mapToObj(row).map(each -> "\n" + each)
                .collect(Collectors.joining()) + "\n");
    }

    /** Finds one thing, as said in {@code words} too, and it is gone once its remedy is typed. */
    private void healed(String call, String kind, String words, String remedy) throws IOException {
        Cli ill = compare(words(call));
        assertThat(kinds()).as(ill.err()).contains(kind);
        JsonNode found = findings("race").valueStream().filter(each -> each.get("kind").stringValue().equals(kind)).findFirst()
                .orElseThrow();
        assertThat(found.get("remedy").stringValue()).isEqualTo(remedy);
        assertThat(ill.err()).contains(words).contains(found.get("evidence").stringValue() + " Try " + remedy + ".");
        assertThat(ill.out()).doesNotContain(words);
        Cli well = compare(with(call, remedy));
        assertThat(well.code()).as(well.err()).isZero();
        assertThat(kinds()).as(well.err()).isEmpty();
        assertThat(well.err()).doesNotContain("Try ");
    }

    /** What jumps is convex and what falls is smooth, so that no processor's rounding grows into another finding. */
    @ParameterizedTest
    @CsvSource({"diabetes --model linear --optimizer sgd:learningRate=1 --steps 300, diverging, SGD diverges, learningRate=0.1",
        "iris --model softmax --optimizer adam:learningRate=3 --steps 300, rate-too-large, jumps by, learningRate=0.3",
        "iris --optimizer sgd:learningRate=0.001 --steps 400, rate-too-small, still falls steadily, learningRate=0.01",
        "diabetes --hidden 64;64 --optimizer adam:learningRate=0.01 --steps 500, overfitting, overfits since step, --patience 10"})
    void whatIsWrongWithAContenderGoesWithItsRemedy(String call, String kind, String words, String remedy) throws IOException {
        healed(call.replace(';', ','), kind, words, remedy);
    }

    /** Equal signs of two numbers: no line parts the two classes. */
    @Test
    void aLineUnderfitsWhatNoLineCanPart() throws IOException {
        Path xor = file("a,b,c", i -> {
            double a = i * 37 % 41 / 20.0 - 1.01;
            double b = i * 17 % 43 / 21.0 - 1.01;
            return a + "," + b + "," + (a > 0 == b > 0 ? "same" : "other");
        });
        healed(xor + " --target c --model logistic --optimizer adam:learningRate=0.03 --steps 300", "underfitting", "Adam underfits",
                "--model mlp --hidden 16,16");
    }

    @Test
    void classesOutOfBalanceAreToldWithTheirRows() throws IOException {
        Path rare = file("a,b,c", i -> i % 16 == 0 ? (i == 48 ? 1 : 3) + "," + i % 7 + ",rare" : i % 5 / 4.0 + "," + i % 7 + ",common");
        healed(rare + " --target c --optimizer adam:learningRate=0.03 --steps 100", "classes-out-of-balance", "training rows of \"rare\"",
                "--class-weights balanced");
        compare(words(rare + " --target c --optimizer adam:learningRate=0.03 --steps 100"));
        assertThat(findings("race").get(0).get("contender").isNull()).as("it concerns all").isTrue();
    }

    /** Spreads of 1 and of 250: what diverges for that is scaled, not slowed. */
    @Test
    void inputsFarApartAreScaled() throws IOException {
        Path apart = file("a,b,y", i -> {
            double a = i * 37 % 41 / 41.0;
            double b = i * 17 % 43 * 20;
            return a + "," + b + "," + (3 * a + b / 400);
        });
        String call = apart + " --target y --model linear --optimizer sgd:learningRate=0.1 --steps 100 --scaling none";
        Cli ill = compare(words(call));
        assertThat(kinds()).containsExactly("diverging", "inputs-out-of-scale");
        assertThat(ill.err()).contains("\"a\" spreads by 0.").contains("Try --scaling standard.");
        compare(with(call, "--scaling standard"));
        assertThat(kinds()).isEmpty();
    }

    /** As the samples come nothing is wrong but what {@code overfitsSince} says as well. */
    @ParameterizedTest
    @ValueSource(strings = {"iris", "diabetes", "breast-cancer"})
    void noFalseAlarmOnSamples(String sample) throws IOException {
        Cli result = compare(List.of(sample));
        JsonNode contenders = Cli.json(Files.readString(folder.resolve("race/summary.json"))).get("contenders");
        List<String> overfit = contenders.valueStream().filter(each -> each.has("overfitsSince"))
                .map(each -> each.get("name").stringValue())
                .toList();
        assertThat(findings("race").valueStream().map(each -> each.get("contender").stringValue())).as(result.err())
                .containsExactlyElementsOf(overfit);
        assertThat(kinds()).containsOnly(overfit.isEmpty() ? new String[0] : new String[] {"overfitting"});
    }

    @Test
    void trainSaysTheSame() throws IOException {
        compare(words("iris --optimizer sgd:learningRate=0.001 --steps 400"));
        Cli again = Cli.run("train", folder.resolve("race/experiment.json"), "--out", folder.resolve("again"));
        assertThat(again.err()).contains("SGD seems to have too small a learning rate").contains("Try learningRate=0.01.");
        assertThat(findings("again")).isEqualTo(findings("race"));
    }

    /** Five steps say nothing of how anybody learns. */
    @Test
    void aShortRunIsNotJudged() throws IOException {
        compare(words("iris --optimizer sgd:learningRate=0.0005 --steps 5"));
        assertThat(kinds()).isEmpty();
    }
}
