package downhill.report;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.Application;
import downhill.store.Looks;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Tells of an experiment, which is repeated, or of a session, as it stands. */
public final class RaceReport {
    private static final double TRAINED = 0.4;
    private static final double JUDGED = 0.8;

    private final Experiment experiment;
    private final Path folder;
    private final Checkpoint from;
    private final ReportWishes wishes;

    /**
     * Nothing is trained yet.
     *
     * @param folder paths of data files are relative to it
     * @param from   where a session stands; null of an experiment, which is repeated, as is a session that has not begun
     */
    public RaceReport(Experiment experiment, Path folder, Checkpoint from, ReportWishes wishes) {
        this.experiment = experiment;
        this.folder = folder;
        this.from = from == null || from.courses().isEmpty() ? null : from;
        this.wishes = wishes;
    }

    /**
     * The report.
     *
     * @param file what it will be called, for the commands in it
     * @throws RefusedException                            of one sentence where there is nothing to tell
     * @throws downhill.data.DataException                 where the data cannot be used
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public ReportContent report(String file, Progress progress) {
        if (experiment.contenders().isEmpty()) {
            throw new RefusedException(Said.of("cli.contenders.none", experiment.title()));
        }
        Progress quiet = Progress.asking(() -> !progress.cancelled());
        LoadedRows rows = experiment.problem() instanceof Problem.Learning learning ? DataSources.rows(learning.data(), folder, quiet)
                : null;
        try (Race race = Race.open(experiment, rows == null ? null : rows.prepared(), RuleLibrary.complete(), RaceOptions.alone(), from)) {
            RaceRunner.prepare(race, quiet);
            RaceResult result = from == null ? RaceRunner.run(race, progress.stretch(0, TRAINED)) : RaceRunner.standing(race);
            if (progress.cancelled()) {
                throw new CancellationException("the report is no longer wanted");
            }
            return told(new ReportedRace(experiment, folder, rows, race, result), file, progress.stretch(TRAINED, 1));
        }
    }

    private ReportContent told(ReportedRace told, String file, Progress progress) {
        List<ReportChapter> chapters = new ArrayList<>(List.of(question(told)));
        if (told.learns()) {
            chapters.add(DataChapter.of(told));
        }
        chapters.add(MethodChapter.of(told));
        chapters.add(CurvesChapter.of(told));
        VerdictChapter verdict = new VerdictChapter(told, wishes);
        chapters.add(verdict.of(progress.stretch(0, JUDGED)));
        if (told.learns()) {
            best(told, verdict).ifPresent(best -> chapters.addAll(model(told, best, verdict, progress.stretch(JUDGED, 1))));
        }
        chapters.add(new RepeatChapter(told, file).of());
        String title = experiment.title().isBlank() ? file : experiment.title();
        return new ReportContent(title, Said.of("report.about", Application.version(), LocalDate.now()), chapters);
    }

    private ReportChapter question(ReportedRace told) {
        boolean one = experiment.contenders().size() == 1;
        String place = told.learns() ? told.rows().prepared().targetName() : ((Problem.Surface) experiment.problem()).formula();
        Said asked = Said.of(key(told.learns(), one), told.names(), place);
        List<ReportPiece> pieces = new ArrayList<>(List.of(new ReportPiece.Statement(asked)));
        if (wishes.purpose() != null) {
            pieces.add(new ReportPiece.Paragraph(Said.plain(wishes.purpose())));
        }
        return new ReportChapter("question", Said.of("report.chapter.question"), pieces);
    }

    private static String key(boolean learns, boolean one) {
        if (learns) {
            return one ? "report.question.one" : "report.question.race";
        }
        return one ? "report.question.surface.one" : "report.question.surface";
    }

    /** The one asked for, else the one that leads, else the one with the least loss on rows held out. */
    private Optional<RaceResult.Finish> best(ReportedRace told, VerdictChapter verdict) {
        if (wishes.contender() != null) {
            return Optional.of(told.usable(wishes.contender()).orElseThrow(() -> new RefusedException(
                    Said.of("report.contender", wishes.contender(), told.names()))));
        }
        return verdict.leader().flatMap(told::usable).or(() -> told.usable().stream().min(Comparator.comparingDouble(RaceReport::loss)));
    }

    private static double loss(RaceResult.Finish each) {
        return Double.isNaN(each.validationLoss()) ? each.trainingLoss() : each.validationLoss();
    }

    private List<ReportChapter> model(ReportedRace told, RaceResult.Finish best, VerdictChapter verdict, Progress progress) {
        List<ReportChapter> chapters = new ArrayList<>();
        Prepared prepared = told.rows().prepared();
        boolean own = prepared.validation().count() == 0;
        Examples asked = own ? prepared.training() : prepared.validation();
        try (Explained model = Explained.of(told.model(best))) {
            ExplainedRows rows = model.rows(asked, told.rows().imported().table());
            Said which = Said.of(own ? "report.rows.training" : "report.rows.validation");
            ReportedModel one = new ReportedModel(best.name(), model, rows, which, own);
            if (wishes.why()) {
                chapters.add(new WhyChapter(one, wishes.rows(), experiment.seed()).of(progress));
            }
            chapters.add(card(told, best, verdict, one));
        }
        return chapters;
    }

    private ReportChapter card(ReportedRace told, RaceResult.Finish best, VerdictChapter verdict, ReportedModel one) {
        Prepared prepared = told.rows().prepared();
        CardChapter card = new CardChapter(one, wishes.purpose())
                .fact("report.method.model", CardChapter.family(told.learning().model(), best.parameters().length))
                .fact("report.card.trained", Said.of("report.card.trained.by", best.ruleId(), best.steps(), prepared.training().count()));
        verdict.judged().ifPresent(judged -> judged.verdict().standings().stream().filter(each -> each.name().equals(best.name()))
                .findFirst().ifPresent(each -> card.fact("report.card.folds", Said.of("report.card.interval",
                        judged.scores().metric().said(), Markup.number(each.middle().value()), Markup.number(each.middle().low()),
                        Markup.number(each.middle().high()), judged.scores().folds().size()))));
        if (prepared.sealed() > 0) {
            Said looks = Looks.told(experiment, folder);
            card.fact("report.card.seal", looks == null ? Said.of("report.card.seal.closed", prepared.sealed()) : looks);
        }
        if (prepared.validation().count() > 0) {
            card.limit(Said.of("report.limit.chosen"));
        }
        return card.of();
    }
}
