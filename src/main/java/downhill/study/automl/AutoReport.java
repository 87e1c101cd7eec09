package downhill.study.automl;

import downhill.analysis.ensemble.EnsembleKind;
import downhill.analysis.ensemble.Estimate;
import downhill.data.Visible;
import downhill.model.TrainedEnsemble;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AutoML tried, what came of it, what mattered and what more time would do, in words. */
public final class AutoReport {
    private static final int MOST_KNOBS = 4;
    /** Of fewer complete trials shares are chance. */
    private static final int FEW = 10;
    /** The best is late where it is of the last third. */
    private static final double LATE = 2.0 / 3;
    private static final String NONE = "-";
    private static final String TITLE = "# AutoML: ";
    private static final List<Said> HEAD = List.of(Said.of("automl.head.model"), Said.of("automl.head.validation"),
            Said.of("automl.head.outer"), Said.of("automl.head.fit"), Said.of("automl.head.predict"), Said.of("automl.head.parameters"));
    private static final Map<String, Said> BASELINES = Map.of("majority", Said.of("automl.baseline.majority"),
            "mean", Said.of("automl.baseline.mean"), "median", Said.of("automl.baseline.median"), "last", Said.of("automl.baseline.last"),
            "seasonal", Said.of("automl.baseline.seasonal"));
    private static final Map<String, Said> KINDS = Map.of("average", Said.of("automl.kind.average"),
            "greedy", Said.of("automl.kind.greedy"), "stacked", Said.of("automl.kind.stacked"));

    private final AutoPlan plan;
    private final AutoResult result;

    /** Of a plan that was carried out. */
    public AutoReport(AutoPlan plan, AutoResult result) {
        this.plan = plan;
        this.result = result;
    }

    /** Titles of the leaderboard's columns. */
    public List<Said> head() {
        return HEAD;
    }

    /** The leaderboard, a line for each model: texts and numbers as they are shown, or {@link Said}. */
    public List<List<?>> lines() {
        return Stream.<List<?>>concat(result.leaderboard().stream().map(this::cells), absent()).toList();
    }

    /** Families of which no trial came to its end for it failed. */
    private Stream<List<?>> absent() {
        return result.tally().troubles().stream()
                .filter(each -> result.leaderboard().stream().noneMatch(line -> line.kind().equals(each.family())))
                .map(each -> List.of(Said.of("automl.board.failed", each.family()), NONE, NONE, "", "", ""));
    }

    private List<?> cells(BoardLine entry) {
        boolean trained = !entry.kind().equals(BoardLine.BASELINE);
        return List.of(name(entry), number(entry.validation()), number(entry.outer()), trained ? fixed(entry.fitSeconds()) : "",
                trained ? fixed(1000 * entry.predictSeconds()) : "", Long.toString(entry.parameters()));
    }

    private static Said name(BoardLine entry) {
        return switch (entry.kind()) {
            case BoardLine.BASELINE -> Said.of("automl.baseline", BASELINES.get(entry.name()));
            case BoardLine.ENSEMBLE -> Said.of("automl.ensemble", KINDS.get(entry.name()));
            default -> Said.plain(entry.name());
        };
    }

    /** All that is told below the leaderboard. */
    public List<Said> sentences() {
        return Stream.of(came(), tried(), mattered(), more()).flatMap(List::stream).toList();
    }

    /**
     * The whole as Markdown.
     *
     * @param words says a sentence in the language that is spoken
     * @param model name of the file that is delivered
     */
    public String markdown(Function<Said, String> words, String model) {
        StringBuilder text = new StringBuilder(TITLE + Visible.line(plan.experiment().title()) + "\n");
        section(text, words, Said.of("automl.head.came"), came());
        text.append(heading(words, Said.of("automl.head.board")));
        row(text, words, HEAD);
        row(text, words, HEAD.stream().map(each -> "---").toList());
        lines().forEach(each -> row(text, words, each));
        section(text, words, Said.of("automl.head.tried"), tried());
        section(text, words, Said.of("automl.head.mattered"), mattered());
        section(text, words, Said.of("automl.head.more"), more());
        section(text, words, Said.of("automl.head.use"), List.of(Said.of("automl.use", model)));
        return text.toString();
    }

    private static String heading(Function<Said, String> words, Said name) {
        return "\n## " + words.apply(name) + "\n\n";
    }

    private static void section(StringBuilder text, Function<Said, String> words, Said name, List<Said> sentences) {
        text.append(heading(words, name));
        sentences.forEach(each -> text.append("- ").append(Visible.line(words.apply(each))).append('\n'));
    }

    private static void row(StringBuilder text, Function<Said, String> words, List<?> cells) {
        text.append(cells.stream().map(cell -> cell instanceof Said said ? words.apply(said) : String.valueOf(cell))
                .map(cell -> Visible.line(cell).replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private List<Said> came() {
        List<Said> all = new ArrayList<>();
        if (result.best() == null) {
            all.add(alone());
        } else {
            all.addAll(List.of(delivered(), outer(), comparison(), optimism()));
        }
        if (((Problem.Learning) plan.experiment().problem()).data().sequence() != null) {
            all.add(Said.of("automl.order"));
        }
        return all;
    }

    /** No model came to its end: there is nothing that the baseline could be held against. */
    private Said alone() {
        return Said.of("automl.delivered.alone", BASELINES.get(result.baseline().name()), result.tally().outerRows(),
                result.metric().said(), within(result.outer()));
    }

    private Said delivered() {
        if (result.delivered().kind().equals(BoardLine.BASELINE)) {
            return Said.of("automl.delivered.baseline");
        }
        if (result.chosen() == EnsembleKind.SINGLE) {
            return Said.of("automl.delivered.single", result.delivered().name());
        }
        List<Said> members = result.ensemble().members().stream().map(this::member).toList();
        if (members.size() == 1) {
            return Said.of("automl.delivered.one", name(result.ensemble().members().get(0)), KINDS.get(result.chosen().key()));
        }
        return Said.of("automl.delivered", members.size(), KINDS.get(result.chosen().key()), Said.list(members));
    }

    private Said member(TrainedEnsemble.Member each) {
        return Said.of("automl.member", name(each), Math.round(100 * each.weight()));
    }

    private Said name(TrainedEnsemble.Member each) {
        return each.model().name().equals(BoardLine.BASELINE)
                ? Said.of("automl.baseline", BASELINES.get(result.baseline().name())) : Said.plain(each.model().name());
    }

    private Said outer() {
        return Said.of("automl.outer", result.tally().outerRows(), result.metric().said(), within(result.outer()),
                BASELINES.get(result.baseline().name()), number(result.baseline().outer()));
    }

    private Said comparison() {
        return Said.of(result.beatsBaseline() ? "automl.better" : "automl.notBetter", within(result.gain()));
    }

    private static Said within(Estimate one) {
        return Double.isNaN(one.low()) ? Said.plain(number(one.value()))
                : Said.of("automl.between", number(one.value()), number(one.low()), number(one.high()));
    }

    private Said optimism() {
        BoardLine best = result.best();
        double flattered = result.metric().higherIsBetter() ? best.validation() - best.outer() : best.outer() - best.validation();
        String validation = number(best.validation());
        return flattered > 0
                ? Said.of("automl.optimism", result.tally().complete(), best.name(), validation, number(best.outer()), number(flattered))
                : Said.of("automl.optimism.none", result.tally().complete(), best.name(), validation, number(best.outer()));
    }

    private List<Said> tried() {
        AutoResult.Tally tally = result.tally();
        List<Said> all = new ArrayList<>();
        all.add(Said.of("automl.tried", tally.trials(), tally.complete(), tally.pruned(), tally.failed()));
        if (tally.underWay() > 0) {
            all.add(tally.underWay() == 1 ? Said.of("automl.underWay.one") : Said.of("automl.underWay", tally.underWay()));
        }
        long steps = plan.experiment().training().steps();
        all.add(tally.folds() == 1 ? Said.of("automl.judged.one", tally.innerRows(), steps)
                : Said.of("automl.judged", tally.folds(), tally.innerRows(), steps));
        if (!tally.families().isEmpty()) {
            all.add(Said.of("automl.families", tally.families().entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", "))));
        }
        tally.troubles().forEach(each -> all.add(Said.of("automl.trouble", each.family(), each.failed(),
                tally.families().getOrDefault(each.family(), each.failed()), each.why())));
        linear().ifPresent(all::add);
        return all;
    }

    /** Whether what is wider than a linear model pays. */
    private Optional<Said> linear() {
        String simplest = plan.space().tried().get(0);
        List<BoardLine> trials = result.leaderboard().stream().filter(each -> each.trial() >= 0).toList();
        Optional<BoardLine> linear = trials.stream().filter(each -> each.kind().equals(simplest)).findFirst();
        Optional<BoardLine> wider = trials.stream().filter(each -> !each.kind().equals(simplest)).findFirst();
        if (linear.isEmpty() || wider.isEmpty()) {
            return Optional.empty();
        }
        double gain = linear.get().validation() - wider.get().validation();
        boolean pays = (result.metric().higherIsBetter() ? -gain : gain) > result.metric().negligible(linear.get().validation());
        return Optional.of(Said.of(pays ? "automl.linear.pays" : "automl.linear.not", number(linear.get().validation()),
                number(wider.get().validation())));
    }

    private List<Said> mattered() {
        Map<String, Double> shares = result.tally().importance();
        if (shares.isEmpty() || result.tally().complete() < FEW) {
            return List.of(Said.of("automl.mattered.few"));
        }
        return List.of(Said.of("automl.mattered", shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(MOST_KNOBS)
                .map(each -> each.getKey() + " " + Math.round(100 * each.getValue()) + " %").collect(Collectors.joining(", "))));
    }

    private List<Said> more() {
        AutoResult.Tally tally = result.tally();
        if (result.best() == null) {
            return fellShort().stream().toList();
        }
        int number = result.best().trial() + 1;
        List<Said> all = new ArrayList<>();
        if (tally.complete() < FEW) {
            all.add(Said.of("automl.more.few", tally.complete(), String.join(", ", plan.space().tried())));
        } else {
            all.add(Said.of(number > LATE * tally.trials() ? "automl.more.late" : "automl.more.early", number, tally.trials()));
        }
        if (!tally.ended()) {
            all.add(fellShort().orElseGet(() -> Said.of("automl.more.time", tally.trials())));
        }
        return all;
    }

    /** Why it fell short of what was asked, for whoever does not read the rest; it stands among {@link #sentences()}. */
    public Optional<Said> fellShort() {
        if (result.tally().cancelled()) {
            return Optional.of(Said.of("automl.cancelled", result.tally().trials()));
        }
        if (result.best() != null) {
            return Optional.empty();
        }
        return Optional.of(Said.of(result.allFailed() ? "automl.failed" : "automl.short"));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
