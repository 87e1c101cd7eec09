package downhill.cli;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.data.Progress;
import downhill.model.TrainedEnsemble;
import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.report.ModelReport;
import downhill.report.RaceReport;
import downhill.report.ReportContent;
import downhill.report.ReportFolder;
import downhill.report.ReportLook;
import downhill.report.ReportPage;
import downhill.report.ReportWishes;
import downhill.report.ReportedModel;
import downhill.report.SearchReport;
import downhill.store.AtomicFiles;
import downhill.store.ExperimentStore;
import downhill.store.FileKind;
import downhill.store.ModelStore;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.Outputs;
import downhill.store.ReportFile;
import downhill.store.SessionStore;
import downhill.store.StudyFile;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells of an experiment, a session or a trained model in one page. */
@Command(name = "report", description = "Write a report: one page with curves, verdict, explanations and a model card, that stands alone.",
        sortOptions = false, footerHeading = "%n", footer = {
    "An experiment is repeated, a session told as it stands. The page fetches nothing and sends nothing; the document is inside, so that "
            + "downhill gui report.html opens what it tells of.",
    "%nExamples:%n  downhill report race/experiment.json --out report.html --purpose \"Teaching; no decision rests on it.\"",
    "  downhill report work.downhill --out report --folder",
    "  downhill report race/model-adam.downhill-model --data new.csv --out card.html"})
final class ReportCommand implements Callable<Integer> {
    private static final Set<String> PARTS = Set.of("verdict", "explanations");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "EXPERIMENT|SESSION|MODEL|STUDY",
            description = "An experiment (*.json), a session (*.downhill), a report of one, "
            + "a trained model (*.downhill-model), or a file of studies (*.db), as tune --store keeps it.")
    private Path what;

    @Option(names = "--out", required = true, paramLabel = "FILE|DIR", description = "The page (*.html); with --folder a folder.")
    private Path out;

    @Option(names = "--data", paramLabel = "CSV", description = "Of a trained model: rows with the target that it is measured on and "
            + "explained by.")
    private String data;

    @Option(names = "--folder", description = "Write a folder: the page, and every table and curve of it as CSV.")
    private boolean folder;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "What the model is for; it stands in the model card.")
    private String purpose;

    @Option(names = "--contender", paramLabel = "NAME", description = "Whose model is explained and gets the card (default: the best).")
    private String contender;

    @Option(names = "--without", paramLabel = "PARTS", split = ",", description = "Leave out what takes long: verdict (contenders are "
            + "trained anew on every fold), explanations.")
    private List<String> without = List.of();

    @Option(names = "--rows", paramLabel = "ROWS",
            description = "Rows of the file, from 1, whose answers are explained one by one, such as "
            + "3,17 or 5-8 (default: three that differ).")
    private String rows;

    @Option(names = "--study", paramLabel = "NAME", description = "Of a file with several studies: which.")
    private String study;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Of the page, such as zh (default: that of the command line).")
    private String language;

    @Option(names = "--look", defaultValue = "reader", paramLabel = "LOOK", description = "On screen: one of ${COMPLETION-CANDIDATES} "
            + "(default: ${DEFAULT-VALUE}, as whoever reads it has it); paper is light.")
    private ReportLook look;

    @Option(names = "--progress", description = "Tell how far it is even where nobody watches a terminal.")
    private boolean progress;

    @Override
    public Integer call() throws IOException {
        check();
        ReportWishes wishes = new ReportWishes(purpose, !without.contains("verdict"), !without.contains("explanations"), contender,
                rows());
        PrintWriter err = spec.commandLine().getErr();
        Words words = language == null ? HarmlessPrinter.words(err) : Tongue.named(language);
        if (isOf(StudyFile.ENDING)) {
            write(new SearchReport(StudyFile.read(what, study), wishes, words).report(what.toString()), ReportFile.Inside.NOTHING, words);
        } else if (isOf(ModelStore.ENDING)) {
            model(wishes, words);
        } else if (SessionStore.isSession(what)) {
            OpenedSession session = SessionStore.read(what);
            session.notices().forEach(err::println);
            race(session.experiment(), session.folder(), session.checkpoint(), wishes, words);
        } else {
            OpenedExperiment opened = ExperimentStore.read(what);
            opened.notices().forEach(err::println);
            race(opened.experiment(), opened.folder(), null, wishes, words);
        }
        spec.commandLine().getOut().println(Said.of("report.done", page()));
        return ExitCode.DONE;
    }

    /** Before anything is trained. */
    private void check() {
        without.stream().filter(part -> !PARTS.contains(part)).findFirst().ifPresent(part -> {
            throw new InputException(Said.of("report.part", part));
        });
        if (!folder && !out.toString().toLowerCase(Locale.ROOT).endsWith(ReportFile.ENDING)) {
            throw new InputException(Said.of("report.ending", out));
        }
        if (study != null && !isOf(StudyFile.ENDING)) {
            throw new InputException(Said.of("report.study.option", what));
        }
        if (rows != null && (isOf(StudyFile.ENDING) || isOf(ModelStore.ENDING) && data == null)) {
            throw new InputException(Said.of("report.rows.none", what));
        }
        if (contender != null && (isOf(StudyFile.ENDING) || isOf(ModelStore.ENDING))) {
            throw new InputException(Said.of("report.contender.option", what));
        }
        if (data != null && !isOf(ModelStore.ENDING)) {
            throw new InputException(Said.of("report.data.model", what));
        }
        new Outputs().reading(what).reading(data == null ? null : CsvArgument.file(data)).writing("--out", page(), FileKind.PAGE).check();
    }

    private boolean isOf(String ending) {
        return what.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Of the table, from 0. */
    private List<Integer> rows() {
        return rows == null ? List.of() : IntStream.of(RowNumbers.of(rows, what.toString(), Integer.MAX_VALUE)).mapToObj(row -> row - 1)
                .toList();
    }

    private Path page() {
        return folder ? out.resolve(ReportFolder.PAGE) : out;
    }

    private void race(Experiment experiment, Path from, Checkpoint checkpoint, ReportWishes wishes, Words words) throws IOException {
        ReportContent report;
        try (Job job = new Job(Said.of("cli.job.reporting"), spec, progress)) {
            report = new RaceReport(experiment, from, checkpoint, wishes).report(page().getFileName().toString(), job);
        }
        Path own = page().toAbsolutePath().getParent();
        ReportFile.Inside inside = checkpoint == null ? ReportFile.inside(experiment, from, own)
                : ReportFile.inside(checkpoint, from, own);
        write(report, inside, words);
    }

    private void model(ReportWishes wishes, Words words) throws IOException {
        TrainedEnsemble model = FileScoring.read(what);
        ReportContent report;
        try (Job job = new Job(Said.of("cli.job.reporting"), spec, progress); Explained asked = Explained.of(model);
                ScoringNotes notes = new ScoringNotes(null)) {
            ExplainedRows rows = ModelReport.none(asked.size());
            if (data != null) {
                FileScoring.Whole whole = new FileScoring(model, data, new DialectOptions(), true).whole(notes, Progress.asking(
                        () -> !job.cancelled()));
                rows = asked.rows(whole.table());
                if (rows.count() == 0) {
                    throw new InputException(Said.of("explain.rows.none", data));
                }
            }
            ReportedModel one = new ReportedModel(model.name(), asked, rows, Said.of("report.rows.file", data == null ? "" : data), false);
            report = new ModelReport(model, one, wishes).report(what.toString(), data, job);
        }
        write(report, ReportFile.Inside.NOTHING, words);
    }

    private void write(ReportContent report, ReportFile.Inside inside, Words words) throws IOException {
        if (folder) {
            new ReportFolder(out).write(report, inside, words, look);
        } else {
            AtomicFiles.write(out, ReportPage.of(report, inside, words, look), false);
        }
    }
}
