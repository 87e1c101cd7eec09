package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Families;
import downhill.model.Family;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import downhill.setting.DeclaredSettings;
import downhill.setting.OneOf;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help says everything in every language there is; who adds a command or an option is told which key its file lacks. */
class HelpWordsTest {
    private static final Pattern WORD = Pattern.compile("(?<![-\\w.])[A-Za-z][a-z]+(?![\\w.]*\\w)|(?<![-\\w.])[A-Z]{2,}(?![\\w.]*\\w)");
    /** What stays as it is: options, numbers, what picocli puts in, and names that are written as one types them. */
    private static final Pattern KEPT = Pattern.compile("--[a-z-]+|\\d+(?:[.,]\\d+)*|\\$\\{[^}]*}|%%|\\b(?!n)[a-z]+[A-Z]\\w+");
    private static final Pattern CALL = Pattern.compile("(?:%n)?  downhill [^\\p{IsHan}]*");
    private static final Pattern JSON = Pattern.compile("\\{\".*}");
    private static final Pattern LETTERS = Pattern.compile("[^A-Za-z]+");
    /** Names that are the same in every language, beside those that {@link #names} collects. */
    private static final Set<String> NAMES = Set.of("downhill", "Downhill", "Apache", "Spark", "spark", "local", "cores", "HOST", "PORT",
            "HTML", "READER", "LIGHT", "DARK", "reader", "JAVA", "NOTEBOOK", "ONNX", "PYTORCH", "java", "pytorch", "ADAM",
            "CSV", "JSON", "GB",
            "NA", "NaN", "null", "UTF", "windows",
            "iris", "Optuna", "Java", "ROC", "Sobol", "TPE", "CMA", "ES", "Hyperband", "KEY", "OTHER", "LOW", "HIGH", "log", "step",
            "int", "if", "optimizer", "schedule", "model", "name", "surface", "all", "then", "balanced", "accuracy", "mcc", "brier",
            "rmse", "mae", "mape", "plateau", "warm", "up", "comma", "semicolon", "tab", "pipe", "space", "spaces", "point", "apostrophe",
            "none", "doubled", "backslash", "missing", "reject", "row", "stop", "day", "month", "first", "number", "category", "text",
            "date", "boolean", "true", "permutation", "shap", "lime", "pdp", "ice", "ale", "surrogate", "suspects", "nearest",
            "prototypes", "contenders", "counterfactual", "gradients", "features", "errors", "anchors", "magnitude", "neuron", "tree", "global", "layer", "logit",
            "verdict", "explanations", "zh", "sharpness", "gauge", "Hessian",
            "HTTP", "TLS", "PKCS", "REST", "Ctrl", "Authorization", "Bearer", "LINE", "VERSION", "models", "Open", "Inference", "Protocol",
            "DECAY", "FACTOR", "LAYER", "SESSION", "STEP", "ema", "freeze", "head", "new", "swa", "STEPS",
            "autoencoder", "denoise", "masked", "next", "pretrain",
            "probability", "ln", "docs", "list", "scikit", "handout", "room", "quiz", "GIFT", "MOODLE", "QTI", "zip");

    /** All that have words. */
    static Stream<Words> languages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/downhill/words"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("words_?|\\.properties", "")).filter(name -> !name.isEmpty())
                    .map(name -> Words.of(Locale.forLanguageTag(name.replace('_', '-')))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCommandAndOptionIsExplained(Words words) {
        Map<String, String> english = texts(Words.ENGLISH);
        Map<String, String> spoken = texts(words);
        assertThat(english).as("options are found at all").hasSizeGreaterThan(100);
        assertThat(spoken.keySet()).filteredOn(key -> !english.containsKey(key)).as("lines that English has not").isEmpty();
        assertThat(english.keySet()).filteredOn(key -> !spoken.containsKey(key) || spoken.get(key).equals(english.get(key))
                && WORD.matcher(english.get(key)).find())
                .as("keys to add to resources/downhill/cli/help_" + words.locale() + ".properties (several lines: key.0, key.1)").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noWordOfEnglishIsLeft(Words words) {
        Set<String> names = names();
        Map<String, Set<String>> left = new LinkedHashMap<>();
        texts(words).forEach((key, text) -> {
            Set<String> found = WORD.matcher(JSON.matcher(CALL.matcher(text).replaceAll("")).replaceAll("")).results()
                    .map(MatchResult::group).filter(word -> !names.contains(word)).collect(Collectors.toCollection(TreeSet::new));
            if (!found.isEmpty()) {
                left.put(key, found);
            }
        });
        assertThat(left).as("English, or names to be listed here").isEmpty();
    }

    /** A default or an option that changes in English changes in the translation too. */
    @ParameterizedTest
    @MethodSource("languages")
    void whatIsNoWordIsTheSame(Words words) {
        Map<String, String> spoken = texts(words);
        Map<String, List<String>> lost = new LinkedHashMap<>();
        texts(Words.ENGLISH).forEach((key, text) -> {
            List<String> left = new ArrayList<>(kept(text));
            left.removeAll(kept(spoken.getOrDefault(key, "")));
            if (!left.isEmpty()) {
                lost.put(key, left);
            }
        });
        assertThat(lost).as("what English says and the translation does not").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noKeyIsOfNothing(Words words) {
        Set<String> keys = new HashSet<>(Set.of("usage.synopsisHeading", "downhill.usage.commandListHeading"));
        commands(Words.ENGLISH).forEach(command -> {
            String name = command.qualifiedName(".");
            Stream.of("description", "footer", "footerHeading").forEach(part -> keys.add(name + ".usage." + part));
            command.args().forEach(each -> keys.addAll(List.of(key(each), name + "." + key(each))));
        });
        assertThat(HelpWords.translation(words).keySet()).filteredOn(key -> !keys.contains(key.replaceFirst("\\.\\d$", "")))
                .as("keys of no command or option").isEmpty();
    }

    private static List<String> kept(String text) {
        return KEPT.matcher(text).results().map(MatchResult::group).toList();
    }

    /** All that help says, by key. */
    private static Map<String, String> texts(Words words) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (CommandSpec command : commands(words)) {
            String name = command.qualifiedName(".");
            texts.put(name + ".usage.description", String.join("\n", command.usageMessage().description()));
            texts.put(name + ".usage.footerHeading", String.valueOf(command.usageMessage().footerHeading()));
            put(texts, name + ".usage.footer", command.usageMessage().footer());
            texts.put("usage.synopsisHeading", command.usageMessage().synopsisHeading());
            texts.put("downhill.usage.commandListHeading", command.root().usageMessage().commandListHeading());
            command.args().forEach(each -> texts.put(name + "." + key(each), String.join("\n", each.description())));
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String key, String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            texts.put(key + "." + i, CALL.matcher(lines[i]).matches() && key.matches("downhill\\.[a-z-]+\\..*") ? "" : lines[i]);
        }
    }

    private static String key(ArgSpec each) {
        return each instanceof OptionSpec option ? option.longestName().replaceFirst("^-+", "")
                : each.paramLabel() + "[" + ((PositionalParamSpec) each).index() + "]";
    }

    private static List<CommandSpec> commands(Words words) {
        CommandLine line = CommandLineInterface.commands(new Tools(null, null, null, null, null));
        HelpWords.translate(line, words);
        List<CommandSpec> commands = new ArrayList<>(List.of(line.getCommandSpec()));
        line.getSubcommands().values().forEach(each -> commands.add(each.getCommandSpec()));
        return commands;
    }

    /** Commands, options and labels; optimizers, families, schedules; values of settings, and keys as one contender has them. */
    private static Set<String> names() {
        Stream<String> typed = commands(Words.ENGLISH).stream().flatMap(command -> Stream.concat(Stream.of(command.name()),
                command.args().stream().flatMap(each -> Stream.of(key(each), each.paramLabel()))));
        Stream<String> families = Families.all().stream().map(Family::id);
        Stream<String> schedules = Arrays.stream(ScheduleForm.values()).flatMap(form -> Stream.concat(Stream.of(form.title()),
                form.keys().stream().map(ScheduleKey::name)));
        Stream<String> settings = DeclaredSettings.all().stream().flatMap(each -> Stream.concat(Stream.of(each.word()),
                each.kind() instanceof OneOf<?> choice ? Stream.of(choice.names()) : Stream.of()));
        return Stream.of(NAMES.stream(), RuleLibrary.complete().all().stream().map(Rule::id), typed, families, schedules, settings)
                .flatMap(names -> names).flatMap(LETTERS::splitAsStream).collect(Collectors.toSet());
    }
}
