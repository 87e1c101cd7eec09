package downhill.report;

import downhill.store.Application;
import downhill.store.StudyFile;
import downhill.study.Guess;
import downhill.study.Overtuning;
import downhill.study.space.Knob;
import downhill.study.space.ValueText;
import downhill.study.space.VaryText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.study.trial.TrialSpan;
import downhill.study.trial.TrialState;
import downhill.words.RefusedException;
import downhill.words.Said;
import downhill.words.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of a search for settings: what was searched over and how, what did best, what mattered, every trial. Nothing is trained. */
public final class SearchReport {
    private static final int MOST_TRIALS = 200;

    private final StudyFile study;
    private final ReportWishes wishes;
    private final Words words;
    private final String measure;
    private final Optional<Trial> best;
    private final Optional<Overtuning> overtuning;

    /**
     * Of a study as it stands.
     *
     * @param words of the names of curves
     */
    public SearchReport(StudyFile study, ReportWishes wishes, Words words) {
        this.words = words;
        this.study = study;
        this.wishes = wishes;
        measure = study.notes().getOrDefault(StudyFile.MEASURE, "loss");
        best = TrialOrder.best(study.trials());
        overtuning = guess().flatMap(guess -> Overtuning.of(study.trials(), guess));
    }

    private Optional<Guess> guess() {
        String value = study.notes().get(StudyFile.GUESS);
        String rows = study.notes().get(StudyFile.GUESSED);
        boolean told = value != null && rows != null && rows.matches("[1-9]\\d{0,8}") && value.matches("NaN|[-+0-9.E]{1,30}");
        return told ? Optional.of(new Guess(Double.parseDouble(value), Integer.parseInt(rows))) : Optional.empty();
    }

    /**
     * The report.
     *
     * @param source the study's file, for the commands in it
     * @throws RefusedException where there is no trial yet
     */
    public ReportContent report(String source) {
        if (study.trials().isEmpty()) {
            throw new RefusedException(Said.of("report.study.none", source));
        }
        List<ReportChapter> chapters = new ArrayList<>(List.of(question(), space()));
        chapters.add(new SearchCourse(study, measure(), words).of());
        chapters.add(new SearchKnobs(study, best, measure()).of());
        chapters.add(trials());
        chapters.add(repeat(source));
        return new ReportContent(study.name(), Said.of("report.about", Application.version(), LocalDate.now()), chapters);
    }

    private Said measure() {
        return measure.equals("loss") ? Said.of("report.study.loss") : Said.of("measure." + measure);
    }

    private ReportChapter question() {
        List<ReportPiece> pieces = new ArrayList<>();
        String of = study.notes().get(StudyFile.OF);
        pieces.add(new ReportPiece.Statement(of == null ? Said.of("report.study.question.untold") : Said.of("report.study.question", of)));
        if (wishes.purpose() != null) {
            pieces.add(new ReportPiece.Paragraph(Said.plain(wishes.purpose())));
        }
        pieces.add(new ReportPiece.Paragraph(Said.of("tune.trials", study.trials().size(), count(TrialState.COMPLETE),
                count(TrialState.PRUNED), count(TrialState.FAILED))));
        pieces.add(new ReportPiece.Paragraph(best.map(trial -> Said.of("report.study.best", trial.number(), measure(),
                Markup.number(trial.loss()))).orElse(Said.of("report.study.nothing"))));
        pieces.add(new ReportPiece.Paragraph(overtuning.map(Overtuning::sentence).orElse(Said.of("report.study.unmeasured"))));
        return new ReportChapter("question", Said.of("report.chapter.question"), pieces);
    }

    private long count(TrialState state) {
        return study.trials().stream().filter(trial -> trial.state() == state).count();
    }

    private ReportChapter space() {
        List<List<Object>> rows = study.space().knobs().stream().map(knob -> List.<Object>of(knob.name(), VaryText.text(knob.extent()),
                knob.when().stream().map(each -> each.knob() + " = " + each.values().stream().map(ValueText::of)
                        .collect(Collectors.joining(", "))).collect(Collectors.joining("; ")))).toList();
        List<ReportPiece.Fact> facts = new ArrayList<>();
        fact(facts, "study.sampler", StudyFile.SAMPLER);
        fact(facts, "study.pruner", StudyFile.PRUNER);
        facts.add(new ReportPiece.Fact(Said.of("report.study.judged"), measure()));
        if (study.notes().containsKey(StudyFile.STEPS)) {
            facts.add(new ReportPiece.Fact(new Said("training.steps", List.of()),
                    Said.of("report.method.steps", study.notes().get(StudyFile.STEPS))));
        }
        span().ifPresent(facts::add);
        return new ReportChapter("method", Said.of("report.study.space"), List.of(new ReportPiece.Grid("space",
                List.of(Said.of("tune.head.setting"), Said.of("report.study.range"), Said.of("report.study.when")), rows),
                new ReportPiece.Facts(facts)));
    }

    private void fact(List<ReportPiece.Fact> facts, String key, String note) {
        String value = study.notes().get(note);
        boolean known = value != null && value.matches("[a-z]{1,20}");
        facts.add(new ReportPiece.Fact(Said.of(key), known ? Said.of(key + "." + value) : Said.of("report.study.untold")));
    }

    private Optional<ReportPiece.Fact> span() {
        Comparator<LocalDateTime> order = Comparator.naturalOrder();
        Optional<LocalDateTime> begun = study.spans().values().stream().map(TrialSpan::begun).min(order);
        Optional<LocalDateTime> ended = study.spans().values().stream().map(TrialSpan::ended).filter(Objects::nonNull).max(order);
        return begun.isEmpty() || ended.isEmpty() ? Optional.empty() : Optional.of(new ReportPiece.Fact(Said.of("report.study.time"),
                Said.of("report.study.time.between", begun.get().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' '),
                        ended.get().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' '))));
    }

    private ReportChapter trials() {
        List<String> knobs = study.space().knobs().stream().map(Knob::name).toList();
        List<Said> head = new ArrayList<>(List.of(Said.of("report.study.trial"), Said.of("report.study.state"), measure()));
        boolean outer = study.trials().stream().anyMatch(trial -> Double.isFinite(trial.scores().outer()));
        boolean folds = study.trials().stream().anyMatch(trial -> !trial.scores().folds().isEmpty());
        if (folds) {
            head.add(Said.of("report.study.spread"));
        }
        if (outer) {
            head.add(Said.of("report.study.outer"));
        }
        knobs.forEach(name -> head.add(Said.plain(name)));
        List<Trial> ranked = TrialOrder.ranked(study.trials());
        List<List<Object>> rows = ranked.stream().limit(MOST_TRIALS).map(trial -> row(trial, knobs, folds, outer)).toList();
        List<ReportPiece> pieces = new ArrayList<>(List.of(new ReportPiece.Grid("trials", head, rows)));
        if (ranked.size() > MOST_TRIALS) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.study.more", ranked.size() - MOST_TRIALS)));
        }
        return new ReportChapter("trials", Said.of("report.study.trials"), pieces);
    }

    private static List<Object> row(Trial trial, List<String> knobs, boolean folds, boolean outer) {
        List<Object> row = new ArrayList<>(List.of(trial.number(), state(trial.state()),
                trial.state() == TrialState.COMPLETE ? trial.loss() : trial.latest()));
        if (folds) {
            row.add(trial.scores().spread());
        }
        if (outer) {
            row.add(trial.scores().outer());
        }
        knobs.forEach(name -> row.add(cell(trial.values().get(name))));
        return row;
    }

    private static Object cell(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number number ? number : ValueText.of(value);
    }

    private static Said state(TrialState state) {
        return switch (state) {
            case COMPLETE -> Said.of("report.study.complete");
            case PRUNED -> Said.of("report.study.pruned");
            default -> Said.of("report.study.failed");
        };
    }

    private ReportChapter repeat(String source) {
        String of = study.notes().getOrDefault(StudyFile.OF, "rows.csv");
        String file = RepeatChapter.quoted(source);
        String vary = study.space().knobs().stream().map(knob -> " --vary " + RepeatChapter.quoted(VaryText.text(knob)))
                .collect(Collectors.joining());
        String typed = study.notes().getOrDefault(StudyFile.TYPED, "");
        String how = typed.matches("[\\p{L}\\p{N}._/=,: \"-]+") ? " " + typed : "";
        List<String> lines = new ArrayList<>(List.of("downhill tune " + RepeatChapter.quoted(of) + vary + how + " --trials "
                + study.trials().size() + " --store again.db --study " + RepeatChapter.quoted(study.name())));
        lines.add("downhill report " + file + " --study " + RepeatChapter.quoted(study.name()) + " --out again.html");
        return new ReportChapter("repeat", Said.of("report.chapter.repeat"), List.of(
                new ReportPiece.Paragraph(Said.of("report.study.repeat", source)), new ReportPiece.Commands(lines)));
    }
}
