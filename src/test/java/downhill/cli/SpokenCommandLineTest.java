package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ExplainPicture;
import downhill.ui.chart.LossPicture;
import downhill.ui.chart.MapPicture;
import downhill.ui.chart.VerdictPicture;
import downhill.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line speaks another language where one is asked for; what other programs read it says as ever. */
class SpokenCommandLineTest {
    private static final Words CHINESE = Words.of(Locale.SIMPLIFIED_CHINESE);
    private static final Pattern QUOTED = Pattern.compile("“.*?”");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [a-z]+ [a-z]+|\\b(the|is|of|was|are|row|rows|line)\\b");
    /** What is measured, by the names that JSON has. */
    private static final Pattern MEASURE = Pattern.compile("[a-zA-Z0-9]+ +[-0-9.e]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @TempDir
    private Path folder;

    private static Cli chinese(Object... call) {
        return Cli.speaking(CHINESE, new Tools(new Cli.NoWindow(), new LossPicture(), new VerdictPicture(), new MapPicture(),
                new ExplainPicture()), call);
    }

    /** Each line is in Chinese, but for rows of a table and names. */
    private static Cli spoken(int code, Object... call) {
        Cli said = chinese(call);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        String all = said.out() + said.err();
        assertThat(all.lines().filter(line -> !MEASURE.matcher(line).matches()).map(line -> QUOTED.matcher(line).replaceAll("“”"))
                .filter(line -> ENGLISH.matcher(line).find())).isEmpty();
        assertThat(HAN.matcher(all).find()).as(all).isTrue();
        return said;
    }

    private Path table(String name, String... more) throws IOException {
        StringBuilder text = new StringBuilder("size,colour,only,kind\n");
        IntStream.range(0, 80).forEach(i -> text.append(i % 17).append(',').append(i % 3 == 0 ? "red" : "blue").append(",5,")
                .append(i % 17 > 8 ? "yes" : "no").append('\n'));
        return Files.writeString(folder.resolve(name), text + String.join("\n", more) + "\n");
    }

    @Test
    void aRaceFromTheFileToItsModel() throws IOException {
        Path file = table("table.csv", "wide,red,5,yes", "3,red,5,yes,7");
        assertThat(spoken(0, "inspect", file).out()).contains("有表头", "分隔符 “,”", "缺失", "不同值");
        Path out = folder.resolve("race");
        Cli race = spoken(0, "compare", file, "--target", "kind", "--optimizers", "sgd,adam", "--steps", "20", "--out", out);
        assertThat(race.out()).contains("参赛者", "完成", "结果在 " + out + " 中。");
        assertThat(spoken(0, "cross-validate", file, "--target", "kind", "--optimizers", "sgd,adam", "--steps", "10").out())
                .contains("领先", "胜出比例");
        Path model = out.resolve("model-adam.downhill-model");
        Path fresh = table("fresh.csv", "wide,green,6,maybe", ",green,6,maybe", "3,red,5,yes,7");
        assertThat(spoken(0, "evaluate", model, fresh).err()).contains("未评分", "未在训练中出现");
        assertThat(spoken(0, "predict", model, fresh, "--out", folder.resolve("scored.csv")).out()).contains("行评分");
        assertThat(spoken(0, "compare", file, "--target", "kind", "--optimizers", "adam", "--steps", "10", "--out", out).err())
                .contains("另一场比赛");
        assertThat(spoken(1, "compare", "diabetes", "--model", "linear", "--optimizers", "gradient-descent", "--learning-rate", "1e6",
                "--steps", "200").err()).contains("发散：");
    }

    @Test
    void aSearch() {
        assertThat(spoken(0, "tune", "iris", "--vary", "l2=0..1", "--steps", "10", "--trials", "4", "--sampler", "grid").out())
                .contains("4 次试验：4 次完成", "最好", "重要性");
        assertThat(spoken(2, "tune", "iris", "--vary", "l2=1..0").err()).contains("前一个数必须小于后一个");
    }

    /** Figures are called by words too, not only told in sentences. */
    @Test
    void whatIsMeasuredAndFoundHasNames() throws IOException {
        assertThat(labels(chinese("doctor").out())).contains("计算后端", "核心数").allMatch(HAN.asPredicate().or("GPU"::equals));
        Path out = folder.resolve("race");
        assertThat(chinese("compare", "iris", "--optimizers", "sgd", "--steps", "5", "--out", out).out()).contains("准确率");
        Path model = out.resolve("model-sgd.downhill-model");
        assertThat(labels(chinese("evaluate", model, Path.of("sample-data/iris.csv")).out())).contains("平衡准确率", "对数损失")
                .allMatch(HAN.asPredicate().or("ROC AUC"::equals));
        spoken(0, "bench", "--runs", "1", "--seconds", "0.01");
        Path cases = Files.createDirectory(folder.resolve("cases"));
        Files.copy(Path.of("src/test/resources/conformance/surface-quadratic-sgd.json"), cases.resolve("a.json"));
        assertThat(spoken(0, "conform", cases).out()).contains("通过  ").doesNotContain("PASS");
    }

    @Test
    void whyACaseIsNotSupported() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"kind\": \"walk\", \"steps\": 2, \"optimizer\": {\"name\": \"sgd\"}}");
        Files.writeString(folder.resolve("b.json"), "{\"kind\": \"model\", \"steps\": \"two\"}");
        assertThat(spoken(ExitCode.FELL_SHORT, "conform", folder).out()).contains("未知的类别“walk”", "“steps”必须是整数");
    }

    private static List<String> labels(String lines) {
        return lines.lines().map(line -> line.replaceFirst(" {2,}.*", "")).toList();
    }

    @Test
    void aCallThatIsWrong() {
        for (String[] call : new String[][] {{"compare"}, {"compare", "iris", "--foo"}, {"compare", "iris", "iris"},
            {"compare", "iris", "--steps"}, {"compare", "iris", "--steps", "1", "--steps", "2"}, {"compare", "iris", "--types", "a"},
            {"compare", "iris", "--learning-rate", "x"}, {"bench", "--batch", "x"}, {"bench", "--batch", "99999999999"},
            {"screenshot", "x"}}) {
            Cli said = spoken(2, (Object[]) call);
            assertThat(said.err()).doesNotContainPattern("[A-Za-z]{2,} [a-z]{2,} (?!--help)").contains("--help");
        }
    }

    @Test
    void whatIsRefused() {
        assertThat(spoken(2, "compare", "nothing.csv").err()).contains("nothing.csv");
        assertThat(spoken(2, "compare", "iris", "--optimizers", "none").err()).contains("没有");
        assertThat(chinese("races").err()).contains("没有命令“races”");
    }

    @Test
    void whatOtherProgramsReadIsTheSame() throws IOException {
        Path file = table("table.csv", "wide,red,5,yes");
        assertThat(chinese("inspect", file, "--json").out()).isEqualTo(Cli.run("inspect", file, "--json").out());
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        chinese("compare", file, "--optimizers", "sgd", "--steps", "5", "--out", here);
        Cli.run("compare", file, "--optimizers", "sgd", "--steps", "5", "--out", there);
        assertThat(Files.readString(here.resolve("history.csv"))).isEqualTo(Files.readString(there.resolve("history.csv")));
        assertThat(notes(here)).isEqualTo(notes(there)).isNotEmpty();
    }

    private static String notes(Path race) throws IOException {
        return Cli.json(Files.readString(race.resolve("summary.json"))).get("data").toString();
    }

    @Test
    void theVariableNamesTheLanguage() {
        StringWriter err = new StringWriter();
        for (String wanted : new String[] {"zh", "zh-CN", "zh_CN.UTF-8", " zh "}) {
            assertThat(Tongue.of(wanted, new PrintWriter(err)).areEnglish()).as(wanted).isFalse();
        }
        for (String wanted : new String[] {null, "", "en", "en_GB.UTF-8"}) {
            assertThat(Tongue.of(wanted, new PrintWriter(err)).areEnglish()).as(wanted).isTrue();
        }
        assertThat(err.toString()).isEmpty();
        assertThat(Tongue.of("tlh", new PrintWriter(err)).areEnglish()).isTrue();
        assertThat(err.toString()).contains("DOWNHILL_LANGUAGE=tlh", "English is spoken");
    }
}
