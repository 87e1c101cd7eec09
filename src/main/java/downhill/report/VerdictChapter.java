package downhill.report;

import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.CrossVerdict;
import downhill.analysis.score.ScoreMetric;
import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Standing;
import downhill.data.DataException;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.FoldSpec;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.Experiment;
import downhill.race.document.NestedSpec;
import downhill.study.Doubts;
import downhill.study.NestedKnobs;
import downhill.study.NestedTuning;
import downhill.study.Tuned;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is better, by rows that nobody learned from, and how sure that is: in the same words as everywhere. */
final class VerdictChapter {
    private final ReportedRace told;
    private final ReportWishes wishes;
    private CrossVerdict verdict;
    private Tuned tuned = Tuned.NOTHING;

    VerdictChapter(ReportedRace told, ReportWishes wishes) {
        this.told = told;
        this.wishes = wishes;
    }

    /** Name of the one that leads; empty where nobody has been judged. */
    Optional<String> leader() {
        return Optional.ofNullable(verdict).map(judged -> judged.verdict().standings().get(judged.verdict().leader()).name());
    }

    /** Who was judged how well. */
    Optional<CrossVerdict> judged() {
        return Optional.ofNullable(verdict);
    }

    ReportChapter of(Progress progress) {
        List<ReportPiece> pieces = new ArrayList<>();
        try {
            pieces.addAll(judged(progress));
        } catch (DataException | RefusedException refused) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.verdict.refused", Said.message(refused))));
        }
        return new ReportChapter("verdict", Said.of("report.chapter.verdict"), pieces);
    }

    private List<ReportPiece> judged(Progress progress) {
        if (!told.learns() || !wishes.verdict()) {
            return List.of(new ReportPiece.Paragraph(Said.of(told.learns() ? "report.verdict.unasked" : "report.verdict.surface")));
        }
        Experiment experiment = told.experiment();
        EvaluationSpec method = experiment.evaluated();
        FoldSpec folds = method.foldSpec(told.learning().data().sequence() != null);
        FoldedRows rows = FoldedRows.of(told.rows().imported().table(), told.learning().data(), folds);
        ScoreMetric metric = method.metric() == null ? ScoreMetric.usual(told.rows().prepared().task())
                : ScoreMetric.named(method.metric(), told.rows().prepared().task());
        CrossScores scores = method.nested() == null ? CrossValidation.run(experiment, rows, metric, RuleLibrary.complete(),
                Runtime.getRuntime().availableProcessors(), progress) : tuned(rows, folds, metric, method.nested(), progress);
        verdict = CrossVerdict.of(scores, folds, scores.folds().size() / folds.repeats(), method.margin(), experiment.seed());
        return pieces(scores, method);
    }

    private CrossScores tuned(FoldedRows rows, FoldSpec folds, ScoreMetric metric, NestedSpec nested, Progress progress) {
        NestedKnobs knobs = new NestedKnobs(List.of(), nested.over() == NestedSpec.Over.ALL, RuleLibrary.complete(),
                text -> ScheduleReader.read(text, told.experiment().training().steps()));
        NestedTuning tuning = new NestedTuning(told.experiment(), told.rows().imported().table(), folds, metric, knobs, nested.trials(),
                RuleLibrary.complete(), Runtime.getRuntime().availableProcessors());
        CrossScores scores = CrossScores.of(metric, rows, tuning.run(progress));
        tuned = tuning.found();
        return scores;
    }

    private List<ReportPiece> pieces(CrossScores scores, EvaluationSpec method) {
        List<ReportPiece> pieces = new ArrayList<>();
        pieces.add(new ReportPiece.Statement(verdict.sentence()));
        pieces.add(new ReportPiece.Paragraph(Said.of("report.verdict.how", scores.folds().size(), scores.metric().said(),
                told.experiment().training().steps())));
        new Doubts(told.experiment(), verdict.verdict(), tuned).told()
                .forEach(doubt -> pieces.add(new ReportPiece.Paragraph(doubt)));
        if (method.nested() != null) {
            pieces.add(new ReportPiece.Paragraph(Said.of("report.verdict.nested", method.trials())));
        }
        pieces.add(new ReportPiece.Bars("standings", Said.of("report.verdict.standings", scores.metric().said()), true,
                verdict.verdict().standings().stream().map(VerdictChapter::bar).toList()));
        if (!verdict.verdict().pairs().isEmpty()) {
            pieces.add(pairs());
        }
        return pieces;
    }

    private static ReportPiece.Bar bar(Standing each) {
        return new ReportPiece.Bar(each.name(), "", each.middle().value(), each.middle().low(), each.middle().high());
    }

    private ReportPiece pairs() {
        List<Said> head = List.of(Said.of("cli.head.pair"), Said.of("cli.head.difference"), Said.of("cli.head.low"),
                Said.of("cli.head.high"), Said.of("cli.head.better"), Said.of("cli.head.equivalent"), Said.of("cli.head.worse"));
        return new ReportPiece.Grid("pairs", head, verdict.verdict().pairs().stream().map(this::row).toList());
    }

    private List<Object> row(Pair each) {
        List<Standing> all = verdict.verdict().standings();
        return List.of(all.get(each.a()).name() + " − " + all.get(each.b()).name(), each.test().mean(), each.test().low(),
                each.test().high(), each.better(), each.equivalent(), each.worse());
    }
}
